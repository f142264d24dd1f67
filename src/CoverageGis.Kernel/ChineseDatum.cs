using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>
/// The two shifted datums of Chinese web maps, as longitude (X) and latitude (Y) in degrees, and the way to WGS 84 and back.
/// GCJ-02 is WGS 84 moved by a few hundred metres: two sums of sines of the place, scaled to degrees on Krasovsky's ellipsoid.
/// BD-09 moves GCJ-02 once more, in polar coordinates. Both formulas became public with the open source projects
/// eviltransform (googollee, 2013) and gcoord (hujiulong), whose published pairs they reproduce to 1e-5 degrees.
/// There is no closed inverse: the way back is a fixed point, x ← x + (given − forward(x)), and exact to a micrometre.
/// Outside of the box in which Chinese maps are shifted, GCJ-02 is WGS 84; a fixed point across its border does not exist.
/// </summary>
public static class ChineseDatum
{
    /// <summary>Krasovsky 1940: semi-major axis, m, and square of the eccentricity, as the published code has them.</summary>
    private const double Axis = 6378245.0, Eccentricity2 = 0.00669342162296594323;

    private const double RadiansPerDegree = Math.PI / 180, BaiduTurn = Math.PI * 3000 / 180;

    /// <summary>Degrees: a hundredth of a millimetre. Each step gains two digits and more; the third is as a rule the last.</summary>
    private const double Enough = 1e-10;

    private const int MostSteps = 12;

    /// <summary>Where maps are shifted: the box that the published code asks.</summary>
    private static readonly Envelope Shifted = new(72.004, 137.8347, 0.8293, 55.8271);

    public static Coordinate Wgs84ToGcj02(Coordinate place) =>
        Shifted.Contains(place) ? new Coordinate(place.X + EastShift(place), place.Y + NorthShift(place)) : place.Copy();

    public static Coordinate Gcj02ToWgs84(Coordinate place) => Shifted.Contains(place) ? Inverse(place, Wgs84ToGcj02) : place.Copy();

    public static Coordinate Gcj02ToBd09(Coordinate place)
    {
        var radius = Math.Sqrt(place.X * place.X + place.Y * place.Y) + 2e-5 * Math.Sin(place.Y * BaiduTurn);
        var angle = Math.Atan2(place.Y, place.X) + 3e-6 * Math.Cos(place.X * BaiduTurn);
        return new Coordinate(radius * Math.Cos(angle) + 0.0065, radius * Math.Sin(angle) + 0.006);
    }

    public static Coordinate Bd09ToGcj02(Coordinate place) => Inverse(place, Gcj02ToBd09);

    public static Coordinate Wgs84ToBd09(Coordinate place) => Gcj02ToBd09(Wgs84ToGcj02(place));

    public static Coordinate Bd09ToWgs84(Coordinate place) => Gcj02ToWgs84(Bd09ToGcj02(place));

    private static Coordinate Inverse(Coordinate given, Func<Coordinate, Coordinate> forward)
    {
        var place = given.Copy();
        for (var step = 0; step < MostSteps; step++)
        {
            var reached = forward(place);
            var (east, north) = (given.X - reached.X, given.Y - reached.Y);
            (place.X, place.Y) = (place.X + east, place.Y + north);
            if (Math.Max(Math.Abs(east), Math.Abs(north)) < Enough)
                break;
        }
        return place;
    }

    private static double EastShift(Coordinate place)
    {
        var (x, y) = (place.X - 105, place.Y - 35);
        var metres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x))
            + Waves(20, x, 6, 20, 2) + Waves(20, x, 1, 40, 1.0 / 3) + Waves(150, x, 1.0 / 12, 300, 1.0 / 30);
        var latitude = place.Y * RadiansPerDegree;
        return metres / (Axis / Root(latitude) * Math.Cos(latitude) * RadiansPerDegree);
    }

    private static double NorthShift(Coordinate place)
    {
        var (x, y) = (place.X - 105, place.Y - 35);
        var metres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x))
            + Waves(20, x, 6, 20, 2) + Waves(20, y, 1, 40, 1.0 / 3) + Waves(160, y, 1.0 / 12, 320, 1.0 / 30);
        var root = Root(place.Y * RadiansPerDegree);
        return metres / (Axis * (1 - Eccentricity2) / (root * root * root) * RadiansPerDegree);
    }

    private static double Root(double latitude) => Math.Sqrt(1 - Eccentricity2 * Math.Sin(latitude) * Math.Sin(latitude));

    private static double Waves(double one, double at, double oneTurn, double other, double otherTurn) =>
        (one * Math.Sin(at * oneTurn * Math.PI) + other * Math.Sin(at * otherTurn * Math.PI)) * 2 / 3;
}
