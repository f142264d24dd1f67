using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Overlay;

/// <summary>Shapes brought from the plane into a camera's frame, where an overlay has its digits to spare, and back.</summary>
internal static class LocalShapes
{
    private static readonly GeometryFactory Factory = new();

    public static Geometry Of(Geometry area, Frame frame) => Moved(area, frame.FromPlane);

    /// <summary>A valid Polygon, MultiPolygon or empty Polygon, whatever lines and points an overlay left beside it.</summary>
    public static Geometry ToPlane(Geometry area, Frame frame)
    {
        var moved = Moved(area, frame.ToPlane);
        var parts = Polygons(moved.IsValid ? moved : moved.Buffer(0)).ToArray();
        return parts.Length switch { 0 => Factory.CreatePolygon(), 1 => parts[0], _ => Factory.CreateMultiPolygon(parts) };
    }

    public static IEnumerable<Polygon> Polygons(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                yield return polygon;
            }
        }
    }

    private static Geometry Moved(Geometry area, Func<double, double, (double X, double Y)> move)
    {
        var copy = area.Copy();
        copy.Apply(new Mover(move));
        return copy;
    }

    private sealed class Mover(Func<double, double, (double X, double Y)> move) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                var (x, y) = move(sequence.GetX(i), sequence.GetY(i));
                sequence.SetX(i, x);
                sequence.SetY(i, y);
            }
        }
    }
}
