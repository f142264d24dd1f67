using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Places;

/// <summary>Ground kept for a large facility before the town is divided: the airport and the stations on the railway.</summary>
/// <param name="At">Its own frame: u along its front from west to east, v into its depth.</param>
internal sealed record Reserve(string Kind, Frame At, Polygon Ground)
{
    public static List<Reserve> All() => [Of("airport", 3560, 200, -1.5, 1130, 480), Of("main station", 2458, 3176, 0, 215, 222), Of("halt", 4440, 3440, 9, 120, 88)];

    private static Reserve Of(string kind, double x, double y, double turn, double width, double depth)
    {
        var at = new Frame(x, y, turn * Math.PI / 180);
        return new Reserve(kind, at, at.Rect(0, 0, width, depth));
    }
}
