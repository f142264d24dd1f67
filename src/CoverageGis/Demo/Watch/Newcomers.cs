using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Demo.Places;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Watch;

/// <summary>What was built or grew up after the cameras had been aimed: kiosks and trees beside bus stops, a hoarding on a forecourt.</summary>
internal static class Newcomers
{
    public static IEnumerable<Building> In(List<Place> sites, Surroundings known)
    {
        var stops = sites.Where(s => s is { Category: "bus_stop", Care: Care.Full, Radius: null }).ToList();
        for (var i = 3; i < stops.Count; i += 6)
            foreach (var newcomer in i % 4 == 1 ? Kiosks(stops[i].At) : Trees(stops[i].At))
                if (!known.IsOnRoad(newcomer.Footprint)) yield return newcomer;
        foreach (var fuel in sites.Where(s => s is { Category: "fuel_station", Care: Care.Full }).Skip(1).Take(7).Where((_, i) => i % 3 == 0))
            yield return Hoarding(fuel);
    }

    private static Building[] Kiosks(Frame stop) =>
    [
        Building.House(stop.Rect(-4.6, 0.9, -2.2, 3.4), Interval.Exactly(2.9), new Name("便民亭", "Kiosk")),
        Building.House(stop.Rect(23.6, 0.9, 26, 3.4), Interval.Exactly(2.9), new Name("便民亭", "Kiosk")),
    ];

    private static Building[] Trees(Frame stop) =>
    [
        Building.Line(Shapes.Line(stop.At(-3.4, 0.4), stop.At(-3.4, 4)), "tree_row", 1.6, 6.5),
        Building.Line(Shapes.Line(stop.At(25, 0.4), stop.At(25, 4)), "tree_row", 1.6, 6.5),
    ];

    private static Building Hoarding(Place fuel)
    {
        var box = fuel.At.Extent(fuel.Shape);
        return Building.Line(Shapes.Line(fuel.At.At(box.MaxX - 7.5, box.MinY + 3), fuel.At.At(box.MaxX - 7.5, box.MinY + 14)), "wall", 0.3, 3);
    }
}
