using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>Chooses cameras for an area as a careful planner does: always the one that shows most of what is not yet seen.</summary>
internal static class Equipment
{
    private const double Overlap = 2;     // a camera that adds less than this many square metres is not worth its pole

    /// <summary>Enough of the candidates to see that share of the area, at most so many.</summary>
    public static List<Eye> Choose(Geometry area, IEnumerable<Eye> candidates, Sight sight, Need need, double share, int most, double grid)
    {
        var points = Points(area, grid);
        var views = candidates.Select(eye => (Eye: eye, Seen: sight.Seen(eye, points, need))).Where(v => v.Seen.Count > 0).ToList();
        if (views.Count == 0) return [];
        var open = Enumerable.Repeat(true, points.Count).ToArray();
        var left = points.Count;
        var chosen = new List<Eye>();
        while (chosen.Count < most && left > points.Count * (1 - share))
        {
            var (best, gain) = views.Select(v => (View: v, Gain: Open(v.Seen, open))).MaxBy(v => v.Gain);
            if (gain * grid * grid < Overlap) break;
            foreach (var i in best.Seen) open[i] = false;
            left -= gain;
            chosen.Add(best.Eye);
        }
        return chosen;
    }

    private static int Open(List<int> seen, bool[] open)
    {
        var count = 0;
        foreach (var i in seen)
            if (open[i]) count++;
        return count;
    }

    private static List<Coordinate> Points(Geometry area, double grid)
    {
        var (box, inside, points) = (area.EnvelopeInternal, new IndexedPointInAreaLocator(area), new List<Coordinate>());
        for (var x = box.MinX + (grid / 2); x < box.MaxX; x += grid)
            for (var y = box.MinY + (grid / 2); y < box.MaxY; y += grid)
                if (inside.Locate(new Coordinate(x, y)) != Location.Exterior) points.Add(new Coordinate(x, y));
        return points;
    }
}
