using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CoverageGis.Exchange.Exports.Spreadsheets;

/// <summary>
/// Writes rows as a workbook of one sheet (XLSX, ECMA-376), streamed: memory holds a row, not the sheet, and the output
/// need not be seekable. The heads stand bold in a row that stays in view.
/// </summary>
public static class Workbook
{
    /// <summary>What a sheet can hold.</summary>
    public const int MostRows = 1_048_576, MostColumns = 16_384, LongestText = 32_767;

    /// <summary>So many rows are written at a time.</summary>
    private const int RowsAtOnce = 256;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Package = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006",
        Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="headers">Heads of the columns.</param>
    /// <param name="rows">
    /// Numbers stay numbers, true and false too; dates are days, moments show to the minute as they are given; everything
    /// else is text, codes of many digits as well. Text that begins like a formula is neutralised (see SpreadsheetText),
    /// text beyond what a cell holds is cut and ends in …. null = an empty cell.
    /// </param>
    /// <returns>How many rows, without the heads.</returns>
    /// <exception cref="ArgumentException">More rows or columns than a sheet can hold.</exception>
    public static async Task<int> WriteAsync(
        Stream output, string sheetName, IReadOnlyList<string> headers, IAsyncEnumerable<object?[]> rows, CancellationToken token)
    {
        if (headers.Count > MostColumns)
            throw new ArgumentException(FormattableString.Invariant($"{headers.Count} columns; a sheet holds {MostColumns}."), nameof(headers));
        using var relay = new Relay(output);
        int count;
        using (var archive = new ZipArchive(relay, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (part, text) in Parts(sheetName))
                Add(archive, part, text);
            await using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
            count = await WriteSheetAsync(sheet, relay, headers, rows, token);
        }
        await relay.SendAsync(token);
        return count;
    }

    private static async Task<int> WriteSheetAsync(
        StreamWriter sheet, Relay relay, IReadOnlyList<string> headers, IAsyncEnumerable<object?[]> rows, CancellationToken token)
    {
        var text = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\">")
            .Append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
            .Append(CultureInfo.InvariantCulture, $"<cols><col min=\"1\" max=\"{Math.Max(1, headers.Count)}\" width=\"16\" customWidth=\"1\"/></cols><sheetData>");
        var count = 0;
        WorkbookCell.AppendRow(text, 1, [.. headers], isHead: true);
        await foreach (var row in rows.WithCancellation(token))
        {
            if (++count >= MostRows)
                throw new ArgumentException(FormattableString.Invariant($"More rows than a sheet holds ({MostRows}). Right would be CSV, GeoPackage or GeoJSON."), nameof(rows));
            WorkbookCell.AppendRow(text, count + 1, row, isHead: false);
            if (count % RowsAtOnce == 0)
                await SendAsync(sheet, relay, text, token);
        }
        await SendAsync(sheet, relay, text.Append("</sheetData></worksheet>"), token);
        return count;
    }

    private static async Task SendAsync(StreamWriter sheet, Relay relay, StringBuilder text, CancellationToken token)
    {
        await sheet.WriteAsync(text, token);
        text.Clear();
        await relay.SendAsync(token);
    }

    private static void Add(ZipArchive archive, string part, string text)
    {
        using var entry = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(Head + text));
    }

    private static IEnumerable<(string Part, string Text)> Parts(string sheetName)
    {
        yield return ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\">"
            + $"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}styles+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Kind}worksheet+xml\"/></Types>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}/relationships\"><sheets><sheet name=\"{WorkbookCell.Escaped(SheetName(sheetName))}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
            + $"<Relationship Id=\"r1\" Type=\"{Office}/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf fontId=\"1\" numFmtId=\"49\" applyFont=\"1\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    }

    /// <summary>A name that a workbook takes: at most 31 characters, none of []:*?/\, no apostrophe at its ends.</summary>
    private static string SheetName(string name)
    {
        var taken = string.Concat(name.Where(c => !char.IsControl(c) && !"[]:*?/\\".Contains(c, StringComparison.Ordinal))).Trim('\'', ' ');
        return taken.Length == 0 ? "Sheet1" : taken[..Math.Min(31, taken.Length)].TrimEnd('\'');
    }
}
