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

    private static readonly Geometry Nowhere = new Point(0, 0);

    private static readonly SortedDictionary<string, SceneKind> Kinds = new(StringComparer.Ordinal)
    {
        ["region"] = new(shape => shape is null ? null : Area(shape), Region),
        ["camera"] = new(shape => shape is Point ? null : "its geometry must be a Point", SceneCamera.Read),
        ["site"] = new(shape => shape is Point ? null : Area(shape), Site),
        ["zone"] = new(Area, Zone),
        ["purpose"] = new(Nothing, Purpose),
        ["policy"] = new(Nothing, Policy),
        ["occluder"] = new(shape => shape is LineString or MultiLineString ? null : Area(shape), Occluder),
        ["protected"] = new(Area, (p, shape, reference) => Excluded("protected", p, shape, reference)),
        ["exempt"] = new(Area, (p, shape, reference) => Excluded("exempt", p, shape, reference)),
        ["unit"] = new(Area, (p, shape, r) => new UnitItem(p.Code("code"), p.Text("name") ?? "", shape ?? Nowhere) { Ref = r }),
        ["backdrop"] = new(shape => shape is null or Point ? "its geometry must be a line or a polygon" : null, Backdrop),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static SceneKind? Find(string kind) => Kinds.GetValueOrDefault(kind);

    private static string? Area(Geometry? shape) =>
        shape is Polygon or MultiPolygon ? null : "its geometry must be a Polygon or MultiPolygon";

    private static string? Nothing(Geometry? shape) => shape is null ? null : "it has no place: its geometry must be null";

    private static RegionItem Region(FeatureProperties p, Geometry? shape, string reference) =>
        new(p.Code("code"), p.Text("name") ?? "", p.Whole("srid", 1, 999_999), shape) { Ref = reference };

    private static SiteItem Site(FeatureProperties p, Geometry? shape, string reference)
    {
        p.Ignore("area_m2", "seen_m2", "unproven_m2", "unseen_m2", "ratio", "ratio_nominal", "ratio_possible", "compliant", "gaps");
        var radius = p.Number("radius", 0.1, 10_000);
        if (shape is Point && radius is null && p.Faults.Count == 0)
            p.Faults.Add("a site that is a Point needs a radius in metres");
        if (p.OneOf("category", Categories) is not { } category)
            return Unnamed(p);
        return new SiteItem(p.Code("code"), p.Text("name") ?? "", category, shape ?? Nowhere, shape is Point ? radius : null, p.Flag("in_scope")) { Ref = reference };
    }

    private static SiteItem Unnamed(FeatureProperties p)
    {
        if (p.Text("category") is null && !p.Faults.Any(f => f.StartsWith("category", StringComparison.Ordinal)))
            p.Faults.Add($"category is missing; right would be one of {string.Join(", ", Categories)}");
        return new SiteItem(p.Code("code"), "", "other", Nowhere, null, null) { Ref = "" };
    }

    private static ZoneItem Zone(FeatureProperties p, Geometry? shape, string reference)
    {
        p.Ignore("area_m2", "seen_m2", "unproven_m2", "unseen_m2", "ratio", "ratio_nominal", "ratio_possible", "cameras",
            "applied",
            "compliant", "gaps", "default", "category");
        return new ZoneItem(p.Code("site"), p.Code("code"), p.Text("name") ?? "", shape ?? Nowhere)
        {
            Ref = reference,
            Purpose = p.Text("purpose", 200),
            RequiredRatio = p.Number("required_ratio", 0, 1),
            MinCameras = p.Whole("min_cameras", 1, 100),
            Certainty = p.OneOf("certainty", Certainties),
            MinRetentionDays = p.Whole("min_retention_days", 0, 100_000),
            Indoor = p.Flag("indoor") ?? false,
            CountsCapture = p.Flag("counts_capture"),
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
        new(p.OneOf("category", Categories) ?? p.Code("category"), p.Code("purpose"), p.Number("required_ratio", 0, 1) ?? 1)
        {
            Ref = reference,
            MinCameras = p.Whole("min_cameras", 1, 100) ?? 1,
            Certainty = p.OneOf("certainty", Certainties) ?? "certain",
            MinRetentionDays = p.Whole("min_retention_days", 0, 100_000),
            CountsCapture = p.Flag("counts_capture") ?? false,
            RingWidth = p.Number("ring_width", 0.1, 1000) ?? 15,
        };

    private static OccluderItem Occluder(FeatureProperties p, Geometry? shape, string reference)
    {
        var width = p.Number("width", 0.01, 1000);
        if (shape is LineString or MultiLineString && width is null && p.Faults.Count == 0)
            p.Faults.Add("an occluder that is a line needs a width in metres");
        var height = p.Interval("height", 0, 2000);
        if (height is null && !p.Faults.Any(f => f.StartsWith("height", StringComparison.Ordinal)))
            p.Faults.Add("height is missing; right would be metres above ground, or an interval [min, max]");
        var bottom = p.Number("base", 0, 2000) ?? 0;
        if (height is { } top && top.Min < bottom)
            p.Faults.Add(FormattableString.Invariant($"height {top.Min} is below base {bottom}"));
        var code = p.Text("code", 200);
        return new OccluderItem(string.IsNullOrEmpty(code) ? null : code, p.OneOf("use", "building", "canopy", "wall", "hedge", "tree_row", "other") ?? (shape is LineString or MultiLineString ? "wall" : bottom > 0 ? "canopy" : "building"),
            p.Text("name") ?? "", shape ?? Nowhere, shape is LineString or MultiLineString ? width : null, height ?? default, bottom) { Ref = reference };
    }

    private static ExcludedAreaItem Excluded(string kind, FeatureProperties p, Geometry? shape, string reference)
    {
        var code = p.Text("code", 200);
        return new ExcludedAreaItem(kind, string.IsNullOrEmpty(code) ? null : code, p.Text("name") ?? "", p.Text("reason") ?? "",
            p.Date("until"), shape ?? Nowhere) { Ref = reference };
    }

    private static BackdropItem Backdrop(FeatureProperties p, Geometry? shape, string reference) =>
        new(p.Code("code"), p.OneOf("layer", "road", "rail", "water", "green") ?? p.Code("layer"), p.Text("class") ?? "", p.Text("name") ?? "", shape ?? Nowhere) { Ref = reference };
}
