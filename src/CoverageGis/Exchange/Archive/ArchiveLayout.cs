using CoverageGis.Commands;
using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Archive;

/// <summary>A column of a table.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Key">Under which its values are kept: the field, or the header; made different from the others'.</param>
/// <param name="Field">Of the form; null = unknown.</param>
/// <param name="IsDropped">Never kept: addresses, users, passwords.</param>
/// <param name="IsIgnored">The mapping says so, or it has no header.</param>
internal sealed record ArchiveColumn(int Index, string Header, string Key, string? Field, bool IsDropped, bool IsIgnored)
{
    public bool IsKept => !IsDropped && !IsIgnored;
}

/// <summary>What the columns of a table mean, by its header row and what the user says of it.</summary>
/// <param name="Row">Of the header, as a spreadsheet counts.</param>
internal sealed record ArchiveLayout(int Row, IReadOnlyList<ArchiveColumn> Columns)
{
    /// <summary>A header stands behind a few lines of title at most.</summary>
    public const int RowsLooked = 30;

    public const string Code = "设备编码";

    /// <summary>Fewer recognised columns are no header of an archive.</summary>
    private const int Least = 3;

    public int Recognised => Columns.Count(c => c.Field is not null || c.IsDropped);

    public bool IsArchive => Columns.Any(c => c.Field == Code) && Recognised >= Least;

    public string? UnitOf(string field) => Columns.FirstOrDefault(c => c.Field == field) is { } column ? Word.Remarked(column.Header) : null;

    /// <summary>The row among the first whose cells are best recognised; null = none has two cells.</summary>
    public static ArchiveLayout? Find(IEnumerable<TableRow> first, ArchiveMapping mapping, ArchiveForm form) => first
        .Where(r => r.Cells.Count(c => c.Length > 0) > 1).Select(r => Of(r, mapping, form))
        .OrderByDescending(l => l.Recognised).ThenByDescending(l => l.Recognised > 0 ? 0 : l.Columns.Count).FirstOrDefault();

    /// <exception cref="BadInput">The mapping names what the form or the file does not have: all of it.</exception>
    public void Require(ArchiveMapping mapping, ArchiveForm form, string file)
    {
        var faults = MappingFaults.Of(this, mapping, form).ToList();
        if (!IsArchive)
            faults.Add(Columns.Any(c => c.Field == Code)
                ? FormattableString.Invariant($"the header in row {Row} names too few fields of a camera archive ({string.Join(", ", Columns.Where(c => c.Field is not null).Select(c => c.Header))}). Map the others with --map")
                : FormattableString.Invariant($"no header row with {Code} (device code) was found in the first {RowsLooked} rows; row {Row} comes nearest. Map its columns with --map"));
        if (faults.Count > 0)
            throw new BadInput(string.Join('\n', faults.Select(f => $"{file}: {f}.")) + "\nNothing was imported.");
    }

    private static ArchiveLayout Of(TableRow row, ArchiveMapping mapping, ArchiveForm form)
    {
        var mapped = mapping.Columns.GroupBy(c => Word.OfHeader(c.Key)).ToDictionary(c => c.Key, c => c.First().Value);
        var fields = row.Cells.Select(h => h.Length == 0 ? null : mapped.TryGetValue(Word.OfHeader(h), out var to) ? to : form.FieldOf(h)).ToList();
        var won = fields.Select((f, i) => f is not null && Winner(row, fields, f, mapped) == i ? f : null).ToList();
        HashSet<string> keys = new(won.OfType<string>(), StringComparer.Ordinal);
        List<ArchiveColumn> columns = [];
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var (header, word) = (row.Cells[i], Word.OfHeader(row.Cells[i]));
            var isMapped = header.Length > 0 && mapped.ContainsKey(word);
            columns.Add(new ArchiveColumn(i, header, won[i] ?? Unique(header, keys, i), won[i],
                !isMapped && form.IsDropped(header), header.Length == 0 || (isMapped && mapped[word] is null)));
        }
        return new ArchiveLayout(row.Number, columns);
    }

    /// <summary>Of several columns for one field: what the user mapped, else the form's own name for it, else the first.</summary>
    private static int Winner(TableRow row, List<string?> fields, string field, Dictionary<string, string?> mapped)
    {
        var all = Enumerable.Range(0, fields.Count).Where(i => fields[i] == field).Cast<int?>().ToList();
        return all.Find(i => mapped.ContainsKey(Word.OfHeader(row.Cells[i!.Value])))
            ?? all.Find(i => Word.OfHeader(row.Cells[i!.Value]) == Word.OfHeader(field)) ?? all[0]!.Value;
    }

    private static string Unique(string key, HashSet<string> keys, int index) =>
        keys.Add(key) ? key : Unique(FormattableString.Invariant($"{key} ({index + 1})"), keys, index);
}
