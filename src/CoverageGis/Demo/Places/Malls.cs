using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Places;

/// <summary>Department stores: the site is the building itself, so that the ring around it is watched.</summary>
internal static class Malls
{
    private const double Apron = 15;

    private static readonly (double X, double Y, double Width, double Depth)[] Wishes =
    [
        (2800, 2420, 62, 44), (2650, 2150, 50, 40), (2950, 2100, 56, 38), (2450, 2960, 64, 46), (2750, 2950, 54, 40), (3450, 2420, 58, 42),
        (1300, 2380, 46, 36), (1700, 1000, 60, 44), (2900, 1000, 52, 40), (3850, 2300, 56, 40), (2000, 3080, 48, 40), (2550, 2650, 50, 36),
    ];

    public static IEnumerable<Place> All(Lots lots, Names names)
    {
        for (var i = 0; i < Wishes.Length; i++)
        {
            var (x, y, width, depth) = Wishes[i];
            if (lots.Take(x, y, width + (2 * Apron), depth + Apron + 10) is { } lot)
                yield return Mall(i, lot.At.Moved(Apron, 10), width, depth, names.Next());
        }
    }

    private static Place Mall(int number, Frame at, double width, double depth, Name head)
    {
        var shape = number % 3 == 0
            ? at.Outline((5, 0), (width - 5, 0), (width, 5), (width, depth), (0, depth), (0, 5))
            : at.Outline((0, 0), (width, 0), (width, depth * 0.7), (width - 12, depth), (0, depth));
        return new Place($"MA{number + 1:00}", head.With("广场购物中心", "Plaza Mall"), "mall", at, shape)
        {
            InScope = number == 10 ? null : true,
            Care = (number % 5) switch { 0 or 2 => Care.Full, 1 => Care.Half, 3 => Care.Full, _ => Care.Poor },
            Buildings = [Building.House(shape, Interval.Exactly(21.5 + (number % 4 * 2.4)), head.With("购物中心", "Mall"))],
            Facts = [("建筑面积", $"{shape.Area * 5:0} m²")],
        };
    }
}
