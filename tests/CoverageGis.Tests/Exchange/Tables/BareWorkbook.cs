using System.IO.Compression;
using System.Security;
using System.Text;

namespace CoverageGis.Tests.Exchange.Tables;

/// <summary>An .xlsx made of bare parts, so that a test can say exactly what stands in them.</summary>
internal sealed class BareWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Style 1 shows a day, style 2 is the user's own form of one.</summary>
    private const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>""";

    public Dictionary<string, string> Parts { get; } = new()
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""",
        ["xl/styles.xml"] = Styles,
    };

    public static BareWorkbook Of(IEnumerable<string[]> rows, string after = "") => new BareWorkbook().With("点位", Sheet(rows.Select((r, i) =>
        $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, column) => Text(column, i + 1, c)))}</row>"), after));

    /// <summary>A cell of text, empty ones left out as spreadsheets do.</summary>
    public static string Text(int column, int row, string text) => text.Length == 0 ? ""
        : $"<c r=\"{Letters(column)}{row}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static string Sheet(IEnumerable<string> rows, string after = "") =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}</sheetData>{after}</worksheet>";

    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    public BareWorkbook With(string name, string sheet)
    {
        var number = Parts.Keys.Count(p => p.StartsWith("xl/worksheets/", StringComparison.Ordinal)) + 1;
        Parts[$"xl/worksheets/sheet{number}.xml"] = sheet;
        var sheets = Parts.GetValueOrDefault("xl/workbook.xml", $"<workbook xmlns=\"{Main}\"><sheets></sheets></workbook>");
        Parts["xl/workbook.xml"] = sheets.Replace("</sheets>", $"<sheet name=\"{name}\" sheetId=\"{number}\"/></sheets>", StringComparison.Ordinal);
        return this;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
