using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoverageGis.Exchange;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>Problems that are alike but for a value, told once: how many, an example, and of which things, as far as an answer bears.</summary>
internal static partial class ProblemGroups
{
    private const int MostGroups = 100, MostOfOne = 50;

    /// <summary>The report with its problems grouped; null for none.</summary>
    public static JsonObject? Grouped(ImportReport? report)
    {
        if (report is null)
            return null;
        var json = JsonSerializer.SerializeToNode(report, ImportReport.Json)!.AsObject();
        json.Remove("problems");
        json["problems"] = Of(report.Problems);
        return json;
    }

    public static JsonObject Of(IReadOnlyList<ImportProblem> problems) => new()
    {
        ["total"] = problems.Count,
        ["groups"] = new JsonArray([.. problems.GroupBy(p => Values().Replace(p.Reason, "…"))
            .OrderByDescending(g => g.Count()).Take(MostGroups).Select(Group)]),
    };

    private static JsonNode Group(IGrouping<string, ImportProblem> alike) => new JsonObject
    {
        ["reason"] = alike.Count() == 1 ? alike.First().Reason : alike.Key, ["total"] = alike.Count(),
        ["problems"] = new JsonArray([.. alike.Take(MostOfOne).Select(p => (JsonNode)new JsonObject { ["ref"] = p.Ref, ["reason"] = p.Reason })]),
    };

    /// <summary>What differs from thing to thing: numbers, and what stands in quotes.</summary>
    [GeneratedRegex("\"[^\"]*\"|[-+]?[0-9][0-9A-Za-z.,:_-]*")]
    private static partial Regex Values();
}
