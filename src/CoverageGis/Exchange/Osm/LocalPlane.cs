using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Osm;

/// <summary>
/// Metres round a place, good to a few per mille over a district: for "is it within 15 m" while a file is read, before its
/// region has a plane. Equirectangular about one latitude.
/// </summary>
public sealed class LocalPlane(double latitude)
{
    private const double MetresPerDegree = 111_195;

    private readonly double _east = MetresPerDegree * Math.Cos(double.DegreesToRadians(latitude));

    /// <summary>A copy of a shape in longitude/latitude, in metres.</summary>
    public Geometry Flat(Geometry shape)
    {
        var flat = shape.Copy();
        flat.Apply(new Scaling(_east));
        flat.GeometryChanged();
        return flat;
    }

    private sealed class Scaling(double east) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            sequence.SetX(i, sequence.GetX(i) * east);
            sequence.SetY(i, sequence.GetY(i) * MetresPerDegree);
        }
    }
}
