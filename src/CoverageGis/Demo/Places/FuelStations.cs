using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Places;

/// <summary>A forecourt on a main road, a canopy over the pumps, a kiosk at the back, sometimes a car wash.</summary>
internal static class FuelStations
{
    private static readonly (double X, double Y)[] Wishes =
    [
        (1350, 1010), (700, 1000), (2150, 850), (2700, 880), (3450, 950), (4250, 980), (250, 980), (1480, 650), (3180, 600),
        (400, 3080), (1250, 3100), (1800, 3120), (3150, 3100), (3800, 3030), (4550, 3050), (1250, 2450), (650, 2650),
        (3600, 2370), (4350, 2430), (3900, 2150), (980, 3300), (4050, 3300), (1600, 1250), (3060, 1350), (640, 1500),
    ];

    public static IEnumerable<Place> All(Lots lots, Names names, Dice dice)
    {
        for (var i = 0; i < Wishes.Length; i++)
        {
            var (x, y) = Wishes[i];
            var (width, depth) = (dice.Between(38, 48), dice.Between(30, 38));
            if (lots.Take(x, y, width, depth) is { } lot) yield return Station(i, lot, width, depth, names.Next(), dice);
        }
    }

    private static Place Station(int number, Lot lot, double width, double depth, Name head, Dice dice)
    {
        var at = lot.At;
        var low = Math.Round(dice.Between(4.5, 5.5), 1);
        var (left, back) = (width * 0.22, (depth * 0.5) - 9);
        var buildings = new List<Building>
        {
            Building.Canopy(at.Rect(left, back, width - left, back + 14), low, 6),
            Building.House(at.Rect(width * 0.3, depth - 8, (width * 0.3) + 14, depth - 1.5), Interval.Exactly(4.2)),
        };
        if (dice.Chance(0.35)) buildings.Add(Building.House(at.Rect(width - 6, depth - 13, width - 1, depth - 1), Interval.Exactly(3.8)));
        return new Place($"FS{number + 1:00}", head.With("加油站", "Fuel Station"), "fuel_station", at, lot.Ground)
        {
            Buildings = buildings,
            Care = (number % 8) switch { 0 or 2 or 5 or 7 => Care.Full, 1 or 4 => Care.Half, 3 => Care.Poor, _ => Care.None },
            Parts = number == 7 ? Strict(lot) : [],
            Facts = [("canopy_base", $"{low}"), ("占地面积", $"{lot.Ground.Area:0} m²")],
        };
    }

    /// <summary>One station wants every square metre of its forecourt seen.</summary>
    private static Part[] Strict(Lot lot) =>
        [new("forecourt", new("加油区", "Forecourt"), lot.Ground) { Purpose = "observe-person", Ratio = 1 }];
}
