using CoverageGis.Kernel.Outlines;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Probing;

/// <summary>
/// A polygon as plain numbers, asked about points and about ways between points: a way is cut at every edge, and each
/// piece tried in its middle. Stands by itself, so that a probe does not share the faults of a view.
/// </summary>
public sealed class FlatArea
{
    private readonly double[][] _rings;
    private readonly double _minX, _minY, _maxX, _maxY;

    /// <param name="area">Polygon or MultiPolygon, valid.</param>
    /// <param name="originX">From which all coordinates here count, near the area: keeps the digits that plane coordinates cost.</param>
    public FlatArea(Geometry area, double originX, double originY)
    {
        _rings = [.. AreaRings.Of(area).Select(ring => Flat(ring, originX, originY))];
        var box = area.EnvelopeInternal;
        (_minX, _minY, _maxX, _maxY) = (box.MinX - originX, box.MinY - originY, box.MaxX - originX, box.MaxY - originY);
    }

    /// <summary>Even-odd over all rings.</summary>
    public bool Contains(double x, double y)
    {
        if (x < _minX || x > _maxX || y < _minY || y > _maxY)
            return false;
        var inside = false;
        foreach (var ring in _rings)
        {
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                if (ring[i + 1] > y != ring[i + 3] > y
                    && x < ring[i] + (y - ring[i + 1]) / (ring[i + 3] - ring[i + 1]) * (ring[i + 2] - ring[i]))
                    inside = !inside;
            }
        }
        return inside;
    }

    /// <summary>First and last fraction of a way, within (from, to) of it, that lie over the area; null = none.</summary>
    public (double First, double Last)? Over(in Way way, double from, double to)
    {
        if (!Meets(way, from, to) || Cuts(way, from, to) is not { } cuts)
            return null;
        var (first, last) = (double.NaN, double.NaN);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] - cuts[i] > Smallest && Contains(way.X + middle * way.Dx, way.Y + middle * way.Dy))
                (first, last) = (double.IsNaN(first) ? cuts[i] : first, cuts[i + 1]);
        }
        return double.IsNaN(first) ? null : (first, last);
    }

    /// <summary>All of the way lies inside.</summary>
    public bool Holds(in Way way)
    {
        var cuts = Cuts(way, 0, 1) ?? [0, 1];
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] - cuts[i] > Smallest && !Contains(way.X + middle * way.Dx, way.Y + middle * way.Dy))
                return false;
        }
        return true;
    }

    /// <summary>Pieces of the way shorter than this fraction of it are rounding.</summary>
    private const double Smallest = 1e-9;

    private bool Meets(in Way way, double from, double to)
    {
        var (fromX, toX) = (way.X + from * way.Dx, way.X + to * way.Dx);
        var (fromY, toY) = (way.Y + from * way.Dy, way.Y + to * way.Dy);
        return Math.Min(fromX, toX) <= _maxX && Math.Max(fromX, toX) >= _minX && Math.Min(fromY, toY) <= _maxY && Math.Max(fromY, toY) >= _minY;
    }

    /// <summary>Where the way crosses the outline, in order, with both ends; null = it neither crosses nor lies inside.</summary>
    private List<double>? Cuts(in Way way, double from, double to)
    {
        List<double>? cuts = null;
        foreach (var ring in _rings)
        {
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                var along = Crossing(ring, i, way);
                if (along > from && along < to)
                    (cuts ??= [from, to]).Add(along);
            }
        }
        cuts?.Sort();
        var middle = (from + to) / 2;
        return cuts ?? (Contains(way.X + middle * way.Dx, way.Y + middle * way.Dy) ? [from, to] : null);
    }

    /// <summary>Fraction of the way at which it crosses an edge; NaN where it does not.</summary>
    private static double Crossing(double[] ring, int i, in Way way)
    {
        var (ax, ay, bx, by) = (ring[i] - way.X, ring[i + 1] - way.Y, ring[i + 2] - way.X, ring[i + 3] - way.Y);
        var (left, right) = (ax * way.Dy - ay * way.Dx, bx * way.Dy - by * way.Dx);
        if ((left > 0 && right > 0) || (left < 0 && right < 0))
            return double.NaN;
        return (ax * (by - ay) - ay * (bx - ax)) / (way.Dx * (by - ay) - way.Dy * (bx - ax));
    }

    private static double[] Flat(LineString ring, double originX, double originY)
    {
        var points = ring.CoordinateSequence;
        var flat = new double[2 * points.Count];
        for (var i = 0; i < points.Count; i++)
            (flat[2 * i], flat[2 * i + 1]) = (points.GetX(i) - originX, points.GetY(i) - originY);
        return flat;
    }
}

/// <summary>A straight way in the coordinates of a <see cref="FlatArea"/>: from (X, Y) on by (Dx, Dy), m.</summary>
public readonly record struct Way(double X, double Y, double Dx, double Dy);
