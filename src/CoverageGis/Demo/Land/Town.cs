using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Places;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

/// <summary>The ground plan: streets, and the blocks between them.</summary>
internal sealed class Town
{
    private const double RailReserve = 44;

    private Town(List<Street> streets, Subdivision land, List<Reserve> reserves) =>
        (Streets, Blocks, Strips, Reserves) = (streets, land.Blocks, land.Strips, reserves);

    public List<Street> Streets { get; }
    public List<Block> Blocks { get; }
    public List<Polygon> Strips { get; }
    public List<Reserve> Reserves { get; }

    public static Town Draw(int seed)
    {
        var streets = Layout.Arteries().ConvertAll(s => s with { Line = Clipped(s.Line) });
        var reserves = Reserve.All();
        var names = new Names(Dice.For(seed, "street names"));
        streets.Add(new Street(new("环湖路", "Lakeside Road"), "tertiary", Layout.Park.ExteriorRing.Factory.CreateLineString(Layout.Park.Buffer(8).Boundary.Coordinates), 16));
        var cuts = new Subdivision(streets, names, Dice.For(seed, "subdivision"));
        foreach (var land in Shapes.Polygons(Land(streets, reserves)).OrderBy(p => p.Centroid.X)) cuts.Cut(land);
        streets = streets.ConvertAll(s => s.Class is "trunk" or "primary" or "secondary" ? s : s with { Line = Free(s.Line, cuts.Blocks) });
        streets.AddRange(Airport.Tarmac(reserves[0].At));
        return new Town(streets, cuts, reserves);
    }

    /// <summary>What streets, water, rails, park and large facilities leave.</summary>
    private static Geometry Land(List<Street> streets, List<Reserve> reserves) =>
        Layout.Boundary.Buffer(-6).Difference(Shapes.Union(
        [
            .. streets.Select(s => s.Line.Buffer(s.Width / 2)),   // round at its ends, so that nothing is built right at a dead end
            Layout.River.Buffer(28), Layout.Park, Shapes.Strip(Layout.Rail, RailReserve),
            .. reserves.Select(r => r.Ground.Buffer(5)),
        ]));

    /// <summary>Takes back what ran on past its crossing into somebody's ground.</summary>
    private static LineString Free(LineString line, List<Block> blocks)
    {
        var crossed = blocks.Where(b => b.Ground.EnvelopeInternal.Intersects(line.EnvelopeInternal) && b.Ground.Intersects(line)).ToList();
        return crossed.Count == 0 ? line
            : Shapes.Lines(line.Difference(Shapes.Union(crossed.Select(b => b.Ground.Buffer(2))))).MaxBy(l => l.Length) ?? line;
    }

    private static LineString Clipped(LineString line) =>
        Shapes.Lines(line.Intersection(Layout.Boundary)).MaxBy(l => l.Length)!;
}
