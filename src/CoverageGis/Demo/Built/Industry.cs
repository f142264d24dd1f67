using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Built;

/// <summary>Works: long halls, an office at the gate, tanks or silos in the yard.</summary>
internal static class Industry
{
    public static void Fill(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        ground.Build(Building.House(ground.Frame.Moved(box.MinX + 6, box.MinY + 3).Rect(0, 0, 34, 13), Storeys.Between(3, 5, dice, 3.4)));
        for (var v = box.MinY + 22; v + 26 < box.MaxY;)
        {
            var deep = dice.Between(28, 46);
            for (var u = box.MinX + 3; u + 30 < box.MaxX;) u += Hall(ground, u, v, deep, dice);
            v += deep + dice.Between(14, 20);
        }
        Tanks(ground, dice);
    }

    private static double Hall(Ground ground, double u, double v, double deep, Dice dice)
    {
        var wide = dice.Between(52, 104);
        for (var part = 1.0; part > 0.3; part -= 0.2)
        {
            var hall = ground.Frame.Moved(u, v).Rect(0, 0, wide * part, deep * Math.Max(part, 0.6));
            if (ground.Build(Building.House(hall, Storeys.Of(1, dice, dice.Between(8, 12))))) return (wide * part) + dice.Between(12, 18);
        }
        return 20;
    }

    private static void Tanks(Ground ground, Dice dice)
    {
        var box = ground.Extent;
        for (var i = 0; i < 6; i++)
        {
            var at = ground.Frame.At(dice.Between(box.MinX, box.MaxX), dice.Between(box.MinY, box.MaxY));
            var tank = (Polygon)Shapes.Plane.CreatePoint(at).Buffer(dice.Between(3, 6.5), 4);
            if (dice.Chance(0.5)) ground.Build(Building.House(tank, Storeys.Of(1, dice, dice.Between(6, 11))));
        }
    }
}
