using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Drawing;

/// <summary>A right-angled frame in the plane of the plan: u along the heading, v to the left of it, metres.</summary>
/// <param name="Heading">Radians, counter-clockwise from east.</param>
internal readonly record struct Frame(double X, double Y, double Heading)
{
    private readonly double _cos = Math.Cos(Heading);
    private readonly double _sin = Math.Sin(Heading);

    public Coordinate At(double u, double v) => new(X + (u * _cos) - (v * _sin), Y + (u * _sin) + (v * _cos));

    public Polygon Rect(double u0, double v0, double u1, double v1) =>
        Shapes.Polygon(At(u0, v0), At(u1, v0), At(u1, v1), At(u0, v1));

    /// <summary>A polygon whose corners are given in this frame.</summary>
    public Polygon Outline(params (double U, double V)[] corners)
    {
        var self = this;
        return Shapes.Polygon([.. corners.Select(c => self.At(c.U, c.V))]);
    }

    /// <summary>The same frame, moved within itself and turned by degrees.</summary>
    public Frame Moved(double u, double v, double turn = 0)
    {
        var to = At(u, v);
        return new Frame(to.X, to.Y, Heading + (turn * Math.PI / 180));
    }

    public (double U, double V) Of(Coordinate c)
    {
        var (dx, dy) = (c.X - X, c.Y - Y);
        return ((dx * _cos) + (dy * _sin), (dy * _cos) - (dx * _sin));
    }

    /// <summary>The box of a shape in this frame.</summary>
    public Envelope Extent(Geometry shape)
    {
        var box = new Envelope();
        foreach (var c in shape.Coordinates)
        {
            var (u, v) = Of(c);
            box.ExpandToInclude(u, v);
        }
        return box;
    }

    /// <summary>Grid azimuth, degrees clockwise from the plane's north, of a direction given counter-clockwise from u.</summary>
    public double Azimuth(double turn = 0) => Bearing.FromHeading(Heading + (turn * Math.PI / 180));
}
