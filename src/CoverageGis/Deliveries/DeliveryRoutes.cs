using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Deliveries.Undoing;
using CoverageGis.Deliveries.Uploads;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Differences;
using CoverageGis.Http;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Deliveries;

internal static class DeliveryRoutes
{
    private const int Page = 50;

    public static readonly string List = Statement.Of(typeof(DeliveryRoutes), "delivery-list"),
        Missing = Statement.Of(typeof(DeliveryRoutes), "missing-cameras"), Detail = Statement.Of(typeof(DeliveryRoutes), "delivery-detail");

    private sealed record Known(JsonObject Facts, MergedAt? At, List<ImportProblem> Problems);

    public static void MapDeliveries(this IEndpointRouteBuilder region)
    {
        region.MapJson("/deliveries", http => PageAsync(http, List, "Number"))
            .Accepts(PageKey.Parameter("Number"), QueryParameter.Integer("limit", 1, 200, "Most in a page; 50 when absent."))
            .WithTags("Deliveries").WithSummary("Who delivered what, newest first: imports, edits and undos, with what became of them.");
        region.MapJson("/deliveries/{delivery:long}", DeliveryAsync).ProducesProblem(404)
            .WithTags("Deliveries").WithSummary("One delivery: what it changed, field by field, and its problems, grouped.");
        region.MapGet("/deliveries/{delivery:long}/changes.csv", (Delegate)ChangesAsync).Produces(200, contentType: "text/csv").ProducesProblem(404)
            .WithTags("Deliveries").WithSummary("Everything that a delivery changed, field by field.");
        region.MapJson("/missing-cameras", http => PageAsync(http, Missing, "String"))
            .Accepts(PageKey.Parameter("String"), QueryParameter.Integer("limit", 1, 200, "Most in a page; 50 when absent."))
            .WithTags("Deliveries").WithSummary("Cameras that the last full delivery of their source lacks: they stay, and are marked.");
        region.MapPost("/deliveries/{delivery:long}/undo", (Delegate)UndoAsync).TakesJson()
            .Produces(200, contentType: "application/json").ProducesProblem(404).ProducesProblem(409)
            .WithTags("Deliveries").WithSummary("Takes a delivery back ({dry_run, keep_later}). 409 with `later` when records were changed since; keep_later leaves those as they are.").DisableRequestTimeout();
    }

    private static async Task<IResult> PageAsync(HttpContext http, string statement, string kind)
    {
        var query = http.Request.Query;
        var last = query.Text("after") is { } word ? JsonNode.Parse(PageKey.Read(word, kind)!)![0]! : null;
        object? after = last is null ? null : kind == "Number" ? last.GetValue<long>() : last.GetValue<string>();
        return TypedResults.Text(PageKey.WithNext((await Answer.TextAsync(http, statement, http.State().Region, after, query.Integer("limit", Page)))!), "application/json");
    }

    private static async Task<IResult> DeliveryAsync(HttpContext http)
    {
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(http.RequestAborted);
        if (await FindAsync(connection, http) is not { } known)
            return None(http);
        var report = new ImportReport();
        if (known.At is { } at)
            await RecordChanges.ListAsync(connection, at, report, null, http.RequestAborted);
        known.Facts["changes"] = JsonSerializer.SerializeToNode(report.Changes, ImportReport.Json);
        known.Facts["problems"] = ProblemGroups.Of(known.Problems);
        return TypedResults.Text(known.Facts.ToJsonString(ImportReport.Json), "application/json");
    }

    private static async Task<IResult> ChangesAsync(HttpContext http)
    {
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(http.RequestAborted);
        if (await FindAsync(connection, http) is not { At: { } at })
            return None(http);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"changes-{http.GetRouteValue("delivery")}.csv\"";
        await using var text = new StreamWriter(http.Response.Body, new System.Text.UTF8Encoding(true));
        await RecordChanges.ListAsync(connection, at, new ImportReport(), text, http.RequestAborted);
        return TypedResults.Empty;
    }

    private static async Task<Known?> FindAsync(NpgsqlConnection connection, HttpContext http)
    {
        await using var command = connection.With(Detail, http.State().Region, Number(http));
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        if (!await row.ReadAsync(http.RequestAborted))
            return null;
        var before = row.IsDBNull(3) ? null : new RegionBefore(row.GetString(3), row.IsDBNull(4) ? null : row.GetFieldValue<Geometry>(4));
        return new Known(JsonNode.Parse(row.GetString(0))!.AsObject(),
            row.IsDBNull(1) ? null : new MergedAt(http.State().Region, row.GetDateTime(1), before),
            JsonSerializer.Deserialize<List<ImportProblem>>(row.GetString(2), ImportReport.Json)!);
    }

    private static async Task<IResult> UndoAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var faults = UndoBody.Faults(body.RootElement);
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults, title: "The undo is not as it must be. Nothing was changed.");
        var order = new UndoOrder(http.State().Region, Number(http), UndoBody.Is(body.RootElement, "keep_later"), UndoBody.Is(body.RootElement, "dry_run"), Environment.UserName);
        try
        {
            var done = await UndoRun.RunAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), order, http.RequestAborted);
            return TypedResults.Text(done.Json(), "application/json");
        }
        catch (ChangedSince refused)
        {
            return TypedResults.Problem($"{refused.Message} Nothing was changed.", statusCode: StatusCodes.Status409Conflict, title: "Changed since.",
                extensions: UndoBody.Later(refused));
        }
        catch (BadInput refused)
        {
            return refused.Message.StartsWith("There is no", StringComparison.Ordinal) ? None(http) : Answer.Wrong("delivery", refused.Message);
        }
    }

    private static long Number(HttpContext http) => long.Parse((string)http.GetRouteValue("delivery")!, CultureInfo.InvariantCulture);

    private static IResult None(HttpContext http) => Answer.Missing($"There is no delivery {http.GetRouteValue("delivery")} to this region of which that is known.");
}
