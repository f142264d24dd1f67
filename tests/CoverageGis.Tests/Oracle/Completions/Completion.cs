using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle.Completions;

/// <summary>
/// One of the exact scenes that a scene of intervals may be: every value drawn from its interval, often at an end of it,
/// a missing one from the default of the camera's type, the azimuth within its tolerance, every height of an occluder.
/// </summary>
internal static class Completion
{
    private static readonly string[] Optics = ["hfov", "vfov", "tilt", "height", "pixels"];

    public static Scene Of(string scene, int seed, DateOnly today)
    {
        var dice = new Dice(seed);
        var whole = JsonNode.Parse(scene)!;
        foreach (var feature in whole["features"]!.AsArray().Select(f => new Feature(f!.AsObject())))
        {
            if (feature.Kind == "camera")
                Camera(feature, dice);
            else if (feature.Kind == "occluder")
                feature.Properties["height"] = Drawn(feature.Span("height")!.Value, dice);
        }
        return SceneFile.Read(whole.ToJsonString(), today);
    }

    private static void Camera(Feature camera, Dice dice)
    {
        var (record, type) = (camera.Properties, camera.Text("type") ?? "other");
        var isAllRound = type == "fisheye" || camera.Span("hfov") is (360, 360);
        foreach (var name in Optics)
            record[name] = Drawn(camera.Span(name) ?? Default(type, name), dice);
        if (camera.Span("range") is { } range)
            record["range"] = Drawn(range, dice);
        var turn = camera.Number("azimuth_tolerance") ?? 0;
        record.Remove("azimuth_tolerance");
        if (camera.Number("azimuth") is { } azimuth)
            record["azimuth"] = (azimuth + Drawn((-turn, turn), dice) + 360) % 360;
        else if (!isAllRound)
            record["azimuth"] = dice.Between(0, 360);
    }

    private static double Drawn((double Min, double Max) span, Dice dice) => dice.Whole(0, 3) switch
    {
        0 => span.Min,
        1 => span.Max,
        _ => dice.Between(span.Min, span.Max),
    };

    private static (double, double) Default(string type, string name)
    {
        var pair = ShippedData.CameraDefaults[type]![name]!.AsArray();
        return ((double)pair[0]!, (double)pair[1]!);
    }
}
