using System.IO.Compression;
using System.Xml.Linq;
using CoverageGis.Exchange.Exports.Spreadsheets;

namespace CoverageGis.Tests.Exchange.Exports;

public sealed class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Numbers_are_numbers_codes_are_text_and_nothing_is_a_formula()
    {
        var cells = await CellsAsync([1.5, -2, true, 32011600001310000001m.ToString(System.Globalization.CultureInfo.InvariantCulture), "=1+1", "@x", "-a", "'=b", "-12.5", "门 <&\">",
            new DateOnly(2026, 12, 31), new DateTime(2026, 12, 31, 12, 0, 0), null, "", double.NaN, 9_007_199_254_740_993, "a\u000Bb _x000B_"]);
        Assert.Equal(["1.5", "-2", "b 1", "text 32011600001310000001", "text '=1+1", "text '@x", "text '-a", "text ''=b", "text -12.5", "text 门 <&\">",
            "46387", "46387.5", "text 9007199254740993", "text a_x000B_b _x005F_x000B_"], cells);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("''-x")]
    [InlineData("'s")]
    [InlineData("-7")]
    [InlineData("'-7")]
    [InlineData("'")]
    public void What_neutralising_adds_reading_takes_away(string text) => Assert.Equal(text, SpreadsheetText.Plain(SpreadsheetText.Neutral(text)));

    [Fact]
    public async Task Columns_beyond_z_and_texts_beyond_a_cell_keep_the_file_readable()
    {
        var sheet = await SheetAsync([.. Enumerable.Range(0, 703).Select(i => $"h{i}")], [new string('x', 40_000)]);
        var heads = sheet.Descendants(Main + "c").Select(c => (string?)c.Attribute("r")).Take(703).ToList();
        Assert.Equal(["A1", "Z1", "AA1", "ZZ1", "AAA1"], new[] { 0, 25, 26, 701, 702 }.Select(i => heads[i]));
        Assert.Equal(Workbook.LongestText, sheet.Descendants(Main + "t").Last().Value.Length);
    }

    private static async Task<List<string>> CellsAsync(object?[] row) =>
        [.. (await SheetAsync(["head"], row)).Descendants(Main + "row").Last().Elements().Select(c => ((string?)c.Attribute("t") switch
        {
            "inlineStr" => "text ",
            "b" => "b ",
            _ => "",
        }) + c.Value)];

    private static async Task<XDocument> SheetAsync(string[] heads, params object?[][] rows)
    {
        using var memory = new MemoryStream();
        await using (var forward = new ForwardStream(memory))
            Assert.Equal(rows.Length, await Workbook.WriteAsync(forward, "Sheet [1]/门", heads, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken));
        using var archive = new ZipArchive(memory, ZipArchiveMode.Read);
        Assert.Contains("name=\"Sheet 1门\"", await new StreamReader(archive.GetEntry("xl/workbook.xml")!.Open()).ReadToEndAsync(), StringComparison.Ordinal);
        await using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(sheet);
    }

    /// <summary>As a web answer is: written forward, and never while a thread waits.</summary>
    private sealed class ForwardStream(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("synchronous");
        public override Task FlushAsync(CancellationToken token) => inner.FlushAsync(token);
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken token = default) => inner.WriteAsync(buffer, token);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken token) => inner.WriteAsync(buffer, offset, count, token);
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
