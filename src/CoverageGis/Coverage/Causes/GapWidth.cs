using CoverageGis.Kernel.Outlines;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Causes;

/// <summary>
/// How wide a gap is: the diameter of the largest circle in it, m, to 1 % and never too large. Squares that may still hold
/// a better centre are cut in four, the most promising first (Agafonkin 2016, "polylabel"); a hundred times as fast as
/// the general construction in NetTopologySuite, which counts for ten thousands of gaps.
/// </summary>
internal sealed class GapWidth
{
    private const double Share = 0.01, Finest = 0.002;

    private readonly double[] _x, _y;
    private readonly int[] _ends;

    private GapWidth(Geometry gap)
    {
        var rings = AreaRings.Of(gap).ToList();
        var points = rings.SelectMany(r => r.Coordinates).ToList();
        (_x, _y) = ([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
        _ends = [.. rings.Select(r => r.NumPoints)];
        for (var i = 1; i < _ends.Length; i++)
            _ends[i] += _ends[i - 1];
    }

    public static double Of(Geometry gap) => gap.IsEmpty ? 0 : 2 * Math.Max(0, new GapWidth(gap).Radius(gap.EnvelopeInternal));

    private readonly record struct Cell(double X, double Y, double Half, double Distance);

    private double Radius(Envelope box)
    {
        var cells = new PriorityQueue<Cell, double>();
        var (size, best) = (Math.Max(Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height) / 64), 0.0);
        for (var x = box.MinX; x < box.MaxX; x += size)
        {
            for (var y = box.MinY; y < box.MaxY; y += size)
                Offer(x + size / 2, y + size / 2, size / 2);
        }
        while (cells.TryDequeue(out var cell, out var promise) && -promise - best > Math.Max(Finest, Share / 2 * best))
        {
            var half = cell.Half / 2;
            foreach (var (right, up) in (ReadOnlySpan<(int, int)>)[(-1, -1), (1, -1), (-1, 1), (1, 1)])
                Offer(cell.X + right * half, cell.Y + up * half, half);
        }
        return best;

        void Offer(double x, double y, double half)
        {
            var distance = Distance(x, y);
            best = Math.Max(best, distance);
            cells.Enqueue(new Cell(x, y, half, distance), -(distance + half * Math.Sqrt(2)));
        }
    }

    /// <summary>To the outline, m; negative outside.</summary>
    private double Distance(double x, double y)
    {
        var (inside, nearest) = (false, double.PositiveInfinity);
        for (int ring = 0, first = 0; ring < _ends.Length; first = _ends[ring++])
        {
            for (var i = first + 1; i < _ends[ring]; i++)
            {
                var (ax, ay, bx, by) = (_x[i - 1] - x, _y[i - 1] - y, _x[i] - x, _y[i] - y);
                inside ^= ay > 0 != by > 0 && (ax * by - bx * ay > 0) == (by > ay);
                nearest = Math.Min(nearest, SquaredToEdge(ax, ay, bx, by));
            }
        }
        return inside ? Math.Sqrt(nearest) : -Math.Sqrt(nearest);
    }

    private static double SquaredToEdge(double ax, double ay, double bx, double by)
    {
        var (dx, dy) = (bx - ax, by - ay);
        var length = dx * dx + dy * dy;
        var share = length > 0 ? Math.Clamp(-(ax * dx + ay * dy) / length, 0, 1) : 0;
        var (px, py) = (ax + share * dx, ay + share * dy);
        return px * px + py * py;
    }
}
