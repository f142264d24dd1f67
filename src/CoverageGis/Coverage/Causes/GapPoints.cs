using CoverageGis.Kernel.Probing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Causes;

/// <summary>Points that stand for a gap: the same for the same outline.</summary>
internal static class GapPoints
{
    /// <summary>Enough to tell a share of a twentieth; each costs a look at every camera around.</summary>
    private const int Wanted = 24;

    private const int LeastOfAGrid = 6;

    /// <summary>On a square grid, a finer one for a narrow gap; at least one point, inside.</summary>
    public static IReadOnlyList<Coordinate> In(Geometry gap)
    {
        var inside = new FlatArea(gap, 0, 0);
        var step = Math.Sqrt(Math.Max(gap.Area, 1e-6) / Wanted);
        var points = Grid(gap.EnvelopeInternal, step, inside);
        if (points.Count < LeastOfAGrid)
            points = Grid(gap.EnvelopeInternal, step / 2, inside);
        return points.Count > 0 ? points : [gap.InteriorPoint.Coordinate];
    }

    private static List<Coordinate> Grid(Envelope box, double step, FlatArea inside)
    {
        var points = new List<Coordinate>(Wanted * 2);
        var (columns, rows) = (Math.Ceiling(box.Width / step), Math.Ceiling(box.Height / step));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                // Centred, so that a gap and its mirror image are taken alike.
                var point = new Coordinate(box.Centre.X + (column - (columns - 1) / 2) * step, box.Centre.Y + (row - (rows - 1) / 2) * step);
                if (inside.Contains(point.X, point.Y))
                    points.Add(point);
            }
        }
        return points;
    }
}
