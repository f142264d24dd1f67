using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange.Exports;

namespace CoverageGis.Archive.Rules;

/// <summary>A finding as a row of an export.</summary>
internal static class FindingRow
{
    /// <summary>With its sentence in both languages, from the values that the database found (computed).</summary>
    public static ExportRow InWords(ExportRow row)
    {
        var rules = ArchiveRules.Shipped;
        if (rules.Find(row.Recorded.GetProperty("rule").GetString()!) is not { } rule)
            return row;
        var detail = JsonObject.Create(row.Computed);
        var (words, right) = (Explanation.Of(rule.Words, detail, rules), Explanation.Of(rule.Right, detail, rules));
        var told = new JsonObject
        {
            ["title_en"] = rule.Title.En, ["title_zh"] = rule.Title.Zh, ["words_en"] = words.En, ["words_zh"] = words.Zh,
            ["right_en"] = right.En, ["right_zh"] = right.Zh,
        };
        return row with { Computed = JsonSerializer.SerializeToElement(told) };
    }
}
