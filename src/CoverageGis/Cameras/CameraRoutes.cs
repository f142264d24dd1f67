using System.Text.Json.Nodes;
using CoverageGis.Archive.Rules;
using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Cameras;

internal static class CameraRoutes
{
    private const int MostVersions = 200;

    /// <summary>How an address ends that asks for the history of a camera, whose code may hold a slash.</summary>
    private const string History = "/history";

    private static readonly string Detail = Statement.Of(typeof(CameraRoutes), "camera-detail");
    private static readonly string Unplaced = Statement.Of(typeof(CameraRoutes), "unplaced-camera");
    private static readonly string Versions = Statement.Of(typeof(CameraRoutes), "camera-history");

    public static void MapCameras(this IEndpointRouteBuilder region)
    {
        region.MapJson("/cameras/{code}/history", http => HistoryAsync(http, Answer.Part(http, "code")))
            .ProducesProblem(404)
            .WithTags("Cameras").WithSummary("What became of a camera's record, newest first: who changed what from what to what, when, by which delivery or why.");
        region.MapJson("/cameras/{**code}", http => CameraAsync(http, Answer.Part(http, "code")))
            .ProducesProblem(404)
            .WithTags("Cameras").WithSummary("One camera: facts as recorded and as used, its archive fields, its views, the sites that it helps to watch, and its findings. One whose place is not on record has no lon and lat.");
    }

    private static async Task<IResult> CameraAsync(HttpContext http, string code)
    {
        var region = http.State().Region;
        if ((await Answer.TextAsync(http, Detail, region, code) ?? await Answer.TextAsync(http, Unplaced, region, code)) is not { } json)
            return code.EndsWith(History, StringComparison.Ordinal)
                ? await HistoryAsync(http, code[..^History.Length]) : Answer.Missing($"There is no camera \"{code}\" in this region.");
        var camera = JsonNode.Parse(json)!;
        foreach (var finding in camera["findings"]!.AsArray())
            RuleWords.Add(finding!.AsObject());
        return TypedResults.Text(camera.ToJsonString(RuleWords.Readable), "application/json");
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, string code)
    {
        var json = await Answer.TextAsync(http, Versions, http.State().Region, code, MostVersions);
        var versions = JsonNode.Parse(json!)!["versions"]!.AsArray();
        return versions.Count == 0 ? Answer.Missing($"There never was a camera \"{code}\" in this region.")
            : TypedResults.Text(new JsonObject { ["code"] = code, ["steps"] = CameraHistory.Of(versions) }.ToJsonString(RuleWords.Readable), "application/json");
    }
}
