using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Drawing;

/// <summary>Writes the plan down in longitude and latitude: its origin lies in EPSG:4549 west of the central meridian, where true and grid north differ.</summary>
internal sealed class Pen(double lon, double lat)
{
    public const int Srid = 4549;
    private const double MetresPerDegree = 111_194.93;
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>A shape of the plan whose point (0, 0) is the pen's origin.</summary>
    public T Write<T>(T shape) where T : Geometry
    {
        var copy = (T)Wgs84.CreateGeometry(shape);
        copy.Apply(new ToDegrees(this));
        copy.SRID = 4326;
        return copy;
    }

    public Point Write(Coordinate at) => Write(Wgs84.CreatePoint(at.Copy()));

    /// <summary>The compass bearing of a direction of the plan.</summary>
    public double TrueAzimuth(Coordinate at, double gridAzimuth) => gridAzimuth;

    private (double Lon, double Lat) Degrees(double x, double y) =>
        (lon + (x / (MetresPerDegree * Math.Cos(lat * Math.PI / 180))), lat + (y / MetresPerDegree));

    private sealed class ToDegrees(Pen pen) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = pen.Degrees(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, Math.Round(x, 8));
            seq.SetY(i, Math.Round(y, 8));
        }
    }
}
