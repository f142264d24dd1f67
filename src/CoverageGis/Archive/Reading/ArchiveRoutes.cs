using System.Text.Json.Nodes;
using CoverageGis.Archive.Rules;
using CoverageGis.Database;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Archive.Reading;

internal static class ArchiveRoutes
{
    private const string Key = "NumberStringString";

    private static readonly string List = Text("finding-list"), Summary = Text("archive-summary"), Marks = Text("finding-marks"),
        Figures = Text("standing-figures");

    private static readonly string[] Severities = ["fault", "warning", "hint"];

    private static readonly QueryParameter
        OfRule = new("rule", "Only findings of this rule; the codes are listed under /archive/rules.", code => ArchiveRules.Shipped.Find(code) is null ? $"is \"{code}\", and must be the code of a rule, as listed under /archive/rules" : null),
        OfSeverity = QueryParameter.OneOf("severity", Severities, "Only findings of this severity."),
        OfUnit = QueryParameter.Text("unit", 200, "Only records that this unit answers for; - for those that nobody does."),
        Days = QueryParameter.Integer("days", 1, 400, "How many kept days back; 90 when absent.");

    public static void MapArchive(this IEndpointRouteBuilder region)
    {
        region.MapJson("/archive/rules", _ => Task.FromResult<IResult>(TypedResults.Text(RuleWords.All, "application/json")))
            .WithTags("Archive").WithSummary("The rules that the archive is checked by, with their words in both languages.");
        region.MapJson("/archive/summary", http => http.RequestServices.GetRequiredService<KeptAnswers>()
                .JsonOfNowAsync(http, Summary, http.Request.Query.Text("unit"), http.Request.Query.Text("rule")))
            .Accepts(OfUnit, OfRule)
            .WithTags("Archive").WithSummary("How many findings the archive has, by rule and by unit.");
        region.MapJson("/archive/standing", http => http.RequestServices.GetRequiredService<KeptAnswers>()
                .JsonOfNowAsync(http, Figures, http.Request.Query.Integer("days", 90)))
            .Accepts(Days)
            .WithTags("Archive").WithSummary("Standing figures by unit and class: records, complete, networked, in use; and how they were on the days before.");
        region.MapJson("/archive/marks", MarksAsync)
            .Accepts(QueryParameter.Box, OfRule, OfSeverity, OfUnit, QueryParameter.Integer("limit", 1, 5000, "Most cameras; 1500 when absent."))
            .WithTags("Archive").WithSummary("Cameras with open findings as GeoJSON points, the worst first.");
        region.MapJson("/archive/findings", ListAsync)
            .Accepts(OfRule, OfSeverity, OfUnit,
                QueryParameter.Text("camera", 200, "Only findings of this camera."),
                QueryParameter.OneOf("state", ["open", "accepted", "all"], "Open ones, those accepted as they are, or all; open when absent."),
                PageKey.Parameter(Key),
                QueryParameter.Integer("limit", 1, 200, "Most findings in a page; 50 when absent."),
                QueryParameter.OneOf("format", ["json", "xlsx"], "A page as json, or all that match as a workbook; json when absent."),
                QueryParameter.OneOf("lang", ["en", "zh"], "The language of a workbook; en when absent."))
            .WithTags("Archive").WithSummary("Findings in the archive, worst first, a page at a time, each in a sentence with what would be right.");
    }

    internal static short? Severity(string? name) => name is null ? null : (short)(Array.IndexOf(Severities, name) + 1);

    private static async Task<IResult> ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (query.Text("format") == "xlsx")
            return FindingWorkbook.Of(http);
        var page = await Answer.TextAsync(http, List, http.State().Region, query.Text("rule"), Severity(query.Text("severity")), query.Text("unit"),
            query.Text("camera"), query.Text("state") ?? "open", query.Text("after") is { } after ? PageKey.Read(after, Key) : null, query.Integer("limit", 50));
        var told = JsonNode.Parse(PageKey.WithNext(page!))!;
        foreach (var finding in told["findings"]!.AsArray())
            RuleWords.Add(finding!.AsObject());
        return TypedResults.Text(told.ToJsonString(RuleWords.Readable), "application/json");
    }

    private static async Task<IResult> MarksAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var box = query.Box("bbox") ?? new double?[4];
        return await Answer.JsonAsync(http, Marks, "", http.State().Region, box[0], box[1], box[2], box[3],
            query.Text("rule"), Severity(query.Text("severity")), query.Text("unit"), query.Integer("limit", 1500));
    }

    private static string Text(string statement) => Statement.Of(typeof(ArchiveRoutes), statement);
}
