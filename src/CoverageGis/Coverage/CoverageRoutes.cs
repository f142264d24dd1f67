using System.Globalization;
using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Coverage;

internal static class CoverageRoutes
{
    private static readonly string Summary = Statement.Of(typeof(CoverageRoutes), "region-summary");
    private static readonly string Gap = Statement.Of(typeof(CoverageRoutes), "gap-detail");

    public static void MapCoverage(this IEndpointRouteBuilder region)
    {
        region.MapJson("/summary", http => http.RequestServices.GetRequiredService<KeptAnswers>().JsonAsync(http, Summary))
            .Accepts(QueryParameter.At)
            .WithTags("Coverage").WithSummary("How a region stands as a whole: sites by state, areas, gaps, cameras.");
        region.MapJson("/gaps/{id}", http => GapAsync(http, Answer.Part(http, "id")))
            .Accepts(QueryParameter.At)
            .ProducesProblem(404)
            .WithTags("Coverage").WithSummary("One gap: where, how large, how certain, and what its zone requires.");
    }

    private static Task<IResult> GapAsync(HttpContext http, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Answer.JsonAsync(http, Gap, $"There is no gap {id} in this region {(http.State().At is null ? "now; an analysis may have closed it" : "at that moment")}.", http.State().Region, number, http.State().At)
            : Task.FromResult(Answer.Wrong("id", $"is \"{id}\", and must be a whole number"));
}
