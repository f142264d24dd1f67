using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Places;

/// <summary>A small airport: terminal and forecourt are the site, runway and apron are only drawn.</summary>
internal static class Airport
{
    public static Place Terminal(Frame at)
    {
        var terminal = at.Outline((462, 300), (682, 300), (682, 322), (640, 342), (505, 342), (462, 322));
        return new Place("AP01", new("泠川机场航站楼", "Lingchuan Airport Terminal"), "airport", at, at.Rect(455, 300, 690, 428))
        {
            Buildings =
            [
                Building.House(terminal, Interval.Exactly(17.5), new("航站楼", "Terminal")),
                Building.Canopy(at.Rect(508, 343, 637, 352), 6.4, 7.2),
                Building.House(at.Rect(400, 306, 440, 336), Interval.Exactly(12.2), new("货运库", "Cargo")),
                Building.House(at.Rect(345, 310, 388, 340), Interval.Exactly(10.4)),
                Building.House(at.Rect(712, 306, 762, 344), Interval.Exactly(13.6), new("机库", "Hangar")),
                Building.House(at.Rect(790, 318, 800, 328), Interval.Exactly(31), new("塔台", "Tower")),
            ],
            Parts =
            [
                new("forecourt", new("楼前广场", "Forecourt"), at.Outline((455, 343), (690, 343), (690, 428), (455, 428))),
                new("doors", new("出发层入口", "Departure doors"), at.Rect(545, 343, 600, 351)) { Purpose = "recognise-face", Ratio = 0.5, Capture = true },
                new("kerb", new("落客车道", "Drop-off lane"), at.Rect(508, 353, 637, 361)) { Purpose = "read-plate", Ratio = 0.5, Capture = true },
                new("hall", new("出发大厅", "Departure hall"), at.Rect(508, 302, 636, 340)) { Indoor = true, MinCameras = 1 },
            ],
        };
    }

    /// <summary>A pad with a waiting room at the edge of the works.</summary>
    public static Place? Heliport(Lots lots) => lots.Take(4350, 2700, 74, 62, onMainStreet: false) is not { } lot ? null
        : new Place("AP02", new("笏溪直升机场", "Huxi Heliport"), "airport", lot.At, lot.Ground)
        {
            Care = Care.Half,
            Buildings = [Building.House(lot.At.Rect(6, 6, 32, 18), Interval.Exactly(6.8)), Building.House(lot.At.Rect(46, 40, 70, 58), Interval.Exactly(9.2))],
            Facts = [("aeroway", "heliport")],
        };

    public static IEnumerable<Street> Tarmac(Frame at)
    {
        yield return new(new("跑道", "Runway"), "runway", Shapes.Line(at.At(20, 70), at.At(1110, 70)), 40);
        yield return new(new("滑行道", "Taxiway"), "taxiway", Shapes.Line(at.At(120, 140), at.At(1000, 140)), 18);
        foreach (var u in new double[] { 120, 420, 720, 1000 })
            yield return new(default, "taxiway", Shapes.Line(at.At(u, 70), at.At(u, 140)), 18);
        foreach (var u in new double[] { 500, 570, 640 })
            yield return new(default, "taxiway", Shapes.Line(at.At(u, 140), at.At(u, 275)), 18);
        yield return new(default, "taxiway", Shapes.Line(at.At(440, 275), at.At(700, 275)), 18);
        yield return new(new("航站环路", "Terminal Loop"), "tertiary",
            Shapes.Line(at.At(571, 478), at.At(572, 444), at.At(700, 440), at.At(700, 366), at.At(445, 366), at.At(445, 440), at.At(572, 444)), 8);
    }

    /// <summary>The grass of the airfield, less the terminal's ground.</summary>
    public static Geometry Grass(Frame at) => at.Rect(0, 0, 1130, 290);
}
