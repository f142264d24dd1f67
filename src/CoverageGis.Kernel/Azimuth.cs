namespace CoverageGis.Kernel;

/// <summary>
/// A direction in degrees clockwise from north (the plane's +y axis when it is a grid azimuth).
/// The only bridge to radians clockwise (PostGIS) and to radians counter-clockwise from east (NetTopologySuite).
/// </summary>
public readonly record struct Azimuth(double Degrees)
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Radians clockwise from north, as PostGIS measures azimuths.</summary>
    public double ClockwiseRadians => Degrees * RadiansPerDegree;

    /// <summary>Radians counter-clockwise from east in (-π, π], as NetTopologySuite measures angles.</summary>
    public double MathRadians => Math.IEEERemainder((90 - Degrees) * RadiansPerDegree, Math.Tau);

    /// <summary>Unit vector, x east and y north. Exact for the four main directions.</summary>
    public (double X, double Y) Direction
    {
        get
        {
            var turns = Math.IEEERemainder(Degrees, 360);
            var quarter = Math.Round(turns / 90);
            var (sin, cos) = Math.SinCos((turns - quarter * 90) * RadiansPerDegree);
            return quarter switch
            {
                0 => (sin, cos),
                1 => (cos, -sin),
                -1 => (-cos, sin),
                _ => (-sin, -cos),
            };
        }
    }

    /// <summary>The same direction in [0, 360).</summary>
    public Azimuth Normalised
    {
        get
        {
            var turned = Degrees % 360;
            turned = turned < 0 ? turned + 360 : turned;
            return new Azimuth(turned >= 360 ? 0 : turned);
        }
    }

    public static Azimuth FromClockwiseRadians(double radians) => new Azimuth(radians / RadiansPerDegree).Normalised;

    public static Azimuth FromMathRadians(double radians) => new Azimuth(90 - radians / RadiansPerDegree).Normalised;

    public static Azimuth FromVector(double east, double north) => FromClockwiseRadians(Math.Atan2(east, north));

    /// <summary>From true north to the grid's: grid azimuth = true azimuth − γ = true azimuth + <paramref name="northAt"/>.</summary>
    /// <param name="northAt">Grid azimuth of true north, degrees (<see cref="MetricPlane.NorthAt"/>).</param>
    public Azimuth OnGrid(double northAt) => new Azimuth(Degrees + northAt).Normalised;
}
