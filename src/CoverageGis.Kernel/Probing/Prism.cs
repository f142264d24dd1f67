using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Probing;

/// <summary>
/// A footprint with coordinates relative to a camera, asked about sight lines: a way from the camera is cut at every edge,
/// and each piece tried in its middle. Stands by itself, so that a probe does not share the faults of a view.
/// </summary>
internal sealed class Prism
{
    private readonly double[][] _rings;
    private readonly double _minX, _minY, _maxX, _maxY;

    public Prism(Geometry footprint, double cameraX, double cameraY)
    {
        _rings = [.. Rings(footprint).Select(ring => Flat(ring, cameraX, cameraY))];
        var box = footprint.EnvelopeInternal;
        (_minX, _minY, _maxX, _maxY) = (box.MinX - cameraX, box.MinY - cameraY, box.MaxX - cameraX, box.MaxY - cameraY);
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

    /// <summary>First and last fraction of the way from the camera to a point, within (from, to), that lie over the footprint; null = none.</summary>
    public (double First, double Last)? Over(double x, double y, double from, double to)
    {
        if (!Meets(x, y, from, to) || Cuts(x, y, from, to) is not { } cuts)
            return null;
        var (first, last) = (double.NaN, double.NaN);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] - cuts[i] > Smallest && Contains(middle * x, middle * y))
                (first, last) = (double.IsNaN(first) ? cuts[i] : first, cuts[i + 1]);
        }
        return double.IsNaN(first) ? null : (first, last);
    }

    /// <summary>All of the way lies inside.</summary>
    public bool Holds(double x, double y)
    {
        var cuts = Cuts(x, y, 0, 1) ?? [0, 1];
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] - cuts[i] > Smallest && !Contains(middle * x, middle * y))
                return false;
        }
        return true;
    }

    /// <summary>Pieces of the way shorter than this fraction of it are rounding.</summary>
    private const double Smallest = 1e-9;

    private bool Meets(double x, double y, double from, double to) =>
        Math.Min(from * x, to * x) <= _maxX && Math.Max(from * x, to * x) >= _minX
        && Math.Min(from * y, to * y) <= _maxY && Math.Max(from * y, to * y) >= _minY;

    /// <summary>Where the way crosses the outline, in order, with both ends; null = it neither crosses nor starts inside.</summary>
    private List<double>? Cuts(double x, double y, double from, double to)
    {
        List<double>? cuts = null;
        foreach (var ring in _rings)
        {
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                var along = Crossing(ring, i, x, y);
                if (along > from && along < to)
                    (cuts ??= [from, to]).Add(along);
            }
        }
        cuts?.Sort();
        return cuts ?? (Contains((from + to) / 2 * x, (from + to) / 2 * y) ? [from, to] : null);
    }

    /// <summary>Fraction of the way at which it crosses an edge; NaN where it does not.</summary>
    private static double Crossing(double[] ring, int i, double x, double y)
    {
        var (ax, ay, dx, dy) = (ring[i], ring[i + 1], ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]);
        var (left, right) = (ax * y - ay * x, (ax + dx) * y - (ay + dy) * x);
        if ((left > 0 && right > 0) || (left < 0 && right < 0))
            return double.NaN;
        return (ax * dy - ay * dx) / (x * dy - y * dx);
    }

    private static IEnumerable<LineString> Rings(Geometry footprint)
    {
        for (var i = 0; i < footprint.NumGeometries; i++)
        {
            if (footprint.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            yield return polygon.ExteriorRing;
            foreach (var hole in polygon.InteriorRings)
                yield return hole;
        }
    }

    private static double[] Flat(LineString ring, double cameraX, double cameraY)
    {
        var points = ring.CoordinateSequence;
        var flat = new double[2 * points.Count];
        for (var i = 0; i < points.Count; i++)
            (flat[2 * i], flat[2 * i + 1]) = (points.GetX(i) - cameraX, points.GetY(i) - cameraY);
        return flat;
    }
}
