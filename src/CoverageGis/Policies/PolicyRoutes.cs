using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Policies;

internal static class PolicyRoutes
{
    private static readonly string All = Statement.Of(typeof(PolicyRoutes), "policies");

    public static void MapPolicies(this IEndpointRouteBuilder region) =>
        region.MapJson("/policies", http => Answer.JsonAsync(http, All, "", http.State().Region))
            .WithTags("Policies").WithSummary("What is required of each category of sites, for which purposes, and who changed it when.")
            .WithDescription("version: of the policies; shown_version: the newest that the present results were judged by; outdated: how many zones are still judged by an older one.");
}
