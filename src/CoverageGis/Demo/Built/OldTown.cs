using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Built;

/// <summary>Small houses of all sizes, wall to wall along lanes, some around a courtyard; villages are the same with more air.</summary>
internal static class OldTown
{
    public static void Fill(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var v = box.MinY; v < box.MaxY; v += dice.Between(12, 14.5))
            for (var u = box.MinX; u < box.MaxX;)
                u += Parcel(ground, u, v, dice) is { } width ? width + dice.Between(0.7, 2.2) : 2.5;
    }

    public static void FillVillage(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var v = box.MinY; v < box.MaxY; v += dice.Between(16, 22))
            for (var u = box.MinX + dice.Between(0, 6); u < box.MaxX;)
                u += dice.Chance(0.86) && Farmhouse(ground, u, v, dice) ? dice.Between(15, 22) : 5;
    }

    /// <summary>The width of what was built; null when nothing fits there.</summary>
    private static double? Parcel(Ground ground, double u, double v, Dice dice)
    {
        if (dice.Chance(0.07) && Courtyard(ground, u, v, dice)) return 23;
        var (w, d) = (dice.Between(7.5, 15), dice.Between(8.5, 12));
        var at = ground.Frame.Moved(u, v + dice.Between(0, 1.2), dice.Between(-2, 2));
        if (dice.Chance(0.06)) return w;   // a gap between houses
        return ground.Build(Building.House(Plan(at, w, d, dice), Storeys.Between(1, 3, dice, 3.2))) ? w : null;
    }

    private static Polygon Plan(Frame at, double w, double d, Dice dice)
    {
        if (dice.Chance(0.65)) return at.Rect(0, 0, w, d);
        var (notchU, notchV) = (w * dice.Between(0.4, 0.65), d * dice.Between(0.4, 0.65));
        return dice.Chance(0.5)
            ? at.Outline((0, 0), (w, 0), (w, notchV), (notchU, notchV), (notchU, d), (0, d))
            : at.Outline((0, 0), (w, 0), (w, d), (notchU, d), (notchU, notchV), (0, notchV));
    }

    private static bool Courtyard(Ground ground, double u, double v, Dice dice)
    {
        var at = ground.Frame.Moved(u, v, dice.Between(-1, 1));
        var (w, d) = (dice.Between(20, 23), dice.Between(22, 27));
        var wing = dice.Between(5, 6.5);
        var around = (Polygon)at.Rect(0, 0, w, d).Difference(at.Rect(wing, wing, w - wing, d - wing));
        return ground.Build(Building.House(around, Storeys.Of(1, dice, 4.2)));
    }

    private static bool Farmhouse(Ground ground, double u, double v, Dice dice)
    {
        var at = ground.Frame.Moved(u, v, dice.Between(-9, 9));
        var (w, d) = (dice.Between(9, 13), dice.Between(8, 11));
        if (!ground.Build(Building.House(Plan(at, w, d, dice), Storeys.Between(2, 3, dice, 3.3)))) return false;
        if (dice.Chance(0.45)) ground.Build(Building.House(at.Rect(w + 1.2, 0, w + 5.5, dice.Between(4, 7)), Storeys.Of(1, dice, 2.7)));
        return true;
    }
}
