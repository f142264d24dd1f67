using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CoverageGis.Exchange.Osm;

/// <summary>Joins pieces of rings, and makes areas of rings by what lies in what: roles in the data are often missing.</summary>
public static class Rings
{
    /// <summary>Joins pieces at their common end points; returns closed rings, and counts what stays open.</summary>
    /// <param name="pieces">Node ids along each way.</param>
    public static (List<long[]> Closed, int Open) Join(IEnumerable<long[]> pieces)
    {
        var closed = new List<long[]>();
        var open = new List<List<long>>();
        foreach (var piece in pieces.Where(p => p.Length >= 2))
        {
            if (piece[0] == piece[^1])
                closed.Add(piece);
            else
                open.Add([.. piece]);
        }
        while (open.Count > 0)
        {
            var ring = open[^1];
            open.RemoveAt(open.Count - 1);
            while (ring[0] != ring[^1] && Next(ring, open))
            {
            }
            if (ring[0] != ring[^1])
                return (closed, open.Count + 1);
            closed.Add([.. ring]);
        }
        return (closed, 0);
    }

    /// <summary>Even-odd by containment: a ring inside an odd number of others is a hole of the smallest round it.</summary>
    /// <returns>null when nothing areal is left.</returns>
    public static Geometry? Areas(IReadOnlyList<LinearRing> rings, GeometryFactory factory, out bool repaired)
    {
        var parts = rings.Select(r => Valid(factory.CreatePolygon(r))).ToList();
        repaired = parts.Any(p => p.Repaired);
        var areas = parts.Select(p => p.Area).Where(a => !a.IsEmpty).OrderByDescending(a => a.Area).ToList();
        if (areas.Count == 0)
            return null;
        var result = areas[0];
        foreach (var area in areas.Skip(1))
            result = result.Covers(area) ? result.Difference(area) : area.Disjoint(result) ? result.Union(area) : Exclusive(result, area, ref repaired);
        return Areal(result, factory);
    }

    private static bool Next(List<long> ring, List<List<long>> open)
    {
        for (var i = 0; i < open.Count; i++)
        {
            var piece = open[i];
            if (piece[^1] == ring[^1])
                piece.Reverse();
            if (piece[0] != ring[^1])
                continue;
            ring.AddRange(piece.Skip(1));
            open.RemoveAt(i);
            return true;
        }
        return false;
    }

    private static (Geometry Area, bool Repaired) Valid(Polygon polygon) =>
        polygon.IsValid ? (polygon, false) : (GeometryFixer.Fix(polygon), true);

    private static Geometry Exclusive(Geometry result, Geometry area, ref bool repaired)
    {
        // Rings that only touch make one area; rings that cross are a mistake, mended to what lies in one of them.
        var touches = result.Touches(area);
        repaired |= !touches;
        return touches ? result.Union(area) : result.SymmetricDifference(area);
    }

    private static Geometry? Areal(Geometry shape, GeometryFactory factory)
    {
        var polygons = PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Where(p => !p.IsEmpty).ToArray();
        return polygons.Length switch
        {
            0 => null,
            1 => polygons[0],
            _ => factory.CreateMultiPolygon(polygons),
        };
    }
}
