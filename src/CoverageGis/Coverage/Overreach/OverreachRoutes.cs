using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Coverage.Overreach;

internal static class OverreachRoutes
{
    private const string Key = "NumberNumberStringString";

    private static readonly string List = Statement.Of(typeof(OverreachRoutes), "overreach-list");

    public static void MapOverreach(this IEndpointRouteBuilder region) =>
        region.MapJson("/overreach", ListAsync)
            .Accepts(
                QueryParameter.OneOf("certainty", ["certain", "possible"], "Only what is certain, or only possible."),
                PageKey.Parameter(Key),
                QueryParameter.Integer("limit", 1, 200, "Most cameras in a page; 50 when absent."))
            .WithTags("Coverage").WithSummary("Cameras whose views reach protected areas, the largest certain reach first, a page at a time; areas in m².");

    private static async Task<IResult> ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var page = await Answer.TextAsync(http, List, http.State().Region, query.Text("certainty"),
            query.Text("after") is { } after ? PageKey.Read(after, Key) : null, query.Integer("limit", 50));
        return TypedResults.Text(PageKey.WithNext(page!), "application/json");
    }
}
