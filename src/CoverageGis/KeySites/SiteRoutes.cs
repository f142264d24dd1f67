using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Database;
using CoverageGis.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CoverageGis.KeySites;

internal static class SiteRoutes
{
    private static readonly string List = Statement.Of(typeof(SiteRoutes), "site-list");
    private static readonly string Detail = Statement.Of(typeof(SiteRoutes), "site-detail");
    private static readonly string Cameras = Statement.Of(typeof(SiteRoutes), "site-cameras");

    private static readonly string[] Categories =
        ["airport", "railway_station", "coach_station", "fuel_station", "bus_stop", "mall", "compound", "other"];

    private static readonly string[] States =
        ["compliant", "unproven", "not_compliant", "nothing_to_watch", "not_required", "not_analysed"];

    public static void MapSites(this IEndpointRouteBuilder region)
    {
        region.MapJson("/sites", ListAsync)
            .Accepts(
                QueryParameter.OneOf("category", Categories, "Only sites of this category."),
                QueryParameter.OneOf("state", States, "Only sites in this state."),
                QueryParameter.Text("q", 100, "Only sites whose name or code contains this."),
                QueryParameter.OneOf("sort", ["worst", "name"], "The order; worst when absent."),
                new QueryParameter("after", "The next page: \"next\" of the page before.", value => Key(value) is null ? "is not the \"next\" of a page" : null),
                QueryParameter.Integer("limit", 1, 200, "Most sites in a page; 50 when absent."),
                QueryParameter.At)
            .WithTags("Sites").WithSummary("Sites, worst first or by name, a page at a time, with the number of all that match.");
        region.MapJson("/sites/{**code}", http => DetailAsync(http, Answer.Part(http, "code")))
            .Accepts(QueryParameter.At)
            .ProducesProblem(404)
            .WithTags("Sites").WithSummary("One site: its zones with what they require and how much of each is seen, its gaps, the cameras that contribute (of now only).");
    }

    private static async Task<IResult> ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var page = await Answer.TextAsync(http, List, http.State().Region, query.Text("category"), query.Text("state"),
            query.Text("q")?.Trim().ToLowerInvariant(), query.Text("sort") ?? "worst", query.Text("after") is { } after ? Key(after) : null, query.Integer("limit", 50), http.State().At);
        return TypedResults.Text(WithNext(page!), "application/json");
    }

    private static async Task<IResult> DetailAsync(HttpContext http, string code)
    {
        var (region, at) = (http.State().Region, http.State().At);
        if (await Answer.TextAsync(http, Detail, region, code, at) is not { } site)
            return Answer.Missing(at is null ? $"There is no site \"{code}\" in this region." : $"There was no site \"{code}\" in this region then.");
        var contributors = at is null ? await Answer.TextAsync(http, Cameras, region, code) : "{\"cameras\": null}";
        return TypedResults.Text($"{site.AsSpan(0, site.LastIndexOf('}'))}, {contributors.AsSpan(1)}", "application/json");
    }

    // The key of a page's last row, in one word that an address can carry.
    private static string WithNext(string page)
    {
        var json = JsonNode.Parse(page)!.AsObject();
        json.Remove("last", out var last);
        json["next"] = last is null ? null : WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(last.ToJsonString()));
        return json.ToJsonString();
    }

    private static string? Key(string after)
    {
        try
        {
            var text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(after));
            return JsonNode.Parse(text) is JsonArray { Count: 4 } key && Kinds(key) is "NumberNumberStringString" ? text : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Kinds(JsonArray key) => string.Concat(key.Select(part => part?.GetValueKind().ToString()));
}
