using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Places;

/// <summary>Convex polygons as lists of corners, counter-clockwise, without the closing one; fewer than three corners are none.</summary>
internal static class Convex
{
    /// <summary>A polygon smaller than this is rounding, m².</summary>
    private const double Noise = 1e-9;

    /// <summary>Of the corners of an area; null when it is not convex.</summary>
    public static Coordinate[]? Of(Polygon polygon)
    {
        if (polygon.NumInteriorRings > 0)
        {
            return null;
        }
        var ring = polygon.ExteriorRing;
        var corners = ring.Coordinates[..^1];
        if (!((LinearRing)ring).IsCCW)
        {
            Array.Reverse(corners);
        }
        for (var i = 0; i < corners.Length; i++)
        {
            if (Turn(corners[i], corners[(i + 1) % corners.Length], corners[(i + 2) % corners.Length]) < -Noise)
            {
                return null;
            }
        }
        return corners;
    }

    public static bool IsNone(Coordinate[] polygon) => polygon.Length < 3 || Area(polygon) < Noise;

    public static double Area(Coordinate[] polygon)
    {
        var twice = 0.0;
        for (int i = 0, last = polygon.Length - 1; i < polygon.Length; last = i++)
        {
            twice += polygon[last].X * polygon[i].Y - polygon[last].Y * polygon[i].X;
        }
        return twice / 2;
    }

    /// <summary>By lower and upper chain (Andrew 1979).</summary>
    public static Coordinate[] Hull(Coordinate[] points)
    {
        Array.Sort(points, static (a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y));
        var hull = new Coordinate[2 * points.Length];
        var count = Chain(points, hull, 0);
        Array.Reverse(points);
        count = Chain(points, hull, count - 1);
        return hull[..Math.Max(0, count - 1)];
    }

    private static int Chain(Coordinate[] points, Coordinate[] hull, int start)
    {
        var count = start;
        foreach (var point in points)
        {
            while (count - start >= 2 && Turn(hull[count - 2], hull[count - 1], point) <= 0)
            {
                count--;
            }
            hull[count++] = point;
        }
        return count;
    }

    /// <summary>Twice the area of a triangle, positive when it turns left.</summary>
    private static double Turn(Coordinate a, Coordinate b, Coordinate c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    /// <summary>What of a polygon lies to the left of the line from one point to another (Sutherland and Hodgman 1974).</summary>
    public static Coordinate[] LeftOf(Coordinate[] polygon, Coordinate from, Coordinate to)
    {
        var kept = new List<Coordinate>(polygon.Length + 1);
        for (var i = 0; i < polygon.Length; i++)
        {
            var (one, next) = (polygon[i], polygon[i + 1 == polygon.Length ? 0 : i + 1]);
            var (atOne, atNext) = (Turn(from, to, one), Turn(from, to, next));
            if (atOne >= 0)
            {
                kept.Add(one);
            }
            if (atOne >= 0 != atNext >= 0)
            {
                var share = atOne / (atOne - atNext);
                kept.Add(new Coordinate(one.X + share * (next.X - one.X), one.Y + share * (next.Y - one.Y)));
            }
        }
        return [.. kept];
    }

    public static Coordinate[] Common(Coordinate[] one, Coordinate[] other)
    {
        for (var i = 0; i < other.Length && one.Length >= 3; i++)
        {
            one = LeftOf(one, other[i], other[i + 1 == other.Length ? 0 : i + 1]);
        }
        return one;
    }

    /// <summary>On the grid of the overlay, so that its rounding cannot fold a corner over.</summary>
    public static Polygon ToPolygon(Coordinate[] polygon)
    {
        var rounded = Hull([.. polygon.Select(c => new Coordinate(Grid.Round(c.X), Grid.Round(c.Y)))]);
        return rounded.Length < 3 ? GeometryFactory.Default.CreatePolygon() : GeometryFactory.Default.CreatePolygon([.. rounded, rounded[0]]);
    }
}
