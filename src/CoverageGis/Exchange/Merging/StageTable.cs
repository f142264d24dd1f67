using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NpgsqlTypes;

namespace CoverageGis.Exchange.Merging;

/// <summary>How items of one type stand in their staging table: its columns, and the values of an item in that order.</summary>
/// <param name="Columns">Without ref and content, which every table has first and last.</param>
public sealed record StageTable(
    string Name, IReadOnlyList<(string Name, NpgsqlDbType Type)> Columns, Func<SceneItem, object?[]> Values)
{
    private const NpgsqlDbType T = NpgsqlDbType.Text, N = NpgsqlDbType.Double, I = NpgsqlDbType.Integer,
        B = NpgsqlDbType.Boolean, G = NpgsqlDbType.Geometry, J = NpgsqlDbType.Jsonb;

    public static readonly StageTable Camera = Of<CameraItem>("camera",
        [("code", T), ("name", T), ("class", NpgsqlDbType.Smallint), ("type", T), ("function", NpgsqlDbType.Array | T), ("geom", G),
         ("position_tolerance", N), ("azimuth", NpgsqlDbType.Array | N), ("azimuth_tolerance", N),
         .. Pair("hfov"), .. Pair("vfov"), .. Pair("tilt"), .. Pair("height"), .. Pair("pixels"), .. Pair("range"),
         .. Pair("night_range"), ("status", T), ("mount", T), ("indoor", B), ("attributes", J)],
        c => [c.Code, c.Name, (short?)c.Class, c.Type, c.Function.ToArray(), c.Position,
              c.PositionTolerance, c.Azimuths?.ToArray(), c.AzimuthTolerance,
              .. Ends(c.Hfov), .. Ends(c.Vfov), .. Ends(c.Tilt), .. Ends(c.Height), .. Ends(c.Pixels), .. Ends(c.Range),
              .. Ends(c.NightRange), c.Status, c.Mount, c.Indoor, Json(c)]);

    public static readonly StageTable UnplacedCamera = Of<UnplacedCameraItem>("unplaced_camera",
        [("code", T), ("name", T), ("class", NpgsqlDbType.Smallint), ("attributes", J)], c => [c.Code, c.Name, (short?)c.Class, Json(c)]);

    public static readonly StageTable Site = Of<SiteItem>("site",
        [("code", T), ("name", T), ("category", T), ("in_scope", B), ("geom", G), ("radius", N), ("attributes", J)],
        s => [s.Code, s.Name, s.Category, s.InScope, s.Shape, s.Radius, Json(s)]);

    public static readonly StageTable Zone = Of<ZoneItem>("zone",
        [("site", T), ("code", T), ("name", T), ("purpose", T), ("required_ratio", N), ("min_cameras", I), ("certainty", T),
         ("min_retention_days", I), ("indoor", B), ("counts_capture", B), ("hours", T), ("lit", B), ("geom", G), ("attributes", J)],
        z => [z.Site, z.Code, z.Name, z.Purpose, z.RequiredRatio, z.MinCameras, z.Certainty,
              z.MinRetentionDays, z.Indoor, z.CountsCapture, z.Hours, z.Lit, z.Shape, Json(z)]);

    public static readonly StageTable Occluder = Of<OccluderItem>("occluder",
        [("code", T), ("use", T), ("name", T), .. Pair("height"), ("base", N), ("geom", G), ("width", N), ("attributes", J)],
        o => [o.Code, o.Use, o.Name, .. Ends(o.Height), o.Base, o.Shape, o.Width, Json(o)]);

    public static readonly StageTable ExcludedArea = Of<ExcludedAreaItem>("excluded_area",
        [("kind", T), ("code", T), ("name", T), ("reason", T), ("until", NpgsqlDbType.Date), ("geom", G), ("attributes", J)],
        e => [e.Kind, e.Code, e.Name, e.Reason, e.Until, e.Shape, Json(e)]);

    public static readonly StageTable Unit = Of<UnitItem>("unit",
        [("code", T), ("name", T), ("geom", G), ("attributes", J)], u => [u.Code, u.Name, u.Shape, Json(u)]);

    public static readonly StageTable Purpose = Of<PurposeItem>("purpose",
        [("name", T), ("min_ppm", N), ("z_min", N), ("z_max", N), ("max_tilt", N)],
        p => [p.Name, p.MinPpm, p.ZMin, p.ZMax, p.MaxTilt]);

    public static readonly StageTable Policy = Of<PolicyItem>("policy",
        [("category", T), ("purpose", T), ("required_ratio", N), ("min_cameras", I), ("certainty", T),
         ("min_retention_days", I), ("counts_capture", B), ("ring_width", N), ("hours", T), ("lit", B)],
        p => [p.Category, p.Purpose, p.RequiredRatio, p.MinCameras, p.Certainty, p.MinRetentionDays, p.CountsCapture, p.RingWidth,
              p.Hours, p.Lit]);

    public static readonly StageTable Backdrop = Of<BackdropItem>("backdrop",
        [("code", T), ("kind", T), ("class", T), ("name", T), ("geom", G), ("attributes", J)],
        b => [b.Code, b.Kind, b.Class, b.Name, b.Shape, Json(b)]);

    /// <summary>The item with a code, where its geometry is its identity.</summary>
    public static SceneItem Identified(SceneItem item) => item switch
    {
        OccluderItem { Code: null } o => o with { Code = ItemHash.OfShape(o.Shape, o.Width) },
        ExcludedAreaItem { Code: null } e => e with { Code = ItemHash.OfShape(e.Shape, null) },
        _ => item,
    };

    /// <summary>The kind that reports count an identified item under, its table, and what must be unique in a file.</summary>
    public static (string Kind, StageTable Table, string Key) Of(SceneItem item) => item switch
    {
        CameraItem c => ("camera", Camera, c.Code),
        UnplacedCameraItem u => ("camera", UnplacedCamera, u.Code),
        SiteItem s => ("site", Site, s.Code),
        ZoneItem z => ("zone", Zone, $"{z.Site}\n{z.Code}"),
        OccluderItem o => ("occluder", Occluder, o.Code!),
        ExcludedAreaItem e => (e.Kind, ExcludedArea, e.Code!),
        UnitItem u => ("unit", Unit, u.Code),
        PurposeItem p => ("purpose", Purpose, p.Name),
        PolicyItem p => ("policy", Policy, p.Category),
        BackdropItem b => ("backdrop", Backdrop, $"{b.Kind}\n{b.Code}"),
        _ => throw new ArgumentException($"{item.GetType().Name} has no table of its own."),
    };

    public string Copy { get; } =
        $"copy stage_{Name} (ref, {string.Join(", ", Columns.Select(c => c.Name))}, content) from stdin (format binary)";

    private static StageTable Of<TItem>(
        string name, IReadOnlyList<(string, NpgsqlDbType)> columns, Func<TItem, object?[]> values) where TItem : SceneItem =>
        new(name, columns, item => values((TItem)item));

    private static (string, NpgsqlDbType)[] Pair(string name) => [(name + "_min", N), (name + "_max", N)];

    private static object?[] Ends(Interval? value) => [value?.Min, value?.Max];

    private static string Json(SceneItem item) => item.Attributes is { Count: > 0 } known ? known.ToJsonString() : "{}";
}
