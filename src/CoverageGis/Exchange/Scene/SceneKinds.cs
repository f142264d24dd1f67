using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>How features of one kind are read.</summary>
/// <param name="Needs">What is wrong with a shape (null = none given) for this kind; null = nothing.</param>
public sealed record SceneKind(Func<Geometry?, string?> Needs, Func<FeatureProperties, Geometry?, string, SceneItem> Item);

/// <summary>The kinds of feature in a scene, and how each is read. A wrong shape has been named before it is read here.</summary>
public static class SceneKinds
{
    public static readonly string[] Categories =
        ["airport", "railway_station", "coach_station", "fuel_station", "bus_stop", "mall", "compound", "other"];

    private static readonly string[] Certainties = ["certain", "nominal", "possible"];

    private static readonly string[] Hours = ["day", "always"];

    private static readonly string[] Uses = ["building", "canopy", "wall", "hedge", "tree_row", "other"];

    /// <summary>Stands for a shape that is missing or wrong, in an item that is not taken.</summary>
    private static readonly Geometry Nowhere = new Point(0, 0);

    private static readonly SortedDictionary<string, SceneKind> Kinds = new(StringComparer.Ordinal)
    {
        ["region"] = new(shape => shape is null ? null : Area(shape), Region),
        ["camera"] = new(shape => shape is Point ? Place(shape) : "its geometry must be a Point", SceneCamera.Read),
        ["site"] = new(shape => shape is Point ? Place(shape) : AreaOr(shape, ", or a Point with a radius"), Site),
        ["zone"] = new(Area, Zone),
        ["purpose"] = new(Nothing, Purpose),
        ["policy"] = new(Nothing, Policy),
        ["occluder"] = new(shape => shape is LineString or MultiLineString ? null : AreaOr(shape, ", or a LineString with a width"), Occluder),
        ["protected"] = new(Area, (p, shape, reference) => Excluded("protected", p, shape, reference)),
        ["exempt"] = new(Area, (p, shape, reference) => Excluded("exempt", p, shape, reference)),
        ["unit"] = new(Area, (p, shape, r) => new UnitItem(p.Code("code"), p.Text("name") ?? "", shape ?? Nowhere) { Ref = r }),
        ["backdrop"] = new(shape => shape is null or Point ? "its geometry must be a line or a polygon" : null, Backdrop),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static SceneKind? Find(string kind) => Kinds.GetValueOrDefault(kind);

    private static string? Area(Geometry? shape) => AreaOr(shape, "");

    private static string? AreaOr(Geometry? shape, string other) =>
        shape is Polygon or MultiPolygon ? null : $"its geometry must be a Polygon or MultiPolygon{other}";

    /// <summary>Where coordinates are unknown, programs write zeros.</summary>
    private static string? Place(Geometry shape) =>
        shape.Coordinate is { X: 0, Y: 0 } ? "[0,0] is no place but a missing one" : null;

    private static string? Nothing(Geometry? shape) => shape is null ? null : "it has no place: its geometry must be null";

    private static RegionItem Region(FeatureProperties p, Geometry? shape, string reference) =>
        new(p.Code("code"), p.Text("name") ?? "", p.Whole("srid", 1, 999_999), shape) { Ref = reference };

    private static SiteItem Site(FeatureProperties p, Geometry? shape, string reference)
    {
        p.Ignore("area_m2", "seen_m2", "unproven_m2", "unseen_m2", "ratio", "ratio_nominal", "ratio_possible", "ratio_night", "compliant", "gaps");
        var radius = p.Number("radius", 0.1, 10_000);
        if (shape is Point && !p.Has("radius"))
            p.Faults.Add("a site that is a Point needs a radius in metres");
        return new SiteItem(p.Code("code"), p.Text("name") ?? "", p.RequiredOneOf("category", Categories), shape ?? Nowhere,
            shape is Point ? radius : null, p.Flag("in_scope")) { Ref = reference };
    }

    private static ZoneItem Zone(FeatureProperties p, Geometry? shape, string reference)
    {
        p.Ignore("area_m2", "seen_m2", "unproven_m2", "unseen_m2", "ratio", "ratio_nominal", "ratio_possible", "ratio_night", "ratio_night_possible", "policy_version", "cameras",
            "applied", "compliant", "gaps", "default", "category");
        return new ZoneItem(p.Code("site"), p.Code("code"), p.Text("name") ?? "", shape ?? Nowhere)
        {
            Ref = reference,
            Purpose = p.CodeOrNone("purpose"),
            RequiredRatio = p.Number("required_ratio", 0, 1),
            MinCameras = p.Whole("min_cameras", 1, 100),
            Certainty = p.OneOf("certainty", Certainties),
            MinRetentionDays = p.Whole("min_retention_days", 0, 100_000),
            Indoor = p.Flag("indoor") ?? false,
            CountsCapture = p.Flag("counts_capture"),
            Hours = p.OneOf("hours", Hours),
            Lit = p.Flag("lit"),
        };
    }

    private static PurposeItem Purpose(FeatureProperties p, Geometry? shape, string reference)
    {
        var (low, high) = (p.Required("z_min", 0, 1000), p.Required("z_max", 0, 1000));
        if (high < low)
            p.Faults.Add(FormattableString.Invariant($"z_max {high} is below z_min {low}"));
        return new PurposeItem(p.Code("name"), p.Required("min_ppm", 0.01, 100_000), low, high, p.Number("max_tilt", 0, 90)) { Ref = reference };
    }

    private static PolicyItem Policy(FeatureProperties p, Geometry? shape, string reference) =>
        new(p.RequiredOneOf("category", Categories), p.Code("purpose"), p.Number("required_ratio", 0, 1) ?? 1)
        {
            Ref = reference,
            MinCameras = p.Whole("min_cameras", 1, 100) ?? 1,
            Certainty = p.OneOf("certainty", Certainties) ?? "certain",
            MinRetentionDays = p.Whole("min_retention_days", 0, 100_000),
            CountsCapture = p.Flag("counts_capture") ?? false,
            RingWidth = p.Number("ring_width", 0.1, 1000) ?? 15,
            Hours = p.OneOf("hours", Hours) ?? "day",
            Lit = p.Flag("lit") ?? false,
        };

    private static OccluderItem Occluder(FeatureProperties p, Geometry? shape, string reference)
    {
        var isLine = shape is LineString or MultiLineString;
        var width = p.Number("width", 0.01, 1000);
        if (isLine && !p.Has("width"))
            p.Faults.Add("an occluder that is a line needs a width in metres");
        var (height, bottom) = (p.RequiredInterval("height", 0, 2000), p.Number("base", 0, 2000) ?? 0);
        if (height.Min < bottom && p.Faults.Count == 0)
            p.Faults.Add(FormattableString.Invariant($"height {height.Min} is below base {bottom}"));
        var use = p.OneOf("use", Uses) ?? (isLine ? "wall" : bottom > 0 ? "canopy" : "building");
        return new OccluderItem(p.CodeOrNone("code"), use, p.Text("name") ?? "", shape ?? Nowhere, isLine ? width : null, height, bottom) { Ref = reference };
    }

    private static ExcludedAreaItem Excluded(string kind, FeatureProperties p, Geometry? shape, string reference) =>
        new(kind, p.CodeOrNone("code"), p.Text("name") ?? "", p.Text("reason") ?? "", p.Date("until"), shape ?? Nowhere) { Ref = reference };

    private static BackdropItem Backdrop(FeatureProperties p, Geometry? shape, string reference) =>
        new(p.Code("code"), p.RequiredOneOf("layer", "road", "rail", "water", "green"), p.Text("class") ?? "", p.Text("name") ?? "",
            shape ?? Nowhere) { Ref = reference };
}
