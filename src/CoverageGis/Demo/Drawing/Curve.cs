using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Drawing;

/// <summary>Smooth lines through a few points (Catmull-Rom), as rivers and grown roads run.</summary>
internal static class Curve
{
    private const int Steps = 8;

    public static LineString Through(params (double X, double Y)[] points)
    {
        var p = points.Select(q => new Coordinate(q.X, q.Y)).ToArray();
        var line = new List<Coordinate> { p[0] };
        for (var i = 0; i + 1 < p.Length; i++)
            Segment(line, p[Math.Max(i - 1, 0)], p[i], p[i + 1], p[Math.Min(i + 2, p.Length - 1)]);
        return Shapes.Line(line);
    }

    public static LineString Round(params (double X, double Y)[] points)
    {
        var p = points.Select(q => new Coordinate(q.X, q.Y)).ToArray();
        var n = p.Length;
        var line = new List<Coordinate> { p[0] };
        for (var i = 0; i < n; i++) Segment(line, p[(i + n - 1) % n], p[i], p[(i + 1) % n], p[(i + 2) % n]);
        line[^1] = line[0].Copy();
        return Shapes.Line(line);
    }

    /// <summary>A closed curve around a middle, its radius swelling and shrinking.</summary>
    public static Polygon Blob(double x, double y, double across, double along, double heading, Dice dice)
    {
        var frame = new Frame(x, y, heading);
        var corners = Enumerable.Range(0, 9).Select(i => i * Math.Tau / 9).Select(angle =>
        {
            var swell = dice.Between(0.78, 1.15);
            var at = frame.At(along * swell * Math.Cos(angle), across * swell * Math.Sin(angle));
            return (at.X, at.Y);
        });
        return Shapes.Plane.CreatePolygon(Round([.. corners]).Coordinates);
    }

    /// <summary>The line beside a line, to its left when positive.</summary>
    public static LineString Beside(LineString line, double left)
    {
        var c = line.Coordinates;
        var beside = c.Select((at, i) =>
        {
            var heading = Bearing.Heading(c[Math.Max(i - 1, 0)], c[Math.Min(i + 1, c.Length - 1)]);
            return new Frame(at.X, at.Y, heading).At(0, left);
        });
        return Shapes.Line(beside);
    }

    private static void Segment(List<Coordinate> line, Coordinate a, Coordinate b, Coordinate c, Coordinate d)
    {
        for (var i = 1; i <= Steps; i++)
        {
            var t = i / (double)Steps;
            line.Add(new Coordinate(Blend(a.X, b.X, c.X, d.X, t), Blend(a.Y, b.Y, c.Y, d.Y, t)));
        }
    }

    private static double Blend(double a, double b, double c, double d, double t) =>
        0.5 * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t * t)
            + (((3 * b) - a - (3 * c) + d) * t * t * t));
}
