using CoverageGis.Coverage.Probes;
using CoverageGis.Database;
using CoverageGis.Http;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Survey;

internal static class SurveyRoutes
{
    private const int MostVisits = 20;

    public static void MapSurvey(this IEndpointRouteBuilder region) =>
        region.MapGet("/sites/{code}/survey", (Delegate)((HttpContext http) => SurveyAsync(http, Answer.Part(http, "code"))))
            .Produces<SurveyAnswer>().ProducesProblem(404)
            .WithTags("Sites").WithSummary("Which records to complete on the spot, in the order that settles most of a site's unproven ground; at most 20.");

    private static async Task<IResult> SurveyAsync(HttpContext http, string site)
    {
        var (region, token) = (http.State().Region, http.RequestAborted);
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(token);
        if (!await connection.ValueAsync<bool>(Text("is-site"), token, region, site))
            return Answer.Missing($"There is no site \"{site}\" in this region.");
        var doubts = new List<Doubt>();
        await using var command = connection.With(Text("doubts"), region, site);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            doubts.Add(new Doubt(NearCamera.From(row), row.GetFieldValue<Geometry>(row.GetOrdinal("ground"))));
        return TypedResults.Json(new SurveyAnswer(site, SurveyPlan.UnprovenArea(doubts), SurveyPlan.Of(doubts, MostVisits)));
    }

    private static string Text(string statement) => Statement.Of(typeof(SurveyRoutes), statement);
}

/// <param name="UnprovenM2">Ground that is seen possibly and not certainly.</param>
internal sealed record SurveyAnswer(string Site, double UnprovenM2, IReadOnlyList<SurveyVisit> Visits);
