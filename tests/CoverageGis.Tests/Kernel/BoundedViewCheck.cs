using CoverageGis.Kernel;
using CoverageGis.Kernel.Placement;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>Compares what a record proves and allows with cameras drawn from it, point by point.</summary>
internal static class BoundedViewCheck
{
    /// <summary>To which both inclusions hold, and a little for rounding, m.</summary>
    private const double Tolerance = 0.0201;

    private const int Cameras = 24, Points = 60;

    /// <summary>The first point at which an inclusion fails; null when none does.</summary>
    public static string? Fault(LooseScene scene, int seed)
    {
        var random = new Random(seed);
        if (scene.Camera.PositionTolerance == 0 && ViewCheck.DistanceToOutlines(scene.Draw(random, false)) < 1e-4)
        {
            // Within rounding of an outline the definition itself depends on the last digit.
            return null;
        }
        var (certain, possible) = (scene.View(ArcSide.Inside).Area, scene.View(ArcSide.Outside).Area);
        if (!certain.IsValid || !possible.IsValid)
        {
            return $"{seed}: not valid";
        }
        var cameras = Enumerable.Range(0, Cameras).Select(i => Placed(scene.Draw(random, i < Cameras / 2))).Where(MayStand).ToList();
        var oracles = cameras.Select(c => new SightOracle(c.Pose, c.Lens, c.Purpose, c.Occluders, c.Enclosure)).ToList();
        var (inCertain, inPossible) = (new IndexedPointInAreaLocator(certain), new IndexedPointInAreaLocator(possible));
        for (var i = 0; i < Points && cameras.Count > 0; i++)
        {
            var point = Sample(scene, cameras, certain, possible, random, i);
            var seeing = oracles.Count(o => o.Sees(point.X, point.Y));
            if (seeing > 0 && inPossible.Locate(point) == Location.Exterior && IsFar(possible, point) && IsSeenAround(oracles, point))
            {
                return FormattableString.Invariant($"{seed}: ({point.X - scene.Camera.X:F3}, {point.Y - scene.Camera.Y:F3}) is seen by {seeing} and not possible, {scene.Camera} {scene.Purpose}");
            }
            if (seeing < oracles.Count && inCertain.Locate(point) == Location.Interior && IsFar(certain.Boundary, point))
            {
                return FormattableString.Invariant($"{seed}: ({point.X - scene.Camera.X:F3}, {point.Y - scene.Camera.Y:F3}) is seen by {seeing} of {oracles.Count} and certain, {scene.Camera} {scene.Purpose}");
            }
        }
        return null;
    }

    private static RandomScene Placed(RandomScene camera) => camera.Enclosure is null
        ? camera with { Pose = HostWall.Place(camera.Pose, camera.Purpose, camera.Occluders) with { OnWall = false } } : camera;

    /// <summary>No position inside a building is allowed.</summary>
    private static bool MayStand(RandomScene camera) => !camera.Occluders.Any(o =>
        (o.Base <= 0 || o.Base < camera.Purpose.ZMax ? camera.Pose.Height <= o.Top : camera.Pose.Height < o.Top && camera.Pose.Height > o.Base)
        && o.Footprint.Covers(new Point(camera.Pose.X, camera.Pose.Y)))
        && camera.Enclosure?.Covers(new Point(camera.Pose.X, camera.Pose.Y)) != false;

    private static bool IsFar(Geometry from, Coordinate point) => from.IsEmpty || from.Distance(new Point(point)) > Tolerance;

    /// <summary>Seen by one camera at the point and a micrometre round it: not a sight line that grazes along an edge.</summary>
    private static bool IsSeenAround(List<SightOracle> oracles, Coordinate point) => oracles.Any(o =>
        Enumerable.Range(0, 9).All(i => o.Sees(point.X + (i % 3 - 1) * 1e-6, point.Y + (i / 3 - 1) * 1e-6)));

    /// <summary>Points near the borders, where a mistake shows, near occluders, and anywhere.</summary>
    private static Coordinate Sample(
        LooseScene scene, List<RandomScene> cameras, Geometry certain, Geometry possible, Random random, int index)
    {
        double Shift(double size) => (random.NextDouble() * 2 - 1) * size;
        var border = (index % 4) switch { 0 => certain, 1 => possible, 2 => cameras[index % cameras.Count].View().Area, _ => null };
        if (border is { IsEmpty: false })
        {
            var corners = border.Coordinates;
            var at = random.Next(corners.Length - 1);
            var share = random.NextDouble();
            return new Coordinate(
                corners[at].X + share * (corners[at + 1].X - corners[at].X) + Shift(0.1),
                corners[at].Y + share * (corners[at + 1].Y - corners[at].Y) + Shift(0.1));
        }
        var reach = BoundedView.Reach(scene.Camera, scene.Purpose);
        var away = Math.Min(300, reach.Diameter) * random.NextDouble();
        var (sin, cos) = Math.SinCos(random.NextDouble() * Math.Tau);
        return new Coordinate(scene.Camera.X + away * cos, scene.Camera.Y + away * sin);
    }
}
