using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Exchange.Archive;

/// <summary>What of a mapping does not fit the form or the table, each with what would be right.</summary>
internal static class MappingFaults
{
    public static IEnumerable<string> Of(ArchiveLayout layout, ArchiveMapping mapping, ArchiveForm form) =>
        Columns(layout, mapping, form).Concat(mapping.Codes.SelectMany(c => Codes(c.Key, c.Value, form)));

    /// <summary>Mapped headers that the table lacks.</summary>
    public static IEnumerable<string> Lacking(ArchiveLayout layout, ArchiveMapping mapping) =>
        mapping.Columns.Keys.Where(h => !layout.Columns.Any(c => Word.OfHeader(c.Header) == Word.OfHeader(h)));

    private static IEnumerable<string> Columns(ArchiveLayout layout, ArchiveMapping mapping, ArchiveForm form)
    {
        var unknown = mapping.Columns.Where(c => c.Value is { } field && !form.Fields.Contains(field)).ToList();
        foreach (var (header, field) in unknown)
            yield return $"the mapping takes \"{header}\" for \"{field}\", which is no field of the form";
        if (unknown.Count > 0)
            yield return $"fields of the form are {string.Join(", ", form.Fields)}";
        foreach (var twice in mapping.Columns.Where(c => c.Value is not null).GroupBy(c => c.Value!).Where(g => g.Count() > 1))
            yield return $"the mapping takes {string.Join(" and ", twice.Select(c => $"\"{c.Key}\""))} for {twice.Key}; right would be one of them";
        var lacking = mapping.IsSaved ? [] : Lacking(layout, mapping).ToList();
        foreach (var header in lacking)
            yield return $"the mapping names a column \"{Scene.OneLine.Of(header)}\", which the file lacks";
        if (lacking.Count > 0)
            yield return FormattableString.Invariant($"its columns, in row {layout.Row}, are {string.Join(", ", layout.Columns.Where(c => c.Header.Length > 0).Select(c => Scene.OneLine.Of(c.Header)))}");
    }

    private static IEnumerable<string> Codes(string field, IReadOnlyDictionary<string, string> values, ArchiveForm form)
    {
        if (form.Codes(field) is not { } table)
        {
            yield return $"the mapping has codes for \"{field}\", which is no field with codes";
            yield break;
        }
        foreach (var (theirs, ours) in values.Where(v => table.Find(v.Value) is null))
            yield return $"the mapping takes \"{theirs}\" of {field} for \"{ours}\"; right would be one of {string.Join(", ", table.Codes)}";
    }
}
