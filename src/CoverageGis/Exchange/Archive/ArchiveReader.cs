using CoverageGis.Commands;
using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Scene;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Archive;

/// <summary>Reads a camera archive from CSV or XLSX, row by row.</summary>
public static class ArchiveReader
{

    /// <param name="order">Its mapping, its datum, and where its region lies.</param>
    /// <param name="report">Counts and names what cannot be taken, and what was dropped.</param>
    /// <param name="progress">Share of the file read, 0..1.</param>
    /// <exception cref="BadInput">The file as a whole is no archive, or is damaged; or the mapping does not fit it.</exception>
    public static IEnumerable<SceneItem> Read(
        ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        using var table = Table.Open(order.File);
        var (form, remarks) = (ArchiveForm.Shipped, new ArchiveRemarks());
        var (sheet, layout) = ArchiveTable.Layout(table, order.Mapping, form);
        layout.Require(order.Mapping, form, order.File);
        var cameras = new ArchiveCamera(form, order.Mapping, remarks, layout.UnitOf, order.Datum?.InDegrees ?? true, order.Around);
        var (read, taken) = (0, 0);
        foreach (var row in table.Rows(sheet, progress).Where(r => r.Number > layout.Row && !r.IsEmpty))
        {
            token.ThrowIfCancellationRequested();
            read++;
            if (Item(row, layout, cameras, report, table.Format == "csv") is not { } item)
                continue;
            taken++;
            yield return item with { Datum = order.Datum };
        }
        Conclude(table, sheet, layout, order, remarks, report);
        if (taken == 0)
            throw new BadInput($"{order.File}: none of its {read} rows can be taken. Nothing was imported.\n" + string.Join('\n', report.Problems.Take(20).Select(p => $"  {p.Ref}: {p.Reason}")));
    }

    private static SceneItem? Item(TableRow row, ArchiveLayout layout, ArchiveCamera cameras, ImportReport report, bool isText)
    {
        var record = Record(row, layout);
        if (isText && row.Cells.Count != layout.Columns.Count && !row.Cells.Skip(layout.Columns.Count).All(c => c.Length == 0))
            record.Faults.Add($"has {row.Cells.Count} cells, the header has {layout.Columns.Count}: a separator within a text needs quotes around it");
        else if (isText && row.Cells.Count < layout.Columns.Count)
            record.Faults.Add($"has {row.Cells.Count} cells, the header has {layout.Columns.Count}: is it broken by a line end within a text? That needs quotes around it");
        return cameras.Take(record, report);
    }

    private static ArchiveRecord Record(TableRow row, ArchiveLayout layout)
    {
        var record = new ArchiveRecord(FormattableString.Invariant($"row {row.Number}"));
        foreach (var column in layout.Columns.Where(c => c.IsKept))
        {
            record.Add(column.Key, row.Cell(column.Index), column.Field is not null);
            if (row.Faults is not null && row.Faults.TryGetValue(column.Index, out var fault))
                record.Faults.Add($"column {CellReference.Letters(column.Index)}, {column.Header}, {fault}");
        }
        if (record[ArchiveLayout.Code] is { Length: > 0 } code)
            record.Ref += $" (camera {Secret.Shown(code)})";
        return record;
    }

    private static void Conclude(Table table, string? sheet, ArchiveLayout layout, ReadOrder order, ArchiveRemarks remarks, ImportReport report)
    {
        var name = Path.GetFileName(table.File);
        Name(report, name, "columns dropped, since addresses, users and passwords are never kept", layout.Columns.Where(c => c.IsDropped));
        Name(report, name, "columns ignored, as the mapping says", layout.Columns.Where(c => c.IsIgnored && c.Header.Length > 0));
        Name(report, name, "columns that the form does not know, kept as delivered under their header", layout.Columns.Where(c => c.IsKept && c.Field is null));
        if (sheet is not null && table.Sheets.Count > 1)
            report.Say(name, $"sheet {sheet} was read; not read: {string.Join(", ", table.Sheets.Where(s => s != sheet))}");
        foreach (var remark in table.Remarks)
            report.Say(name, remark);
        foreach (var header in order.Mapping.IsSaved ? MappingFaults.Lacking(layout, order.Mapping) : [])
            report.Say(name, $"the source's profile maps a column \"{OneLine.Of(header)}\", which this file lacks");
        remarks.Conclude(report, name);
        if (remarks.Unknown > 0)
            report.KeepWhatIsMissing(name, $"{remarks.Unknown} device codes cannot be read, so that nobody can say which cameras are missing: none was marked so");
    }

    private static void Name(ImportReport report, string name, string what, IEnumerable<ArchiveColumn> columns)
    {
        if (columns.Select(c => OneLine.Of(c.Header)).ToList() is { Count: > 0 } headers)
            report.Say(name, $"{what}: {string.Join(", ", headers)}");
    }
}
