using System.Xml;
using CoverageGis.Commands;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Scene;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Catalog;

/// <summary>Reads the catalog of a video platform (GB/T 28181, 2016 and 2022), in one response or in several.</summary>
public static class CatalogReader
{
    private const string PtzType = "摄像机类型";

    private const int Step = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CheckCharacters = true,
    };

    /// <summary>Begins with a tag; OpenStreetMap has been told apart before.</summary>
    public static bool IsXml(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] || start is [0xFF, 0xFE, (byte)'<', ..] or [0xFE, 0xFF, 0, (byte)'<', ..];
    }

    /// <param name="report">Counts and names what cannot be taken, and what was dropped or passed over.</param>
    /// <param name="progress">Share of the file read, 0..1.</param>
    /// <exception cref="BadInput">The file as a whole is no catalog, or is damaged.</exception>
    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        RequireMapping(order);
        var encoding = TextEncoding.Of(order.File);
        using var bytes = File.OpenRead(order.File);
        bytes.Position = encoding.MarkLength;
        using var text = new CatalogText(new StreamReader(bytes, encoding.Encoding, false), order.File);
        using var xml = XmlReader.Create(text, Settings);
        var (entries, told, taken) = (new CatalogEntries(xml, order.File), new Told(), 0);
        var cameras = new ArchiveCamera(ArchiveForm.Shipped, order.Mapping, told.Remarks, _ => null, order.Datum?.InDegrees ?? true, order.Around);
        foreach (var entry in entries.All())
        {
            token.ThrowIfCancellationRequested();
            if (entries.Read % Step == 0)
                progress?.Report(bytes.Position / (double)bytes.Length);
            if (Item(entry, entries, cameras, order.Mapping, told, report) is not { } item)
                continue;
            taken++;
            yield return item with { Datum = order.Datum };
        }
        Conclude(entries, told, report, Path.GetFileName(order.File));
        if (taken == 0)
            throw new BadInput($"{order.File}: none of its {entries.Read} entries can be taken as a camera. Nothing was imported.\n" + string.Join('\n', report.Problems.Take(20).Select(p => $"  {p.Ref}: {p.Reason}")));
    }

    private static SceneItem? Item(
        Dictionary<string, string> entry, CatalogEntries entries, ArchiveCamera cameras, ArchiveMapping mapping, Told told, ImportReport report)
    {
        if (CatalogForm.Shipped.OtherThanCamera(entry) is { } other)
        {
            told.Others[other] = told.Others.GetValueOrDefault(other) + 1;
            return null;
        }
        return cameras.Take(Record(entry, entries, mapping, told), report);
    }

    private static ArchiveRecord Record(Dictionary<string, string> entry, CatalogEntries entries, ArchiveMapping mapping, Told told)
    {
        var place = entries.Responses == 1 ? "" : $"response {entries.Responses}, ";
        var record = new ArchiveRecord(FormattableString.Invariant($"{place}item {entries.Read} (camera {OneLine.Of(entry.GetValueOrDefault("DeviceID", "without a code"))})"));
        foreach (var (element, value) in entry)
        {
            var (field, isMapped) = (CatalogForm.Shipped.FieldOf(element, mapping), mapping.Columns.ContainsKey(element));
            if (!isMapped && CatalogForm.Shipped.IsDropped(element))
                told.Dropped.Add(element);
            else if (field == PtzType && !mapping.Codes.ContainsKey(PtzType) && !CatalogForm.Shipped.IsPtzType(value))
                Unclear(record, element, value, told);
            else if (field is not null)
                record.Add(field, value, isField: true);
            else if (!isMapped)
                record.Add(element, value, isField: false);
        }
        return record;
    }

    private static void Unclear(ArchiveRecord record, string element, string value, Told told)
    {
        told.Remarks.Say($"{element} {Archive.Values.Secret.Shown(value)} is none of 1 to 4, and was kept as delivered; the type of the camera is not known", record.Ref);
        record.Add(element, value, isField: false);
    }

    /// <summary>Of a mapping for catalogs everything but the columns is checked as for tables: elements are optional.</summary>
    private static void RequireMapping(ReadOrder order)
    {
        var faults = MappingFaults.Of(new ArchiveLayout(1, []), order.Mapping with { IsSaved = true }, ArchiveForm.Shipped).ToList();
        if (faults.Count > 0)
            throw new BadInput(string.Join('\n', faults.Select(f => $"{order.File}: {f}.")) + "\nNothing was imported.");
    }

    private static void Conclude(CatalogEntries entries, Told told, ImportReport report, string name)
    {
        if (told.Dropped.Count > 0)
            report.Say(name, $"elements dropped, since addresses, users and passwords are never kept: {string.Join(", ", told.Dropped)}");
        if (told.Others.Count > 0)
            report.Say(name, $"{told.Others.Values.Sum()} entries are no cameras and were passed over: {string.Join(", ", told.Others.Select(o => $"{o.Value} {o.Key}"))}");
        told.Remarks.Conclude(report, name);
        if (entries.Announced > entries.Read)
            report.KeepWhatIsMissing(name, $"its responses announce {entries.Announced} entries and hold {entries.Read}: parts of the catalog are missing, so that no camera was marked as missing");
        else if (told.Remarks.Unknown > 0)
            report.KeepWhatIsMissing(name, $"{told.Remarks.Unknown} device codes cannot be read, so that nobody can say which cameras are missing: none was marked so");
    }

    private sealed class Told
    {
        public ArchiveRemarks Remarks { get; } = new();

        public SortedSet<string> Dropped { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, int> Others { get; } = new(StringComparer.Ordinal);
    }
}
