using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace CoverageGis.Views;

/// <summary>
/// The rows that say what a camera sees for a purpose, by certainty and by light. A reader counts certain rows, or also
/// nominal ones, or all; by day the lights any, day and dim, by night any, night and dim, of which what is dim counts as
/// possible at most. So an exact camera needs one certain row.
/// By night it sees unlit ground no farther than its own light reaches. Where nobody wrote down how far that is, it may
/// be as far as by day, or nothing, unless it is known to have no light.
/// </summary>
internal sealed class ViewRows(CameraRecord camera, Heads heads, Purpose purpose, Surroundings scene)
{
    /// <summary>Archive code: no fill light.</summary>
    private const string NoLight = "1";

    private readonly bool _isExact = heads.AreExact && scene.AreExact;

    public IEnumerable<StoredView> All()
    {
        var rows = Row("certain").Concat(_isExact ? NightOfExact() : Row("nominal").Concat(Row("possible")));
        return rows.Where(r => !r.Ground.IsEmpty);
    }

    private Geometry? _certain;

    private IEnumerable<StoredView> Row(string certainty)
    {
        var day = Ground(heads, certainty);
        _certain ??= certainty == "certain" ? day : null;
        if (day.IsEmpty)
            return [];
        if (camera.NightRange is not { } light)
            return [View(certainty, day, camera.FillLight == NoLight ? "day" : certainty != "certain" ? "any" : _isExact ? "dim" : "day")];
        return Reaches(day, AtCertainty(light, certainty))
            ? [View(certainty, day, "any")]
            : [View(certainty, day, "day"), View(certainty, Lit(light, certainty), "night")];
    }

    /// <summary>What its certain row does not say: how far an uncertain light reaches by night.</summary>
    private IEnumerable<StoredView> NightOfExact()
    {
        if (_certain is not { IsEmpty: false } day || camera.NightRange is not { } light)
            return [];
        return light.IsExact || Reaches(day, light.Min)
            ? []
            : [View("nominal", Lit(light, "nominal"), "night"), View("possible", Lit(light, "possible"), "night")];
    }

    private StoredView View(string certainty, Geometry ground, string light) => new(purpose.Name, certainty, ground, light);

    private Geometry Lit(Interval light, string certainty) => Ground(heads.Within(light), certainty);

    private static double AtCertainty(Interval light, string certainty) => certainty switch
    {
        "certain" => light.Min,
        "nominal" => light.Mid,
        _ => light.Max,
    };

    /// <summary>The light reaches every corner of the ground from wherever the camera may stand.</summary>
    private bool Reaches(Geometry ground, double light)
    {
        var (box, away) = (ground.EnvelopeInternal, heads.All.Max(Wandering));
        var (x, y) = (Math.Max(box.MaxX - camera.X, camera.X - box.MinX), Math.Max(box.MaxY - camera.Y, camera.Y - box.MinY));
        if (x * x + y * y <= (light - away) * (light - away) && light > away)
            return true;
        var place = new Coordinate(camera.X, camera.Y);
        return ground.Coordinates.Max(place.Distance) + away <= light;
    }

    /// <summary>How far from its recorded place a camera may stand.</summary>
    private static double Wandering(CameraBounds head) =>
        head.PositionTolerance + (head.OnWall ? Tolerances.HostDistance + Tolerances.WallOffset : 0);

    private Geometry Ground(Heads of, string certainty) => certainty switch
    {
        "certain" => of.IsDirected ? Union(of, h => BoundedView.Of(h, purpose, scene.Highest, scene.Room, ArcSide.Inside)) : Polygon.Empty,
        "nominal" => of.IsDirected ? Union(of, h => CameraView.Of(
            h.MiddlePose, h.MiddleLens, purpose, scene.Middle, scene.Room, ArcSide.Outside)) : Polygon.Empty,
        _ => Union(of, h => BoundedView.Of(h, purpose, scene.Lowest, scene.Room, ArcSide.Outside)),
    };

    private static Geometry Union(Heads of, Func<CameraBounds, ViewResult> see) => of.All.Count == 1
        ? see(of.All[0]).Area
        : OverlayNGRobust.Union([.. of.All.Select(h => see(h).Area)]);
}
