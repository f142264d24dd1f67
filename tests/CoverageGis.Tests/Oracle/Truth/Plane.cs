namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>
/// A transverse Mercator plane, by the series of Krüger in the third flattening n, fourth order
/// (C. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 2011, eqs 12, 14, 35, 36):
/// below a micrometre within 6° of the central meridian. Angles in degrees.
/// </summary>
internal sealed class Plane
{
    private const double Degree = Math.PI / 180;

    private readonly double _scale, _excentricity, _falseEasting, _falseNorthing;
    private readonly double[] _forth, _back;

    private Plane(double meridian, double factor, double flattening, double falseEasting, double falseNorthing)
    {
        var n = flattening / (2 - flattening);
        var (n2, n3, n4) = (n * n, n * n * n, n * n * n * n);
        Meridian = meridian;
        _scale = factor * 6378137 / (1 + n) * (1 + n2 / 4 + n4 / 64);
        _excentricity = Math.Sqrt(flattening * (2 - flattening));
        (_falseEasting, _falseNorthing) = (falseEasting, falseNorthing);
        _forth = [
            n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180, 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
            61 * n3 / 240 - 103 * n4 / 140, 49561 * n4 / 161280];
        _back = [
            n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360, n2 / 48 + n3 / 15 - 437 * n4 / 1440,
            17 * n3 / 480 - 37 * n4 / 840, 4397 * n4 / 161280];
    }

    public double Meridian { get; }

    /// <summary>CGCS2000 Gauss-Krüger (EPSG 4491 to 4554) and UTM on WGS 84 (326xx, 327xx).</summary>
    public static Plane Of(int srid) => srid switch
    {
        >= 4491 and <= 4501 => Chinese(6 * (srid - 4491 + 13) - 3, (srid - 4491 + 13) * 1e6 + 500_000),
        >= 4502 and <= 4512 => Chinese(75 + 6 * (srid - 4502), 500_000),
        >= 4513 and <= 4533 => Chinese(75 + 3 * (srid - 4513), (srid - 4513 + 25) * 1e6 + 500_000),
        >= 4534 and <= 4554 => Chinese(75 + 3 * (srid - 4534), 500_000),
        > 32600 and <= 32660 => Utm(srid - 32600, 0),
        > 32700 and <= 32760 => Utm(srid - 32700, 10_000_000),
        _ => throw new ArgumentOutOfRangeException(nameof(srid), srid, "is no plane of the oracle"),
    };

    public (double X, double Y) Project(double longitude, double latitude)
    {
        var l = (longitude - Meridian) * Degree;
        var conformal = Conformal(Math.Tan(latitude * Degree));
        var xi = Math.Atan2(conformal, Math.Cos(l));
        var eta = Math.Asinh(Math.Sin(l) / Math.Sqrt(conformal * conformal + Math.Cos(l) * Math.Cos(l)));
        var (north, east) = (xi, eta);
        for (var j = 1; j <= 4; j++)
        {
            north += _forth[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
            east += _forth[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
        }
        return (_falseEasting + _scale * east, _falseNorthing + _scale * north);
    }

    public (double Longitude, double Latitude) Unproject(double x, double y)
    {
        var (north, east) = ((y - _falseNorthing) / _scale, (x - _falseEasting) / _scale);
        var (xi, eta) = (north, east);
        for (var j = 1; j <= 4; j++)
        {
            xi -= _back[j - 1] * Math.Sin(2 * j * north) * Math.Cosh(2 * j * east);
            eta -= _back[j - 1] * Math.Cos(2 * j * north) * Math.Sinh(2 * j * east);
        }
        var sinh = Math.Sinh(eta);
        var conformal = Math.Sin(xi) / Math.Sqrt(sinh * sinh + Math.Cos(xi) * Math.Cos(xi));
        return (Meridian + Math.Atan2(sinh, Math.Cos(xi)) / Degree, Math.Atan(Geographic(conformal)) / Degree);
    }

    /// <summary>Azimuth in the plane of an azimuth from true north: less the convergence (λ − λ₀)·sin φ.</summary>
    public double GridAzimuth(double azimuth, double longitude, double latitude) =>
        azimuth - (longitude - Meridian) * Math.Sin(latitude * Degree);

    private static Plane Chinese(double meridian, double falseEasting) =>
        new(meridian, 1, 1 / 298.257222101, falseEasting, 0);

    private static Plane Utm(int zone, double falseNorthing) =>
        new(6 * zone - 183, 0.9996, 1 / 298.257223563, 500_000, falseNorthing);

    /// <summary>Tangent of the conformal latitude from that of the latitude.</summary>
    private double Conformal(double tangent)
    {
        var secant = Math.Sqrt(1 + tangent * tangent);
        var sigma = Math.Sinh(_excentricity * Math.Atanh(_excentricity * tangent / secant));
        return tangent * Math.Sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /// <summary>The inverse of <see cref="Conformal"/>, by Newton's method.</summary>
    private double Geographic(double conformal)
    {
        var rest = 1 - _excentricity * _excentricity;
        var tangent = conformal / rest;
        for (var i = 0; i < 6; i++)
        {
            var reached = Conformal(tangent);
            tangent += (conformal - reached) / Math.Sqrt(1 + reached * reached)
                * (1 + rest * tangent * tangent) / (rest * Math.Sqrt(1 + tangent * tangent));
        }
        return tangent;
    }
}
