using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Publishing.Regions;

internal static class RegionRoutes
{
    private static readonly string List = Statement.Of(typeof(RegionRoutes), "region-list");
    private static readonly string Search = Statement.Of(typeof(RegionRoutes), "search");

    public static void MapRegions(this IEndpointRouteBuilder api)
    {
        api.MapJson("/regions", http => Answer.JsonAsync(http, List, "There are no regions."))
            .ChecksQuery()
            .WithTags("Regions").WithSummary("All regions, the fullest first.")
            .WithDescription("Code, name, EPSG code of the metric plane, extent [west, south, east, north], numbers of sites and cameras, whether OpenStreetMap data is shown, and when it was delivered and analysed.");
    }

    public static void MapRegion(this IEndpointRouteBuilder region)
    {
        region.MapGet("/state", (HttpContext http) => TypedResults.Ok(new ShownState(http.State().Records, http.State().Findings)))
            .Accepts(QueryParameter.At)
            .WithTags("Regions").WithSummary("The state of a region: changes whenever something that is shown changes.");
        region.MapJson("/search", SearchAsync)
            .Accepts(QueryParameter.Text("q", 100, "Part of a name or a code, in any case."), QueryParameter.Integer("limit", 1, 50, "Most hits."))
            .WithTags("Regions").WithSummary("Sites and cameras by name or code, the best match first.");
    }

    private static async Task<IResult> SearchAsync(HttpContext http)
    {
        var words = http.Request.Query.Text("q")?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(words)
            ? Answer.Wrong("q", "is missing: give part of a name or a code")
            : await Answer.JsonAsync(http, Search, "", http.State().Region, words, http.Request.Query.Integer("limit", 12));
    }
}

/// <param name="Records">Stamp of what was delivered: parameter v of base tiles.</param>
/// <param name="Findings">Stamp of what was delivered and found: parameter v of the other tiles.</param>
internal sealed record ShownState(string Records, string Findings);
