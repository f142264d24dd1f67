using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>Reads a camera of a scene. Impossible values are faults; odd ones are warnings and never reject a record.</summary>
public static class SceneCamera
{
    public static readonly string[] Types = ["dome_ptz", "half_dome", "bullet", "ptz_bullet", "checkpoint", "fisheye", "other"];

    private static readonly int[] Classes = [1, 2, 3, 4, 9];

    /// <summary>Where a class 1 record names whom to call: the exchange form's word, and the archive's.</summary>
    private static readonly string[] Contacts = ["contact", "管理单位联系方式"];

    public static SceneItem Read(FeatureProperties p, Geometry? shape, string reference)
    {
        p.Ignore("estimated", "used", "blind");
        var camera = Direction(p, Optics(p, new CameraItem(p.Code("code"), p.Text("name") ?? "", shape as Point ?? Point.Empty)
        {
            Ref = reference,
            Class = p.Whole("class", 0, 99),
            Type = p.OneOf("type", Types) ?? "other",
            Function = p.Codes("function"),
            PositionTolerance = p.Number("position_tolerance", 0, 10_000) ?? 0,
            Status = p.OneOf("status", "in_use", "repair", "removed") ?? "in_use",
            Mount = p.OneOf("mount", "pole", "wall") ?? "pole",
            Indoor = p.Flag("indoor") ?? false,
        }));
        Warn(p, camera);
        return camera;
    }

    private static CameraItem Optics(FeatureProperties p, CameraItem camera) => camera with
    {
        Hfov = p.Interval("hfov", 0.1, 360),
        Vfov = p.Interval("vfov", 0.1, 180),
        Tilt = p.Interval("tilt", -90, 90),
        Height = p.Interval("height", 0, 1000),
        Pixels = p.Interval("pixels", 1, 1_000_000),
        Range = p.Interval("range", 0, 100_000),
        NightRange = p.Interval("night_range", 0, 100_000),
    };

    /// <summary>`azimuth` is one direction, null for unknown, or an interval: its middle, give or take; `azimuths` lists one a head.</summary>
    private static CameraItem Direction(FeatureProperties p, CameraItem camera)
    {
        var (one, several) = (p.Interval("azimuth", -360, 720), p.Numbers("azimuths", -360, 720));
        var tolerance = (p.Number("azimuth_tolerance", 0, 180) ?? 0) + (one is { } between ? (between.Max - between.Min) / 2 : 0);
        return camera with
        {
            Azimuths = several?.Select(Normal).ToArray() ?? (one is { } known ? [Normal(known.Mid)] : null),
            AzimuthTolerance = Math.Min(tolerance, 180),
        };
    }

    private static double Normal(double azimuth) => azimuth is >= 0 and < 360 ? azimuth : ((azimuth % 360) + 360) % 360;

    private static void Warn(FeatureProperties p, CameraItem camera)
    {
        if (camera is { Hfov: { } h, Vfov: { } v } && v.Min > h.Max && v.Min < 180)
            p.Warnings.Add(FormattableString.Invariant($"vfov {v.Min} is above hfov {h.Max}: are they swapped? Taken as it is"));
        if (camera.Class is { } given && !Classes.Contains(given))
            p.Warnings.Add(FormattableString.Invariant($"class {given} is not one of 1, 2, 3, 4, 9. Taken as it is"));
        if (camera.Class == 1 && !Contacts.Any(p.Has))
            p.Warnings.Add("a class 1 camera without a contact");
        if (camera is { Class: 1 or 2, Azimuths: null } && camera.Type != "fisheye")
            p.Warnings.Add("a class 1 or 2 camera without an azimuth proves nothing");
    }
}
