using System.IO.Compression;
using System.Text;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

/// <summary>Good files, and what time, mail and malice make of them; the same on every run.</summary>
internal static class Damage
{
    public sealed record Case(string Name, byte[] Bytes, string Extension, bool IsRefused = false);

    private const int Seeds = 40;

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("一机一档\r\n" + Csv(Enumerable.Range(1, 40).Select(i => Row(i))));

    private static readonly byte[] Chinese = Gbk.GetBytes(Csv(Enumerable.Range(1, 40).Select(i => Row(i)), '\t'));

    private static readonly byte[] Book = BareWorkbook.Of(Enumerable.Range(1, 40).Select(i => Row(i)).Prepend(Form), "<mergeCells><mergeCell ref=\"O2:O9\"/></mergeCells>").ToBytes();

    private static readonly byte[] Catalog = Gbk.GetBytes("<?xml version=\"1.0\" encoding=\"GB2312\"?>" + CatalogTests.Response(30, [.. Enumerable.Range(1, 30).Select(i =>
        CatalogTests.Item(Code(i), $"<Name>门{i}</Name><Longitude>118.84{i:00}</Longitude><Latitude>32.3401</Latitude><Info><PTZType>3</PTZType></Info>"))]));

    public static IEnumerable<Case> All() => Random().Concat(Bombs()).Concat(Wrong());

    /// <summary>What must be refused as a whole, a few of each kind.</summary>
    public static IEnumerable<Case> Refused() =>
    [
        .. Bombs().Concat(Wrong()).Where(c => c.IsRefused),
        new("workbook cut", Book[..(Book.Length / 2)], ".xlsx", true), new("catalog cut", Catalog[..(Catalog.Length / 2)], ".xml", true),
    ];

    /// <summary>Cut, flipped, doubled, torn: by chance.</summary>
    private static IEnumerable<Case> Random()
    {
        foreach (var (name, whole, extension) in ((string, byte[], string)[])[("text", Text, ".csv"), ("chinese", Chinese, ".csv"), ("book", Book, ".xlsx"), ("catalog", Catalog, ".xml")])
        {
            var dice = new Random(20261124);
            for (var seed = 0; seed < Seeds; seed++)
                yield return new Case($"{name} {seed}", Harmed(whole, seed, dice), extension);
        }
    }

    private static byte[] Harmed(byte[] whole, int seed, Random dice)
    {
        var (bytes, at, length) = (whole.ToArray(), dice.Next(whole.Length), dice.Next(1, 64));
        switch (seed % 8)
        {
            case 0: return bytes[..at];
            case 1: bytes[at] ^= (byte)(1 << dice.Next(8)); return bytes;
            case 2: return [.. bytes[..at], 0, .. bytes[at..]];
            case 3: return [.. bytes[..at], (byte)'"', .. bytes[at..]];
            case 4: return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]];
            case 5: return [.. bytes[..at], .. bytes[..at], .. bytes[at..]];
            case 6: return [.. bytes[..at], .. Encoding.UTF8.GetBytes("门"), .. bytes[at..]];
            default: dice.NextBytes(bytes.AsSpan(at, Math.Min(length, bytes.Length - at))); return bytes;
        }
    }

    private static IEnumerable<Case> Bombs()
    {
        var book = BareWorkbook.Of([Form, Row(1)]);
        yield return new Case("sheet that grows", Bomb(book, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 60), ".xlsx", true);
        yield return new Case("texts that grow", Bomb(book, "xl/sharedStrings.xml", "<sst>", "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", 60), ".xlsx", true);
        yield return new Case("cell of ten megabytes in a book", BareWorkbook.Of([Form, Row(1, ("设备名称", new string('长', 5 << 20)))]).ToBytes(), ".xlsx", true);
        yield return new Case("attribute of ten megabytes", new BareWorkbook().With("s", BareWorkbook.Sheet([$"<row r=\"1\" x=\"{new string('x', 10 << 20)}\"/>"])).ToBytes(), ".xlsx", true);
        yield return new Case("cell of ten megabytes in a text", Encoding.UTF8.GetBytes(Csv([Row(1), Row(2, ("设备名称", new string('x', 10 << 20)))])), ".csv", true);
        yield return new Case("text of ten megabytes in a catalog", Encoding.UTF8.GetBytes(CatalogTests.Response(1, CatalogTests.Item(Code(1), $"<Name>{new string('x', 10 << 20)}</Name>"))), ".xml", true);
        yield return new Case("entities in a book", Dtd(book), ".xlsx", true);
        yield return new Case("entities in a catalog", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response>&x;</Response>"), ".xml", true);
        yield return new Case("elements within elements", Encoding.UTF8.GetBytes("<Response><DeviceList><Item>" + string.Concat(Enumerable.Repeat("<a>", 200_000))), ".xml", true);
    }

    private static IEnumerable<Case> Wrong()
    {
        yield return new Case("200 columns", Encoding.UTF8.GetBytes(Csv([[.. Row(1), .. Enumerable.Repeat("x", 200)]], header: [.. Form, .. Enumerable.Range(0, 200).Select(i => $"列{i}")])), ".csv", true);
        yield return new Case("200 columns in a book", BareWorkbook.Of([[.. Form, .. Enumerable.Range(0, 200).Select(i => $"列{i}")], Row(1)]).ToBytes(), ".xlsx", true);
        yield return new Case("a page", Encoding.UTF8.GetBytes("<html><table><tr><td>设备编码</td></tr></table></html>"), ".xls", true);
        yield return new Case("noise", Noise(), ".csv", true);
        yield return new Case("half in one encoding, half in the other", [.. Text, .. Gbk.GetBytes(Csv(Enumerable.Range(50, 40).Select(i => Row(i))))], ".csv", true);
        yield return new Case("only a header", Encoding.UTF8.GetBytes(Csv([])), ".csv", true);
        yield return new Case("no header", Encoding.UTF8.GetBytes(Csv([Row(2)], header: Row(1))), ".csv", true);
        yield return new Case("a quote never closed", Encoding.UTF8.GetBytes(Csv([Row(1)]) + "\"3201" + Csv(Enumerable.Range(2, 9).Select(i => Row(i)))), ".csv", true);
        yield return new Case("last row cut", Text[..^60], ".csv", true);
        yield return new Case("all codes rounded", Encoding.UTF8.GetBytes(Csv(Enumerable.Range(1, 9).Select(i => Row(i, ("设备编码", "3.2E+19"))))), ".csv", true);
        yield return new Case("formulas only", new BareWorkbook().With("s", BareWorkbook.Sheet(["<row r=\"1\"><c r=\"A1\"><f>A2</f></c><c r=\"B1\"><f>B2</f></c></row>"])).ToBytes(), ".xlsx", true);
        yield return new Case("merged everything", BareWorkbook.Of([Form, Row(1), Row(2)], "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"B2\"/><mergeCell ref=\"C9:A1\"/><mergeCell/></mergeCells>").ToBytes(), ".xlsx");
        yield return new Case("paths out of the package", Outside(), ".xlsx", true);
    }

    private static byte[] Bomb(BareWorkbook book, string part, string start, string block, int megabytes)
    {
        using var bytes = new MemoryStream();
        bytes.Write(book.ToBytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry(part)?.Delete();
        var million = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(block, (1 << 20) / block.Length)));
        using var built = new MemoryStream();
        using (var from = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true))
        using (var zip = new ZipArchive(built, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var old = entry.Open();
                using var copy = zip.CreateEntry(entry.FullName).Open();
                old.CopyTo(copy);
            }
            using var bomb = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            bomb.Write(Encoding.UTF8.GetBytes(start));
            for (var i = 0; i < megabytes; i++)
                bomb.Write(million);
        }
        return built.ToArray();
    }

    private static byte[] Dtd(BareWorkbook book)
    {
        book.Parts["xl/workbook.xml"] = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + book.Parts["xl/workbook.xml"];
        return book.ToBytes();
    }

    private static byte[] Outside()
    {
        var book = new BareWorkbook().With("s", BareWorkbook.Sheet([]));
        book.Parts["xl/_rels/workbook.xml.rels"] = "<Relationships><Relationship Id=\"r\" Target=\"../../../../etc/passwd\"/></Relationships>";
        book.Parts["../../evil.xml"] = "<x/>";
        book.Parts["xl/workbook.xml"] = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" r:id=\"r\"/></sheets></workbook>";
        return book.ToBytes();
    }

    private static byte[] Noise()
    {
        var bytes = new byte[10_000];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
