using System.Globalization;
using CoverageGis.Kernel;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>Compares views with the point oracle, and with each other.</summary>
internal static class ViewCheck
{
    /// <summary>Within the error of arcs either answer is right, m.</summary>
    private const double Tolerance = 0.02;

    /// <summary>First sampled point where view and definition differ, by more than the tolerance of their borders; null when none does.</summary>
    public static string? Disagreement(RandomScene scene, int points)
    {
        var view = scene.View();
        var oracle = new SightOracle(scene.Pose, scene.Lens, scene.Purpose, scene.Occluders, scene.Enclosure);
        var locator = new IndexedPointInAreaLocator(view.Area);
        var random = new Random(points);
        for (var i = 0; i < points; i++)
        {
            var point = Sample(scene, random, i);
            var seen = oracle.Sees(point.X, point.Y);
            if (seen != (locator.Locate(point) != Location.Exterior) && !IsNearBorder(view.Area, oracle, point, seen))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{point.X - scene.Pose.X:F3}, {point.Y - scene.Pose.Y:F3} from the camera: seen by definition {seen}, view {view}\n{scene}");
            }
        }
        return null;
    }

    /// <summary>Every third point near a corner of an occluder, every third in the sector, the rest all round.</summary>
    internal static Coordinate Sample(RandomScene scene, Random random, int index)
    {
        if (index % 3 == 0 && scene.Occluders.Count > 0)
        {
            var corners = scene.Occluders[random.Next(scene.Occluders.Count)].Footprint.Coordinates;
            var corner = corners[random.Next(corners.Length)];
            return new Coordinate(corner.X + random.NextDouble() * 4 - 2, corner.Y + random.NextDouble() * 4 - 2);
        }
        var width = index % 3 == 1 ? 360 : Math.Min(360, scene.Lens.Hfov);
        var azimuth = (scene.Pose.GridAzimuth + (random.NextDouble() - 0.5) * width) * Math.PI / 180;
        var distance = Math.Min(500, Reach(scene)) * Math.Sqrt(random.NextDouble());
        return new Coordinate(scene.Pose.X + distance * Math.Sin(azimuth), scene.Pose.Y + distance * Math.Cos(azimuth));
    }

    private static double Reach(RandomScene scene)
    {
        var box = CameraView.Reach(scene.Pose, scene.Lens, scene.Purpose);
        return Math.Max(1, Math.Max(box.Width, box.Height));
    }

    internal static bool IsNearBorder(Geometry area, SightOracle oracle, Coordinate point, bool seen)
    {
        if (!area.IsEmpty && area.Boundary.Distance(new Point(point)) <= Tolerance)
        {
            return true;
        }
        return Enumerable.Range(0, 16).Any(i =>
        {
            var (sin, cos) = Math.SinCos(i * Math.PI / 8);
            return oracle.Sees(point.X + Tolerance * cos, point.Y + Tolerance * sin) != seen;
        });
    }

    public static double DistanceToOutlines(RandomScene scene)
    {
        var camera = new Point(scene.Pose.X, scene.Pose.Y);
        var outlines = scene.Occluders.Select(o => o.Footprint).Concat(scene.Enclosure is { } room ? [room] : []);
        return outlines.Select(o => o.Boundary.Distance(camera)).Append(double.PositiveInfinity).Min();
    }
}
