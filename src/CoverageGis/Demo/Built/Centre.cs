using CoverageGis.Demo.Drawing;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Built;

/// <summary>Commercial blocks: a podium along the streets with towers that rise through it, or a row of office slabs.</summary>
internal static class Centre
{
    public static void Fill(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var v = box.MinY + 1; v + 20 < box.MaxY;)
        {
            var deep = Math.Min(dice.Between(36, 56), box.MaxY - v - 1);
            Row(ground, v, deep, dice);
            v += deep + dice.Between(11, 16);
        }
        Infill(ground, dice);
    }

    private static void Row(Ground ground, double v, double deep, Dice dice)
    {
        for (var u = ground.Extent.MinX; u + 20 < ground.Extent.MaxX; u += 4)
            foreach (var wide in new[] { dice.Between(52, 76), dice.Between(36, 48), dice.Between(22, 30) })
                if (Built(ground, ground.Frame.Moved(u, v), wide, Math.Min(deep, wide * 1.1), dice))
                {
                    u += wide + dice.Between(7, 12);
                    break;
                }
    }

    /// <summary>Older town houses that stand on between the new blocks.</summary>
    private static void Infill(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var v = box.MinY; v < box.MaxY; v += dice.Between(15, 19))
            for (var u = box.MinX; u < box.MaxX; u += dice.Between(4, 7))
                if (ground.Build(Building.House(ground.Frame.Moved(u, v).Rect(0, 0, dice.Between(12, 24), dice.Between(9, 12)), Storeys.Between(2, 6, dice))))
                    u += 22;
    }

    private static bool Built(Ground ground, Frame at, double wide, double deep, Dice dice)
    {
        var podium = at.Outline((4, 0), (wide - 4, 0), (wide, 4), (wide, deep - 4), (wide - 4, deep), (4, deep), (0, deep - 4), (0, 4));
        if (!ground.Fits(podium)) return false;
        if (wide < 38 || deep < 32 || dice.Chance(0.25)) return ground.Build(Building.House(podium, Storeys.Between(4, 7, dice, 4)));
        var side = dice.Between(18, 24);
        var (u, v) = (dice.Between(6, wide - side - 6), dice.Between(5, Math.Max(5.1, deep - side - 5)));
        var tower = at.Rect(u, v, u + side, v + Math.Min(side, deep - v - 4));
        ground.Build(Building.House(podium.Difference(tower), Storeys.Between(3, 5, dice, 4.8)));
        return ground.BuildWithin(Building.House(tower, Interval.Exactly(Math.Round(dice.Between(58, 138), 1))));
    }
}
