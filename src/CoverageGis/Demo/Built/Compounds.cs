using CoverageGis.Demo.Drawing;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Built;

/// <summary>Residential compounds: rows of slabs or staggered towers that face south, behind a wall or a hedge with gates.</summary>
internal static class Compounds
{
    public static void FillSlabs(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        var storeys = dice.Pick([5, 6, 6, 6, 7]);
        var pitch = 13 + (storeys * dice.Between(2.3, 2.9));
        for (var v = box.MinY + 0.5; v + 12 < box.MaxY; v += pitch)
            Row(ground, v, dice.Between(36, 52), storeys, dice);
        Sheds(ground, dice);
    }

    public static void FillTowers(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        var storeys = dice.Pick([18, 24, 26, 30, 33]);
        var (across, deep) = (dice.Between(46, 56), dice.Between(50, 60));
        for (var v = box.MinY + 1; v + 18 < box.MaxY; v += deep)
            for (var u = box.MinX + dice.Between(0, 24); u + 20 < box.MaxX; u += 5)
                if (ground.Build(Building.House(Tower(ground.Frame.Moved(u, v + dice.Between(-3, 3))), Storeys.Of(storeys - dice.Below(4), dice))))
                    u += across - 5;
        Shops(ground, dice);
    }

    /// <summary>Around the compound, open at its gates.</summary>
    public static IEnumerable<Building> Fence(Geometry line, IReadOnlyList<Coordinate> gates, Dice dice)
    {
        var hedge = dice.Chance(0.3);
        var openings = Shapes.Union(gates.Select(g => Shapes.Plane.CreatePoint(g).Buffer(6)));
        return Shapes.Lines(line.Difference(openings)).Where(l => l.Length > 2)
            .Select(l => hedge ? Building.Line(l, "hedge", 0.9, 1.5) : Building.Line(l, "wall", 0.3, 2.2));
    }

    /// <summary>Slabs as long as the row allows, half ones where the ground narrows.</summary>
    private static void Row(Ground ground, double v, double length, int storeys, Dice dice)
    {
        var height = Storeys.Of(storeys, dice, 2.9);
        for (var u = ground.Extent.MinX; u < ground.Extent.MaxX; u += 3)
            foreach (var part in new[] { length, length * 0.7, length * 0.45 })
                if (Slab(ground, u, v, part, height))
                {
                    u += part + 4;
                    height = Storeys.Of(storeys, dice, 2.9);
                    break;
                }
    }

    /// <summary>With stairwells that stand out on its north side.</summary>
    private static bool Slab(Ground ground, double u, double v, double length, Interval height)
    {
        var at = ground.Frame.Moved(u, v);
        var corners = new List<(double, double)> { (0, 0), (length, 0), (length, 10.5) };
        for (var stair = length - 9; stair > 6; stair -= 18)
            corners.AddRange([(stair, 10.5), (stair, 11.8), (stair - 3, 11.8), (stair - 3, 10.5)]);
        corners.Add((0, 10.5));
        return ground.Build(Building.House(at.Outline([.. corners]), height));
    }

    private static void Sheds(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var i = 0; i < 7; i++)
        {
            var at = ground.Frame.Moved(dice.Between(box.MinX, box.MaxX), dice.Between(box.MinY, box.MaxY));
            ground.Build(Building.House(at.Rect(0, 0, dice.Between(6, 14), dice.Between(3, 4)), Interval.Exactly(2.6)));
        }
    }

    /// <summary>A cross with four flats to a floor.</summary>
    private static Polygon Tower(Frame at) => at.Outline(
        (3, 0), (9, 0), (9, 2.5), (15, 2.5), (15, 0), (21, 0), (24, 3), (24, 9), (22, 11), (24, 13), (24, 17),
        (15.5, 17), (15.5, 19.5), (8.5, 19.5), (8.5, 17), (0, 17), (0, 13), (2, 11), (0, 9), (0, 3));

    private static void Shops(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var u = box.MinX; u < box.MaxX; u += 33)
            if (dice.Chance(0.6)) ground.Build(Building.House(ground.Frame.Moved(u, box.MinY).Rect(0, 0, 30, 10), Storeys.Of(2, dice, 4)));
        ground.Build(Building.House(ground.Frame.Rect(-16, -8, 12, 8), Storeys.Of(2, dice, 3.6)));
    }
}
