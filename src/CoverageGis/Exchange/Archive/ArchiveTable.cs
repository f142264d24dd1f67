using CoverageGis.Commands;
using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Archive;

/// <summary>Looks at a table before it is imported.</summary>
public static class ArchiveTable
{
    private const int SamplesShown = 5, MostValues = 20, MostSheets = 20, LongestSample = 60;

    /// <summary>What a user needs to see to map the columns of a CSV file or a workbook. Reads all of it.</summary>
    /// <exception cref="BadInput">It is no table, or damaged.</exception>
    public static TableHead Inspect(string file, ArchiveMapping? mapping = null)
    {
        using var table = Table.Open(file);
        var (form, given) = (ArchiveForm.Shipped, mapping ?? ArchiveMapping.None);
        var (sheet, layout) = Layout(table, given, form);
        var (seen, rows) = (layout.Columns.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToList(), 0);
        foreach (var row in table.Rows(sheet, null).Where(r => r.Number > layout.Row && !r.IsEmpty))
        {
            rows++;
            foreach (var column in layout.Columns.Where(c => !c.IsDropped))
                Count(seen[column.Index], row.Cell(column.Index));
        }
        return new TableHead(table.Format, table.Encoding, table.Separator?.ToString(), table.Sheets, sheet, layout.Row, layout.IsArchive,
            [.. layout.Columns.Select(c => Shown(c, seen[c.Index]))], rows, form.Fields,
            form.Fields.Where(f => form.Codes(f) is not null).ToDictionary(f => f, f => form.Codes(f)!.Codes),
            [.. MappingFaults.Of(layout, given, form)]);
    }

    /// <summary>Whether a file is a table with the header of an archive; never a fault.</summary>
    public static bool IsArchive(string file)
    {
        try
        {
            using var table = Table.Open(file);
            return Layout(table, ArchiveMapping.None, ArchiveForm.Shipped).Layout.IsArchive;
        }
        catch (BadInput)
        {
            return false;
        }
    }

    /// <summary>The sheet whose header fits best, or the one that the mapping names.</summary>
    internal static (string? Sheet, ArchiveLayout Layout) Layout(Table table, ArchiveMapping mapping, ArchiveForm form)
    {
        string?[] sheets = table.Sheets.Count == 0 ? [null] : mapping.Sheet is { } named ? [named] : [.. table.Sheets.Take(MostSheets)];
        (string? Sheet, ArchiveLayout? Layout) best = (sheets[0], null);
        foreach (var sheet in sheets)
        {
            var layout = ArchiveLayout.Find(table.Rows(sheet, null).Take(ArchiveLayout.RowsLooked), mapping, form);
            if (layout is not null && layout.Recognised > (best.Layout?.Recognised ?? -1))
                best = (sheet, layout);
        }
        return (best.Sheet, best.Layout ?? throw new BadInput(
            $"{table.File} holds no table: no row of its first {ArchiveLayout.RowsLooked} has two cells. Nothing was imported."));
    }

    private static void Count(Dictionary<string, int> seen, string value)
    {
        if (seen.TryGetValue(value, out var count))
            seen[value] = count + 1;
        else if (seen.Count <= MostValues)
            seen[value] = 1;
    }

    private static ColumnHead Shown(ArchiveColumn column, Dictionary<string, int> seen)
    {
        var hasSecrets = column.IsDropped || seen.Keys.Any(Secret.Is);
        return new ColumnHead(column.Header, column.IsIgnored ? null : column.Field, column.IsDropped, column.IsIgnored,
            hasSecrets ? [] : [.. seen.Keys.Where(v => v.Length > 0).Take(SamplesShown).Select(v => v.Length <= LongestSample ? v : v[..LongestSample] + "…")],
            hasSecrets || seen.Count > MostValues ? null : seen);
    }
}
