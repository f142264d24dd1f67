using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Drawing;

/// <summary>Between headings (radians, counter-clockwise from east) and bearings (degrees, clockwise from north).</summary>
internal static class Bearing
{
    public static double FromHeading(double radians) => Normal(90 - (radians * 180 / Math.PI));

    public static double Of(Coordinate from, Coordinate to) => FromHeading(Math.Atan2(to.Y - from.Y, to.X - from.X));

    public static double Heading(Coordinate from, Coordinate to) => Math.Atan2(to.Y - from.Y, to.X - from.X);

    public static double Normal(double degrees) => ((degrees % 360) + 360) % 360;

    /// <summary>From one bearing to another the short way, in (-180, 180].</summary>
    public static double Turn(double from, double to)
    {
        var turn = Normal(to - from);
        return turn > 180 ? turn - 360 : turn;
    }

    /// <summary>One of the eight directions that a form knows.</summary>
    public static double Eighth(double degrees) => Normal(Math.Round(degrees / 45) * 45);
}
