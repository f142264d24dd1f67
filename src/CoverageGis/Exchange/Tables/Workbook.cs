using System.Xml;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>An .xlsx workbook, read without holding its sheets in memory.</summary>
public sealed class Workbook : Table
{
    private const string Main = "xl/workbook.xml", Relations = "xl/_rels/workbook.xml.rels";

    private readonly Package _package;
    private readonly List<(string Name, string Part)> _sheets;
    private readonly Lazy<SharedStrings> _texts;
    private readonly Lazy<DateStyles> _dates;
    private readonly List<string> _remarks = [];
    private bool _from1904;

    public Workbook(string file) : base(file)
    {
        _package = new Package(file);
        try
        {
            if (!_package.Has(Main))
                throw new BadInput($"{file} is a zip, but no workbook: it has no {Main}. Right would be an .xlsx or CSV file. Nothing was imported.");
            var targets = _package.Has(Relations) ? _package.Read(Relations, Targets) : [];
            _sheets = _package.Read(Main, xml => Listed(xml, targets));
            if (_sheets.Count == 0)
                throw new BadInput($"{file} has no visible sheet. Nothing was imported.");
        }
        catch
        {
            _package.Dispose();
            throw;
        }
        _texts = new(() => _package.Has("xl/sharedStrings.xml") ? _package.Read("xl/sharedStrings.xml", xml => SharedStrings.Read(xml, file)) : new([]));
        _dates = new(() => _package.Has("xl/styles.xml") ? _package.Read("xl/styles.xml", DateStyles.Read) : new([]));
    }

    public override string Format => "xlsx";

    public override IReadOnlyList<string> Sheets => [.. _sheets.Select(s => s.Name)];

    public override IEnumerable<string> Remarks => _remarks;

    public static bool IsPackage(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public override IEnumerable<TableRow> Rows(string? sheet, IProgress<double>? progress)
    {
        var part = sheet is null ? _sheets[0].Part : _sheets.Find(s => s.Name == sheet).Part
            ?? throw new BadInput($"{File} has no sheet \"{sheet}\"; it has {string.Join(", ", Sheets)}. Nothing was imported.");
        var merged = _package.Read(part, xml => MergedCells.Read(xml, File));
        if (merged.Down > 0)
            _remarks.Add($"{merged.Down} merged cells reach over several rows: each of these rows was given their value");
        var (bytes, xml) = _package.Stream(part);
        using (xml)
        {
            var (rows, length) = (new SheetRows(xml, this, _texts.Value, _dates.Value, _from1904), (double)_package.LengthOf(part));
            while (_package.Guarded(part, rows.Next) is { } row)
            {
                if (row.Number % 512 == 0)
                    progress?.Report(bytes.Position / length);
                yield return merged.Fill(row);
            }
        }
    }

    internal BadInput TooMany(int row, int columns) => TooManyColumns(row, columns);

    internal BadInput TooLongCell(int row, string column) => TooLong(row, column);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _package.Dispose();
    }

    private static Dictionary<string, string> Targets(XmlReader xml)
    {
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && (xml.GetAttribute("Id"), xml.GetAttribute("Target")) is ({ } id, { } target))
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private List<(string, string)> Listed(XmlReader xml, Dictionary<string, string> targets)
    {
        List<(string, string)> sheets = [];
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                _from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" } || xml.GetAttribute("state") is "hidden" or "veryHidden")
                continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            var part = targets.GetValueOrDefault(id) ?? FormattableString.Invariant($"xl/worksheets/sheet{sheets.Count + 1}.xml");
            if (!part.Contains("chartsheets", StringComparison.Ordinal))
                sheets.Add((xml.GetAttribute("name") ?? part, part));
        }
        return sheets;
    }
}
