using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Simplify;

namespace CoverageGis.Demo.Places;

/// <summary>Ground taken from a block along one of its streets; u runs along the street, v away from it.</summary>
internal sealed record Lot(Frame At, Polygon Ground, Block Block);

/// <summary>Finds room for a facility near the wished place, with its front on a street that is wide enough.</summary>
internal sealed class Lots(Town town)
{
    private readonly IndexedFacetDistance _main = new(Shapes.Union(town.Streets.Where(s => s.IsMain || s.Class is "tertiary").Select(s => Shapes.Strip(s.Line, s.Width))));

    public Lot? Take(double x, double y, double width, double depth, bool onMainStreet = true)
    {
        var wish = new Coordinate(x, y);
        foreach (var block in town.Blocks.Where(b => b.Use is not Use.Fields).OrderBy(b => b.Middle.Distance(wish)).Take(40))
        {
            var lot = Fronts(block, width).Where(f => !onMainStreet || FacesMain(f.At, f.Length))
                .SelectMany(f => Along(f, width, depth)).FirstOrDefault(l => Fits(block, l.Ground));
            if (lot.Ground is null) continue;
            block.Take(lot.Ground.Buffer(1.5, NetTopologySuite.Operation.Buffer.EndCapStyle.Square));
            return new Lot(lot.At, lot.Ground, block);
        }
        return null;
    }

    private static IEnumerable<(Frame At, double Length)> Fronts(Block block, double width)
    {
        var ring = DouglasPeuckerSimplifier.Simplify(block.Ground.ExteriorRing, 1.5).Coordinates;
        if (!Orientation.IsCCW(ring)) Array.Reverse(ring);
        for (var i = 0; i + 1 < ring.Length; i++)
            if (ring[i].Distance(ring[i + 1]) >= width)
                yield return (new Frame(ring[i].X, ring[i].Y, Bearing.Heading(ring[i], ring[i + 1])), ring[i].Distance(ring[i + 1]));
    }

    private bool FacesMain(Frame front, double length) =>
        _main.IsWithinDistance(Shapes.Plane.CreatePoint(front.At(length / 2, -1)), 1.5);

    private static IEnumerable<(Frame At, Polygon Ground)> Along((Frame At, double Length) front, double width, double depth)
    {
        for (var u = 1.0; u + width <= front.Length; u += 6)
        {
            var at = front.At.Moved(u, 1.6);
            yield return (at, at.Rect(0, 0, width, depth));
        }
    }

    private static bool Fits(Block block, Polygon lot) => block.Ground.Covers(lot) && block.IsFree(lot);
}
