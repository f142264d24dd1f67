using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Places;

/// <summary>Where trains stop: the main station with its square, a halt, and a metro station in the centre.</summary>
internal static class Stations
{
    public static IEnumerable<Place> All(IReadOnlyList<Reserve> reserves, Lots lots)
    {
        yield return MainStation(reserves.Single(r => r.Kind == "main station").At);
        yield return Halt(reserves.Single(r => r.Kind == "halt").At);
        if (lots.Take(2760, 2250, 42, 30) is { } lot) yield return Metro(lot.At);
    }

    private static Place MainStation(Frame at)
    {
        var hall = at.Outline((28, 150), (82, 150), (82, 145), (133, 145), (133, 150), (187, 150), (187, 192), (28, 192));
        return new Place("RS01", new("镜荻站", "Jingdi Station"), "railway_station", at, at.Rect(2, 2, 213, 194))
        {
            Buildings =
            [
                Building.House(hall, Interval.Exactly(22.4), new("镜荻站站房", "Jingdi Station hall")),
                Building.House(at.Rect(2, 158, 22, 192), Interval.Exactly(8.2)),
                Building.House(at.Rect(192, 158, 213, 192), Interval.Exactly(8.2)),
                Building.Canopy(at.Rect(60, 139, 155, 144.6), 6.2, 7),
                Building.Canopy(at.Rect(4, 205, 211, 213), 5.4, 6.6),
                Building.Canopy(at.Rect(168, 20, 206, 34), 3.2, 3.8),
            ],
            Parts =
            [
                new("square", new("站前广场", "Station square"), at.Rect(2, 2, 213, 138)),
                new("entrance", new("进站口", "Entrance"), at.Rect(84, 136.5, 131, 144.5)) { Purpose = "recognise-face", Ratio = 0.6, Capture = true },
                new("hall", new("候车大厅", "Waiting hall"), at.Rect(30, 152, 185, 190)) { Indoor = true, MinCameras = 1 },
            ],
            Facts = [("railway", "station")],
        };
    }

    private static Place Halt(Frame at) => new("RS02", new("桁荻东站", "Hangdi East Halt"), "railway_station", at, at.Rect(4, 4, 116, 78))
    {
        Care = Care.Half,
        Buildings =
        [
            Building.House(at.Rect(36, 60, 86, 75), Interval.Exactly(8.6)),
            Building.Canopy(at.Rect(42, 55, 80, 59.6), 3.6, 4.2),
        ],
        Facts = [("railway", "station")],
    };

    private static Place Metro(Frame at) => new("RS03", new("钟楼地铁站", "Bell Tower Metro"), "railway_station", at, at.Rect(0, 0, 42, 30))
    {
        Buildings = [Building.House(at.Rect(8, 16, 34, 25), Interval.Exactly(5.2))],
        Facts = [("station", "subway")],
    };
}
