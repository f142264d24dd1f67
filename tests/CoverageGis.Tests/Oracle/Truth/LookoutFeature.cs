using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>Reads a camera: what its record leaves open is taken from the defaults of its type, at mid-values.</summary>
internal static class LookoutFeature
{
    private static readonly string[] CaptureFunctions = ["1", "2", "3", "4"];

    public static Lookout Read(Feature f, Plane plane)
    {
        var type = f.Text("type") ?? "other";
        double Mid(string name) => f.Span(name) is { } known ? (known.Min + known.Max) / 2 : Default(type, name);
        var (longitude, latitude) = (f.FirstPosition[0], f.FirstPosition[1]);
        var (x, y) = plane.Project(longitude, latitude);
        var fisheye = type == "fisheye";
        var allRound = fisheye || f.Span("hfov") is (360, 360);
        var optics = (f.Number("azimuth") ?? (allRound ? 0 : null)) is not { } azimuth ? null : new Optics(
            x, y, Mid("height"), plane.GridAzimuth(azimuth, longitude, latitude), Mid("tilt"), Mid("hfov"), Mid("vfov"), Mid("pixels"))
        {
            Range = f.Span("range") is { } r ? (r.Min + r.Max) / 2 : null,
            Fisheye = fisheye,
        };
        return new Lookout(f.Text("code")!, optics, IsEstimated(f, fisheye, allRound))
        {
            OnWall = f.Text("mount") == "wall",
            Indoor = f.Flag("indoor") ?? false,
            InUse = (f.Text("status") ?? "in_use") == "in_use",
            Capture = type == "checkpoint" || Functions(f).Any(CaptureFunctions.Contains),
        };
    }

    /// <summary>Anything open that bears on the view; a plain sector has no use for a tilt, all round none for a direction.</summary>
    private static bool IsEstimated(Feature f, bool fisheye, bool allRound)
    {
        bool Open(string name) => f.Span(name) is not { } span || span.Min < span.Max;
        var sector = fisheye || f.Span("vfov") is (180, 180) || (!Open("hfov") && f.Span("hfov") is ( >= 150, _));
        return Open("hfov") || Open("height") || Open("pixels") || (!sector && (Open("vfov") || Open("tilt")))
            || (f.Span("range") is not null && Open("range"))
            || (f.Number("position_tolerance") ?? 0) > 0
            || (!allRound && (f.Number("azimuth") is null || (f.Number("azimuth_tolerance") ?? 0) > 0));
    }

    private static double Default(string type, string name)
    {
        var pair = ShippedData.CameraDefaults[type]![name]!.AsArray();
        return ((double)pair[0]! + (double)pair[1]!) / 2;
    }

    private static IEnumerable<string> Functions(Feature f) => f.Properties["function"] switch
    {
        null => [],
        JsonArray several => several.Select(v => v!.ToString()),
        var one => one.ToString().Split('/'),
    };
}
