using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Places;

/// <summary>A hall on the street, bays under a roof behind it, a yard where coaches turn, a gate where they leave.</summary>
internal static class CoachStations
{
    private static readonly (double X, double Y, Care Care)[] Wishes =
        [(2950, 3150, Care.Full), (1950, 940, Care.Half), (4100, 2950, Care.Poor), (850, 2650, Care.Full)];

    public static IEnumerable<Place> All(Lots lots, Names names)
    {
        var number = 0;
        foreach (var (x, y, care) in Wishes)
            if (lots.Take(x, y, 104, 72) is { } lot) yield return Station(++number, lot, names.Next(), care);
    }

    private static Place Station(int number, Lot lot, Name head, Care care)
    {
        var at = lot.At;
        return new Place($"CS{number:00}", head.With("客运站", "Coach Station"), "coach_station", at, lot.Ground)
        {
            Care = care,
            Buildings =
            [
                Building.House(at.Rect(14, 9, 72, 26), Interval.Exactly(11.5)),
                Building.Canopy(at.Rect(14, 27.5, 72, 36), 4.8, 5.6),
                Building.House(at.Rect(84, 60, 101, 70), Interval.Exactly(6.4)),
            ],
            Parts =
            [
                new("yard", new("发车区", "Bays and yard"), at.Outline((0, 27.2), (104, 27.2), (104, 72), (0, 72))) { MinCameras = 1 },
                new("front", new("进站口", "Street front"), at.Rect(8, 0.5, 80, 8.5)),
                new("gate", new("车辆出口", "Vehicle exit"), at.Rect(88, 1, 102, 11)) { Purpose = "read-plate", Ratio = 0.8, Capture = true },
            ],
        };
    }
}
