using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Drawing;

/// <summary>
/// Writes the plan down in longitude and latitude. The plan lies in EPSG:4549 more than a degree west of the central
/// meridian, where true and grid north differ by 0.6°.
/// </summary>
internal sealed class Pen
{
    public const int Srid = 4549;
    private const int Digits = 8;   // a millimetre
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);
    private static readonly MetricPlane Plane = MetricPlane.ForSrid(Srid);

    private readonly Coordinate _origin;

    /// <summary>Puts (0, 0) of the plan at that place.</summary>
    public Pen(double lon, double lat) => _origin = Plane.Project(lon, lat);

    public T Write<T>(T shape) where T : Geometry
    {
        var copy = (T)Wgs84.CreateGeometry(shape);
        copy.Apply(new ToDegrees(this));
        copy.SRID = Wgs84.SRID;
        return copy;
    }

    public Point Write(Coordinate at) => Write(Wgs84.CreatePoint(at.Copy()));

    /// <summary>The compass bearing of a direction of the plan, degrees from true north.</summary>
    public double TrueAzimuth(Coordinate at, double gridAzimuth)
    {
        var degrees = Degrees(at.X, at.Y);
        return Bearing.Normal(gridAzimuth - Plane.NorthAt(degrees.X, degrees.Y));
    }

    private Coordinate Degrees(double x, double y) => Plane.Unproject(_origin.X + x, _origin.Y + y);

    private sealed class ToDegrees(Pen pen) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var degrees = pen.Degrees(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, Math.Round(degrees.X, Digits));
            seq.SetY(i, Math.Round(degrees.Y, Digits));
        }
    }
}
