using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

internal enum Use { OldTown, Centre, Towers, Slabs, Industry, Village, Fields }

/// <summary>What stands where: each place is used as the nearest of these anchors is.</summary>
internal static class LandUse
{
    private static readonly (double X, double Y, Use Use)[] Anchors =
    [
        (1850, 2150, Use.OldTown), (2150, 2400, Use.OldTown), (2350, 2000, Use.OldTown), (1900, 2550, Use.OldTown),
        (2820, 2300, Use.Centre), (2900, 2050, Use.Centre), (2600, 2680, Use.Centre), (2300, 3010, Use.Centre), (2850, 3000, Use.Centre),
        (3450, 2150, Use.Towers), (3600, 2780, Use.Towers), (1250, 1350, Use.Towers), (3500, 1250, Use.Towers),
        (2450, 1130, Use.Towers), (1750, 3000, Use.Towers), (4300, 2250, Use.Towers),
        (1250, 2350, Use.Slabs), (1400, 2850, Use.Slabs), (2300, 2780, Use.Slabs), (2750, 1250, Use.Slabs),
        (1950, 1180, Use.Slabs), (3380, 2900, Use.Slabs), (3900, 2050, Use.Slabs), (800, 2400, Use.Slabs),
        (2300, 600, Use.Slabs), (3400, 1700, Use.Slabs), (1700, 700, Use.Towers), (2800, 650, Use.Slabs), (700, 1850, Use.Slabs),
        (600, 3250, Use.Industry), (1500, 3280, Use.Industry), (4350, 2780, Use.Industry), (400, 1250, Use.Industry),
        (3500, 3250, Use.Industry), (2500, 3650, Use.Industry), (4600, 3250, Use.Industry), (4300, 1150, Use.Industry),
        (350, 550, Use.Village), (1150, 480, Use.Village), (4750, 1800, Use.Village), (4350, 3780, Use.Village),
        (350, 2350, Use.Village), (3200, 3800, Use.Village), (1400, 3750, Use.Village),
        (100, 250, Use.Fields), (760, 600, Use.Fields), (1700, 200, Use.Fields), (2500, 180, Use.Fields), (3300, 300, Use.Fields),
        (4800, 2650, Use.Fields), (4900, 1300, Use.Fields), (3750, 3700, Use.Fields), (4850, 3700, Use.Fields), (1950, 3800, Use.Fields),
        (800, 3750, Use.Fields), (300, 3700, Use.Fields), (100, 1800, Use.Fields), (350, 2950, Use.Fields), (700, 150, Use.Fields),
    ];

    public static Use At(Coordinate at) =>
        Anchors.MinBy(a => ((a.X - at.X) * (a.X - at.X)) + ((a.Y - at.Y) * (a.Y - at.Y))).Use;

    /// <summary>How long the sides of a block grow before a street cuts it, m.</summary>
    public static double BlockLength(Use use) => use switch
    {
        Use.OldTown => 105,
        Use.Centre => 165,
        Use.Towers => 230,
        Use.Slabs => 165,
        Use.Industry => 230,
        Use.Village => 150,
        _ => 380,
    };

    /// <summary>Land narrower than this stays a green verge, m.</summary>
    public static double LeastWidth(Use use) => use is Use.OldTown or Use.Village or Use.Fields ? 18 : 36;

    public static double LaneWidth(Use use) => use switch
    {
        Use.OldTown => 7.5,
        Use.Centre => 16,
        Use.Village => 8,
        Use.Fields => 6,
        _ => 13,
    };
}
