using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Database;
using CoverageGis.Http;
using CoverageGis.Kernel;
using CoverageGis.Views;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Npgsql;
using NpgsqlTypes;

namespace CoverageGis.Planning.Previews;

internal static class PreviewRoutes
{
    private const string Bad = "The camera is not as it must be.";

    private static readonly string Scene = Statement.Of(typeof(PreviewRoutes), "preview-scene");
    private static readonly string Ratios = Statement.Of(typeof(PreviewRoutes), "preview-ratios");

    public static void MapPreview(this IEndpointRouteBuilder region)
    {
        Describe(region.MapPost("/cameras/{code}/preview", (Delegate)((HttpContext http) => PreviewAsync(http, Answer.Part(http, "code")))))
            .ProducesProblem(404).WithSummary("What a camera would see if its record were changed; nothing is stored.");
        Describe(region.MapPost("/preview", (Delegate)((HttpContext http) => PreviewAsync(http, null))))
            .WithSummary("What a camera that does not exist yet would see; nothing is stored.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .Accepts<PreviewBody>("application/json").Produces(200, contentType: "application/geo+json").WithTags("Cameras")
        .WithDescription("Properties as in the exchange form, each a number or an interval [min, max]; what is absent stays as recorded. "
            + "position is [lon, lat]; purpose is by default the one that most zones ask for; ratios: true adds the zones whose share of seen ground would change.");

    private static async Task<IResult> PreviewAsync(HttpContext http, string? code)
    {
        if (await BodyAsync(http) is not { } body)
            return TypedResults.Problem("The body must be a JSON object.", statusCode: 400, title: Bad);
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var request = PreviewRequest.Read(body, code, faults);
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(http.RequestAborted);
        var scene = await SceneAsync(connection, http.State().Region, code, request, faults.Count > 0, http.RequestAborted);
        if (code is not null && !scene.IsKnown)
            return Answer.Missing($"There is no camera \"{code}\" in this region.");
        if (scene.Purpose is null)
            faults["purpose"] = [$"is \"{request.Purpose}\", which this region does not know"];
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults, title: Bad);
        return await SeeAsync(connection, http, code, request, scene);
    }

    private static async Task<IResult> SeeAsync(NpgsqlConnection connection, HttpContext http, string? code, PreviewRequest request, PreviewScene scene)
    {
        var record = request.Of(scene.Record!);
        var sight = Sight.Of(record, Heads.Of(record), [scene.Purpose!], scene.Occluders);
        var zones = request.Ratios ? await ZonesAsync(connection, http.State().Region, code, scene, sight, http.RequestAborted) : null;
        var plane = PlaneOfRegion.Of(scene.Srid, scene.PlaneText);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(PreviewAnswer.Json(code, scene.Purpose!, sight, plane, zones), "application/geo+json");
    }

    /// <param name="isFaulty">Only whether camera and purpose exist is asked: the values cannot be used.</param>
    private static async Task<PreviewScene> SceneAsync(
        NpgsqlConnection connection, string region, string? code, PreviewRequest request, bool isFaulty, CancellationToken token)
    {
        var change = isFaulty ? new Exchange.Scene.CameraItem("", "", Point.Empty) { Ref = "" } : request.Camera;
        var position = isFaulty ? null : request.Position;
        await using var command = connection.With(Scene, region, code, isFaulty || !request.Has("type") ? null : change.Type,
            position?[0], position?[1], request.Purpose, change.Hfov?.Min, change.Pixels?.Max, change.Range?.Max);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return PreviewScene.From(row);
    }

    private static async Task<string?> ZonesAsync(
        NpgsqlConnection connection, string region, string? code, PreviewScene scene, Sight sight, CancellationToken token)
    {
        await using var command = connection.With(Ratios, region, scene.Purpose!.Name, code);
        var byDay = sight.Views.Where(v => v.Light != "night").ToList();
        foreach (var ground in new[] { Union(byDay.Where(v => v.Certainty == "certain"), scene.Srid), Union(byDay, scene.Srid) })
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)ground ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = sight.Camera.Working });
        command.Parameters.Add(new NpgsqlParameter { Value = sight.Camera.Capture });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)sight.Building ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return await command.ExecuteScalarAsync(token) as string;
    }

    private static Geometry? Union(IEnumerable<StoredView> views, int srid)
    {
        if (UnaryUnionOp.Union(views.Select(v => v.Ground)) is not { IsEmpty: false } ground)
            return null;
        ground.SRID = srid;
        return ground;
    }

    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
            // A property that stands there twice shows when the properties are first looked at.
            return body?.Count >= 0 ? body : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>For the description of the API only: the handler reads the words of the exchange form.</summary>
internal sealed record PreviewBody(
    double[]? Position, double? Azimuth, double? Tilt, double? Hfov, double? Vfov, double? Height, double? Pixels, double? Range,
    string? Mount, string? Type, bool? Indoor, string? Purpose, bool? Ratios);
