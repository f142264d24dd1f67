using System.Collections.Concurrent;
using CoverageGis.Kernel.Planes;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CoverageGis.Kernel;

/// <summary>
/// A conformal plane in metres, x east and y north, in which a region is measured. Longitude and latitude are in
/// degrees on WGS 84, which is the same as CGCS2000 to well under a metre; no datum shift is applied.
/// Safe to share between threads. Agrees with PROJ to a centimetre.
/// </summary>
public sealed class MetricPlane
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Step for the numerical direction of north, degrees: 100 m, long against rounding, short against the curvature of the grid.</summary>
    private const double NorthStep = 0.001;

    private static readonly ConcurrentDictionary<int, MetricPlane> Known = [];

    private readonly MathTransform _project, _unproject;

    private MetricPlane(int srid, string wkt)
    {
        Srid = srid;
        var plane = Read(srid, wkt);
        _project = new CoordinateTransformationFactory().CreateFromCoordinateSystems(plane.GeographicCoordinateSystem, plane).MathTransform;
        _unproject = _project.Inverse();
    }

    public int Srid { get; }

    /// <summary>The plane of an EPSG code: CGCS2000 Gauss-Kruger in 3- and 6-degree zones (4491–4554), WGS 84 UTM (326xx, 327xx).</summary>
    /// <exception cref="ArgumentException">Any other code.</exception>
    public static MetricPlane ForSrid(int srid) => Known.GetOrAdd(srid, static code => new MetricPlane(code, WktOf(code)));

    /// <summary>Any other projected system in metres, given as well-known text (version 1).</summary>
    /// <exception cref="ArgumentException">Not a projected system, or not in metres.</exception>
    public static MetricPlane FromWkt(int srid, string wkt) => new(srid, wkt);

    /// <summary>The plane for a region around a place: the CGCS2000 3-degree zone without zone number inside China, UTM elsewhere.</summary>
    public static int DefaultSrid(double longitude, double latitude)
    {
        if (China.Holds(longitude, latitude))
        {
            return 4534 + (int)Math.Round(longitude / 3) - 25;
        }
        var zone = (int)Math.Floor((Math.IEEERemainder(longitude, 360) + 180) / 6) % 60 + 1;
        return (latitude < 0 ? 32700 : 32600) + zone;
    }

    public Coordinate Project(double longitude, double latitude)
    {
        var (x, y) = _project.Transform(longitude, latitude);
        return new Coordinate(x, y);
    }

    /// <summary>Longitude as X, latitude as Y.</summary>
    public Coordinate Unproject(double x, double y)
    {
        var (longitude, latitude) = _unproject.Transform(x, y);
        return new Coordinate(longitude, latitude);
    }

    /// <summary>
    /// Grid azimuth of true north at a place, degrees: the negative of the convergence γ = (λ − λ₀)·sin φ. A true
    /// azimuth plus this is the azimuth in the plane. Positive west of the central meridian in the northern hemisphere.
    /// </summary>
    public double NorthAt(double longitude, double latitude)
    {
        var (from, to) = (Project(longitude, latitude - NorthStep), Project(longitude, latitude + NorthStep));
        return Math.Atan2(to.X - from.X, to.Y - from.Y) / RadiansPerDegree;
    }

    private static string WktOf(int srid) => PlaneText.Of(srid) ?? throw new ArgumentException(srid == 3857
        ? "EPSG:3857 is no metric plane: its metre is 1.18 m at 32° north. Use the CGCS2000 3-degree zone (such as 4549) or the UTM zone of the place."
        : $"EPSG:{srid} is not known as a metric plane. Known are CGCS2000 Gauss-Kruger (4491 to 4554) and WGS 84 UTM (32601 to 32660, 32701 to 32760).");

    private static ProjectedCoordinateSystem Read(int srid, string wkt)
    {
        if (new CoordinateSystemFactory().CreateFromWkt(wkt) is not ProjectedCoordinateSystem plane)
        {
            throw new ArgumentException($"The text for SRID {srid} does not describe a projected coordinate system: {wkt}");
        }
        return plane.LinearUnit.MetersPerUnit == 1
            ? plane
            : throw new ArgumentException($"The plane with SRID {srid} is not measured in metres but in {plane.LinearUnit.Name}.");
    }
}
