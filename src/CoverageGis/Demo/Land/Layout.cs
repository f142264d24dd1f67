using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

/// <summary>The hand-drawn bones of the district: where the river bends, what the main roads join, where the trains run.</summary>
internal static class Layout
{
    public static readonly Polygon Boundary = Shapes.Plane.CreatePolygon(Curve.Round(
        (110, 180), (1300, 70), (2600, 90), (3900, 40), (4900, 130), (5020, 1100), (4950, 2200), (5030, 3100),
        (4850, 3850), (3600, 3980), (2200, 3930), (900, 3990), (90, 3860), (-20, 2600), (60, 1300)).Coordinates);

    public static readonly LineString RiverLine = Curve.Through(
        (-250, 2120), (120, 2080), (550, 2060), (1050, 1880), (1480, 1560), (1950, 1400), (2450, 1430), (2950, 1620), (3400, 1560),
        (3800, 1440), (4250, 1500), (4700, 1420), (5300, 1200));

    /// <summary>Wider in its bends, narrower where the bridges are.</summary>
    public static readonly Polygon River = Shapes.Plane.CreatePolygon(
        [.. Bank(1), .. Bank(-1).Reverse(), Bank(1)[0].Copy()]);

    public static readonly LineString Rail = Curve.Through(
        (-250, 3560), (500, 3530), (1400, 3450), (2550, 3425), (3700, 3470), (4600, 3560), (5300, 3620));

    public static readonly Polygon Park = Curve.Blob(3330, 2590, 165, 215, 0.5, new Dice(41));

    public static readonly Polygon Lake = Curve.Blob(3345, 2600, 84, 128, 0.62, new Dice(7));

    /// <summary>Where the plan's (0, 0) lies; the district's middle is at 118.84 E, 32.34 N.</summary>
    public static readonly Pen Pen = new(118.8134, 32.3220);

    public static List<Street> Arteries()
    {
        var ring = Curve.Round((1500, 2200), (1610, 2600), (1980, 2850), (2480, 2890), (2960, 2740), (3130, 2330),
            (3060, 2000), (2700, 1800), (2200, 1690), (1790, 1800));
        return
        [
            new(new("环城路", "Ring Road"), "primary", ring, 32),
            new(new("南岸大道", "South Bank Avenue"), "trunk", Curve.Through((-150, 1010), (900, 985), (1560, 905), (2300, 870), (3080, 930), (3800, 985), (4500, 940), (5200, 900)), 40),
            new(new("站南路", "South Station Road"), "primary", Curve.Through((-150, 3090), (1000, 3070), (1850, 3130), (2560, 3150), (3300, 3080), (4000, 3010), (5200, 3070)), 34),
            new(new("朔陌大道", "Shuomo Avenue"), "primary", Curve.Through((1508, 2330), (1200, 2480), (960, 2590), (420, 2700), (-150, 2740)), 30),
            new(new("霓川大道", "Nichuan Avenue"), "primary", Curve.Through((3130, 2330), (3450, 2340), (3930, 2420), (4500, 2440), (5200, 2560)), 30),
            new(new("站前大道", "Station Avenue"), "primary", Curve.Through((2520, 2889), (2550, 3000), (2565, 3150)), 40),
            new(new("西桥路", "West Bridge Road"), "primary", Curve.Through((1790, 1800), (1690, 1640), (1600, 1480), (1540, 1180), (1560, 905), (1480, 500), (1420, -100)), 30),
            new(new("东桥路", "East Bridge Road"), "primary", Curve.Through((2850, 1868), (2940, 1740), (3010, 1600), (3080, 1300), (3080, 930), (3150, 500), (3180, -100)), 30),
            new(new("钟楼街", "Bell Tower Street"), "secondary", Curve.Through((2480, 2890), (2380, 2600), (2330, 2280), (2270, 1950), (2230, 1695)), 22),
            new(new("十字街", "Cross Street"), "secondary", Curve.Through((1508, 2270), (1900, 2310), (2330, 2280), (2750, 2330), (3130, 2290)), 22),
            new(new("笏溪路", "Huxi Road"), "secondary", Curve.Through((4040, 3008), (3960, 2720), (3930, 2420), (3880, 2000), (3900, 1580)), 26),
            new(new("樵禾路", "Qiaohe Road"), "secondary", Curve.Through((960, 2590), (1010, 2850), (1000, 3070), (960, 3500), (900, 4100)), 26),
            new(new("黛汀路", "Daiting Road"), "secondary", Curve.Through((4040, 3008), (4060, 3300), (4010, 3540), (4080, 4100)), 26),
            new(new("滨河南路", "South Riverside Road"), "secondary", SouthBank(), 20),
            new(new("滨河北路", "North Riverside Road"), "secondary", NorthBank(2880, 5200), 20),
            new(new("滨河西路", "West Riverside Road"), "secondary", NorthBank(-100, 1695), 20),
            new(new("葳岑路", "Weicen Road"), "secondary", Curve.Through((640, 985), (690, 1400), (620, 1870), (560, 1975)), 24),
            new(new("航站路", "Terminal Road"), "secondary", Curve.Through((4080, 975), (4112, 810), (4143.5, 662)), 26),
        ];
    }

    private static LineString SouthBank() => Clip(Curve.Beside(RiverLine, -88), -150, 5200);

    private static LineString NorthBank(double west, double east) => Clip(Curve.Beside(RiverLine, 88), west, east);

    private static LineString Clip(LineString line, double west, double east) =>
        Shapes.Line(line.Coordinates.Where(c => c.X >= west && c.X <= east));

    private static Coordinate[] Bank(int side) =>
        [.. Curve.Beside(RiverLine, side).Coordinates.Zip(RiverLine.Coordinates, (beside, middle) =>
        {
            var half = 46 + (14 * Math.Sin(middle.X / 310)) + (side * 5 * Math.Sin(middle.X / 170));
            return new Coordinate(middle.X + ((beside.X - middle.X) * half), middle.Y + ((beside.Y - middle.Y) * half));
        })];
}
