using CoverageGis.Demo.Drawing;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace CoverageGis.Demo.Watch;

/// <summary>Where cameras could be put up around and in a place, and where they could look.</summary>
internal static class Spots
{
    /// <summary>Poles along the edge of an area, a little inside it (or outside when negative), looking in.</summary>
    public static IEnumerable<Eye> AlongEdge(Polygon area, double step, double inside, double height, double tilt, Optics[] choices, params double[] turns)
    {
        var line = new LengthIndexedLine(area.ExteriorRing);
        var inward = Orientation.IsCCW(area.ExteriorRing.CoordinateSequence) ? 1 : -1;
        var count = Math.Max(4, (int)(area.ExteriorRing.Length / step));
        for (var i = 0; i < count; i++)
        {
            var s = area.ExteriorRing.Length * (i + 0.5) / count;
            var (a, b) = (line.ExtractPoint(Math.Max(s - 0.5, 0)), line.ExtractPoint(s + 0.5));
            var frame = new Frame(a.X, a.Y, Bearing.Heading(a, b)).Moved(0, inside * inward);
            foreach (var eye in Looking(frame.At(0, 0), frame.Azimuth(90 * inward), height, tilt, choices, turns)) yield return eye;
        }
    }

    /// <summary>Masts on a grid over an area, looking to all sides.</summary>
    public static IEnumerable<Eye> Inside(Frame frame, Polygon area, double step, double height, double tilt, Optics[] choices)
    {
        var box = frame.Extent(area);
        for (var u = box.MinX + (step / 2); u < box.MaxX; u += step)
            for (var v = box.MinY + (step / 2); v < box.MaxY; v += step)
                foreach (var eye in Looking(frame.At(u, v), 0, height, tilt, choices, [0, 60, 120, 180, 240, 300]))
                    if (area.Contains(Shapes.Plane.CreatePoint(eye.At))) yield return eye;
    }

    /// <summary>On the corners of a house, looking along its walls and away from it.</summary>
    public static IEnumerable<Eye> OnCorners(Geometry house, double height, double tilt, Optics[] choices)
    {
        var ring = ((Polygon)house).ExteriorRing.Coordinates;
        if (Orientation.IsCCW(ring)) Array.Reverse(ring);
        for (var i = 0; i + 1 < ring.Length; i++)
        {
            var (before, at, after) = (ring[(i + ring.Length - 2) % (ring.Length - 1)], ring[i], ring[i + 1]);
            if (at.Distance(before) < 4 || at.Distance(after) < 4) continue;
            var turn = Bearing.Turn(Bearing.Of(before, at), Bearing.Of(at, after));
            if (turn is < 40 or > 140) continue;
            var (along, back) = (Bearing.Of(at, after), Bearing.Of(at, before));
            var away = Bearing.Normal(back + (Bearing.Turn(back, along) / 2) + 180);
            var point = Shifted(at, away, 0.3);
            foreach (var azimuth in new[] { along - 12, back + 12, away })
                foreach (var optics in choices) yield return new Eye(point, Bearing.Normal(azimuth), height, tilt, optics, "wall");
        }
    }

    /// <summary>Around a target, at some distances from it, looking at it.</summary>
    public static IEnumerable<Eye> Facing(Coordinate target, double[] distances, double height, Optics[] choices)
    {
        for (var bearing = 0.0; bearing < 360; bearing += 15)
            foreach (var distance in distances)
                foreach (var optics in choices)
                    yield return new Eye(Shifted(target, bearing, distance), Bearing.Normal(bearing + 180), height,
                        Math.Round(Math.Atan2(height - 1, distance) * 180 / Math.PI, 1), optics);
    }

    public static Coordinate Shifted(Coordinate from, double bearing, double metres)
    {
        var a = bearing * Math.PI / 180;
        return new Coordinate(from.X + (metres * Math.Sin(a)), from.Y + (metres * Math.Cos(a)));
    }

    private static IEnumerable<Eye> Looking(Coordinate at, double azimuth, double height, double tilt, Optics[] choices, double[] turns) =>
        from turn in turns
        from optics in choices
        select new Eye(at, Bearing.Normal(azimuth + turn), height, Math.Max(tilt, (optics.Vfov / 2) - 8), optics);
}
