using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Operation.Buffer;

namespace CoverageGis.Demo.Built;

/// <summary>Builds on what the lots leave of a block, each use in its own manner.</summary>
internal static class Houses
{
    public static IEnumerable<Building> On(Block block, int seed)
    {
        var dice = Dice.For(seed, "houses", block.Number);
        foreach (var part in Shapes.Polygons(block.Free).Where(p => p.Area > 120))
            foreach (var house in On(part, block.Use, dice)) yield return house;
    }

    private static IEnumerable<Building> On(Polygon part, Use use, Dice dice)
    {
        var ground = new Ground(part, Setback(use), use is Use.OldTown ? 0.5 : 1.2);
        if (ground.Free.IsEmpty) return [];
        Fill(ground, use, dice);
        var inner = Opened(part);
        return use is Use.Slabs or Use.Towers && inner.Area > 3000
            ? [.. ground.Built, .. Compounds.Fence(inner.Boundary, Gates(inner, dice), dice)]
            : ground.Built;
    }

    private static void Fill(Ground ground, Use use, Dice dice)
    {
        Action<Ground, Dice>? fill = use switch
        {
            Use.OldTown => OldTown.Fill,
            Use.Village => OldTown.FillVillage,
            Use.Slabs => Compounds.FillSlabs,
            Use.Towers => Compounds.FillTowers,
            Use.Centre => Centre.Fill,
            Use.Industry => Industry.Fill,
            _ => null,
        };
        fill?.Invoke(ground, dice);
    }

    /// <summary>A little inside, and without the tails between lots and streets that nobody fences.</summary>
    private static Geometry Opened(Polygon part)
    {
        var sharp = new BufferParameters(3, EndCapStyle.Flat, JoinStyle.Mitre, 3);
        return part.Buffer(-6, sharp).Buffer(5, sharp);
    }

    /// <summary>One gate in the longest side, another one elsewhere.</summary>
    private static List<Coordinate> Gates(Geometry inner, Dice dice)
    {
        var line = Shapes.Lines(inner.Boundary).MaxBy(l => l.Length)!;
        var along = new LengthIndexedLine(line);
        var first = dice.Unit() * line.Length;
        return [along.ExtractPoint(first), along.ExtractPoint((first + (line.Length * dice.Between(0.35, 0.6))) % line.Length)];
    }

    private static double Setback(Use use) => use switch
    {
        Use.OldTown => 0.8,
        Use.Village => 2.5,
        Use.Slabs => 6,
        Use.Towers => 8,
        Use.Centre => 5,
        _ => 6,
    };
}
