using NetTopologySuite;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Operation.Buffer;

namespace CoverageGis.Demo.Drawing;

/// <summary>Shapes in the plane of the plan (metres, x east, y north), before they become longitude and latitude.</summary>
internal static class Shapes
{
    public static readonly GeometryFactory Plane = new NtsGeometryServices(
        CoordinateArraySequenceFactory.Instance, new PrecisionModel(), 0,
        GeometryOverlay.NG, new CoordinateEqualityComparer()).CreateGeometryFactory();

    public static Polygon Polygon(params Coordinate[] corners) => Plane.CreatePolygon([.. corners, corners[0].Copy()]);

    public static LineString Line(IEnumerable<Coordinate> through) => Plane.CreateLineString([.. through]);

    public static LineString Line(params Coordinate[] through) => Plane.CreateLineString(through);

    public static Geometry Union(IEnumerable<Geometry> shapes) =>
        NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union([.. shapes], Plane);

    /// <summary>The ground of a street: its line widened, ends cut flat.</summary>
    public static Geometry Strip(Geometry line, double width) =>
        line.Buffer(width / 2, new BufferParameters(3, EndCapStyle.Flat, JoinStyle.Round, 2));

    public static IEnumerable<Polygon> Polygons(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
            if (shape.GetGeometryN(i) is Polygon { IsEmpty: false } polygon) yield return polygon;
    }

    public static IEnumerable<LineString> Lines(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
            if (shape.GetGeometryN(i) is LineString { IsEmpty: false } line) yield return line;
    }

    public static Polygon Largest(Geometry shape) =>
        Polygons(shape).DefaultIfEmpty(Plane.CreatePolygon()).MaxBy(p => p.Area)!;

    /// <summary>The frame of the narrowest rectangle around a shape: origin at its middle, u along its longer side.</summary>
    public static (Frame Frame, double Length, double Width) Box(Geometry shape)
    {
        var ring = new MinimumDiameter(shape).GetMinimumRectangle().Coordinates;
        if (ring.Length < 5) return (new Frame(ring[0].X, ring[0].Y, 0), 0, 0);
        var (first, second) = (ring[0].Distance(ring[1]), ring[1].Distance(ring[2]));
        var heading = first >= second ? Bearing.Heading(ring[0], ring[1]) : Bearing.Heading(ring[1], ring[2]);
        var middle = new Frame((ring[0].X + ring[2].X) / 2, (ring[0].Y + ring[2].Y) / 2, heading);
        return (middle, Math.Max(first, second), Math.Min(first, second));
    }

    /// <summary>Moves the lines of a frame so that u runs towards the east rather than the west or up and down.</summary>
    public static Frame FacingSouth(Frame frame)
    {
        var turns = Math.Round(frame.Heading / (Math.PI / 2));
        return frame with { Heading = frame.Heading - (turns * Math.PI / 2) };
    }
}
