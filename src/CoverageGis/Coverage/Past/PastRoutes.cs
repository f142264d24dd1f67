using CoverageGis.Database;
using CoverageGis.Exchange.Exports;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Coverage.Past;

/// <summary>The moments of a region, and what changed between two of them.</summary>
internal static class PastRoutes
{
    private const int MostPieces = 2000;
    private static readonly string Moments = Statement.Of(typeof(PastRoutes), "moments");
    private static readonly string Comparison = Statement.Of(typeof(PastRoutes), "comparison");
    private static readonly string Table = Statement.Of(typeof(PastRoutes), "comparison-table");
    private static readonly string Ground = Statement.Of(typeof(PastRoutes), "changed-ground");

    private static readonly QueryParameter From = QueryParameter.Moment("from", "The first moment; needed.");
    private static readonly QueryParameter To = QueryParameter.Moment("to", "The second moment; now when absent.");

    private static readonly string[] Columns =
        ["code", "name", "category", "state_from", "state_to", "ratio_from", "ratio_to", "seen_from_m2", "seen_to_m2", "area_from_m2", "area_to_m2",
            "gained_m2", "lost_m2", "gaps_from", "gaps_to"];

    public static void MapPast(this IEndpointRouteBuilder region)
    {
        region.MapJson("/moments", MomentsAsync)
            .Accepts(QueryParameter.Moment("before", "Only what is older: \"next\" of the page before."), QueryParameter.Integer("limit", 1, 200, "Most moments in a page; 50 when absent."))
            .WithTags("Past").WithSummary("When analyses of a region ended, newest first, with what each changed.");
        region.MapJson("/comparison", ComparisonAsync)
            .Accepts(From, To, QueryParameter.Integer("limit", 1, 1000, "Most sites; 200 when absent."))
            .WithTags("Past").WithSummary("What is seen that was not, and what is no longer seen, between two moments: in all, and by site, worst losses first.");
        region.MapJson("/comparison/ground", GroundAsync)
            .Accepts(From, To, QueryParameter.Box, QueryParameter.Integer("limit", 1, MostPieces, $"Most pieces, the largest first; {MostPieces} when absent."))
            .WithTags("Past").WithSummary("The ground that came into sight (gained) or was lost from it between two moments, as GeoJSON.");
        region.MapJson("/comparison/{file}", FileAsync)
            .Accepts(From, To)
            .Produces(200, contentType: "application/geo+json", additionalContentTypes: ["text/csv"]).ProducesProblem(404)
            .WithTags("Past").WithSummary("A comparison as a file: sites.csv, sites.geojson or ground.geojson.");
    }

    private static Task<IResult> MomentsAsync(HttpContext http)
    {
        var query = http.Request.Query;
        return Answer.JsonAsync(http, Moments, "", http.State().Region, query.Moment("before"), query.Integer("limit", 50));
    }

    private static Task<IResult> ComparisonAsync(HttpContext http)
    {
        var query = http.Request.Query;
        return Fault(query) ?? Answer.JsonAsync(http, Comparison, "", http.State().Region, query.Moment("from"), query.Moment("to"), query.Integer("limit", 200));
    }

    private static async Task<IResult> GroundAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (Fault(query) is { } fault) return await fault;
        return TypedResults.Stream(stream => GeoJsonExport.WriteAsync(Pieces(http, query.Integer("limit", MostPieces)), stream, http.RequestAborted), "application/geo+json");
    }

    private static async Task<IResult> FileAsync(HttpContext http)
    {
        var file = Answer.Part(http, "file");
        if (file is not ("sites.csv" or "sites.geojson" or "ground.geojson")) return Answer.Missing($"There is no file {file}: it is sites.csv, sites.geojson or ground.geojson.");
        if (Fault(http.Request.Query) is { } fault) return await fault;
        var rows = file.StartsWith("sites", StringComparison.Ordinal) ? Sites(http) : Pieces(http, long.MaxValue);
        return file.EndsWith("csv", StringComparison.Ordinal)
            ? TypedResults.Stream(stream => CsvExport.WriteAsync(rows, Columns, stream, http.RequestAborted), "text/csv; charset=utf-8", $"{http.State().Region}-comparison-{file}")
            : TypedResults.Stream(stream => GeoJsonExport.WriteAsync(rows, stream, http.RequestAborted), "application/geo+json", $"{http.State().Region}-comparison-{file}");
    }

    private static IAsyncEnumerable<ExportRow> Sites(HttpContext http) =>
        ExportLayer.ReadAsync(Source(http), Table, http.RequestAborted, http.State().Region, http.Request.Query.Moment("from"), http.Request.Query.Moment("to"));

    private static IAsyncEnumerable<ExportRow> Pieces(HttpContext http, long most)
    {
        var query = http.Request.Query;
        var box = query.Box("bbox") ?? new double?[4];
        return ExportLayer.ReadAsync(Source(http), Ground, http.RequestAborted, http.State().Region, query.Moment("from"), query.Moment("to"), box[0], box[1], box[2], box[3], most);
    }

    private static NpgsqlDataSource Source(HttpContext http) => http.RequestServices.GetRequiredService<NpgsqlDataSource>();

    // What no parameter can tell of itself alone.
    private static Task<IResult>? Fault(IQueryCollection query) =>
        query.Moment("from") is not { } from ? Task.FromResult(Answer.Wrong("from", $"is missing: give {Moment.Wanted}"))
        : query.Moment("to") is { } to && to <= from ? Task.FromResult(Answer.Wrong("to", "is not after \"from\": the second moment must be the later one"))
        : null;
}
