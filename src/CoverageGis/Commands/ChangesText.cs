using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Differences;

namespace CoverageGis.Commands;

/// <summary>What a delivery changes, a line a record, as far as a terminal bears it.</summary>
public static class ChangesText
{
    private const int Shown = 20;

    public static IEnumerable<string> Lines(ImportReport report)
    {
        foreach (var (kind, changes) in report.Changes ?? [])
        {
            foreach (var (outcome, group) in new[] { ("changed", changes.Changed), ("missing", changes.Missing), ("removed", changes.Removed), ("new", changes.New) })
            {
                foreach (var line in Lines(kind, outcome, group))
                    yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(string kind, string outcome, ChangeGroup group)
    {
        foreach (var record in group.Records.Take(Shown))
            yield return $"  {outcome} {kind} {record.Code}{(record.Name is { Length: > 0 } name ? $" ({name})" : "")}{Fields(record)}";
        if (group.Total > Shown)
            yield return string.Create(CultureInfo.InvariantCulture, $"  … and {group.Total - Shown} more {outcome} (--changes FILE.csv lists all)");
    }

    private static string Fields(ChangedRecord record) => record.Fields is not { Count: > 0 } fields ? ""
        : ": " + string.Join(", ", fields.Select(f => $"{f.Field} {Value(f.From)} → {Value(f.To)}"));

    private static string Value(JsonNode? value) => value is null ? "(none)" : RecordChanges.Plain(value.ToJsonString(ImportReport.Json))!;
}
