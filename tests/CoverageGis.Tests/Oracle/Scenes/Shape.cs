using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>A drawn shape in local metres, x east, y north: parts, each a ring and its holes.</summary>
internal sealed record Shape(IReadOnlyList<IReadOnlyList<(double X, double Y)[]>> Parts)
{
    public static Shape Of(params (double X, double Y)[] corners) => new([[corners]]);

    public static Shape Box(double minX, double minY, double maxX, double maxY) =>
        Of((minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY));

    public static Shape Star(Random dice, double radius, int corners, double inner) => Of([.. Enumerable.Range(0, corners)
        .Select(i => (Angle: Math.Tau * (i + 0.8 * dice.NextDouble()) / corners, Far: radius * (inner + (1 - inner) * dice.NextDouble())))
        .Select(c => (c.Far * Math.Cos(c.Angle), c.Far * Math.Sin(c.Angle)))]);

    public static Shape Ell(double width, double depth, double armX, double armY) =>
        Of((0, 0), (width, 0), (width, armY), (armX, armY), (armX, depth), (0, depth));

    /// <summary>The last point closes the ring in what is written.</summary>
    public Shape Hole(params (double X, double Y)[] corners) => new([[.. Parts[0], corners], .. Parts.Skip(1)]);

    public Shape And(Shape other) => new([.. Parts, .. other.Parts]);

    public Shape Moved(double x, double y) => Map(p => (p.X + x, p.Y + y));

    public Shape Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Map(p => (p.X * cos - p.Y * sin, p.X * sin + p.Y * cos));
    }

    public JsonObject Geometry(Func<double, double, JsonArray> position)
    {
        JsonArray Ring((double X, double Y)[] ring) => [.. ring.Append(ring[0]).Select(p => position(p.X, p.Y))];
        JsonArray Polygon(IReadOnlyList<(double X, double Y)[]> part) => [.. part.Select(Ring)];
        return Parts.Count == 1
            ? new JsonObject { ["type"] = "Polygon", ["coordinates"] = Polygon(Parts[0]) }
            : new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = new JsonArray([.. Parts.Select(Polygon)]) };
    }

    private Shape Map(Func<(double X, double Y), (double, double)> move) =>
        new([.. Parts.Select(part => (IReadOnlyList<(double, double)[]>)[.. part.Select(r => r.Select(move).ToArray())])]);
}
