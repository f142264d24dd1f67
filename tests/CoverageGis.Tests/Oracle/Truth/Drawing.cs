using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>Brings shapes of features into the plane.</summary>
internal sealed class Drawing(Plane plane)
{
    private const int RoundCorners = 720;

    public Plane Plane => plane;

    /// <summary>Polygon, MultiPolygon, or Point with a radius.</summary>
    public Area Ground(Feature feature)
    {
        var coordinates = feature.Coordinates;
        switch (feature.Shape)
        {
            case "Point":
                var (x, y) = Spot(coordinates);
                return Area.Disc(x, y, feature.Number("radius")!.Value, RoundCorners);
            case "Polygon":
                return new Area(coordinates.Select(Ring));
            case "MultiPolygon":
                return new Area(coordinates.SelectMany(p => p!.AsArray()).Select(Ring));
            default:
                throw new ArgumentException($"{feature.Shape} is no ground.");
        }
    }

    public Prism Prism(Feature feature)
    {
        var (low, high) = feature.Span("height")!.Value;
        var bottom = feature.Number("base") ?? 0;
        if (feature.Shape != "LineString")
            return new Prism([Ground(feature)], bottom, (low + high) / 2, high);
        var half = feature.Number("width")!.Value / 2;
        var spine = Ring(feature.Coordinates);
        return new Prism([.. Strip(spine, half)], bottom, (low + high) / 2, high) { Spine = spine, HalfWidth = half };
    }

    /// <summary>A line of some width, with round ends: a disc at each point, a rectangle along each edge.</summary>
    private static IEnumerable<Area> Strip(double[] spine, double half)
    {
        for (var i = 0; i < spine.Length; i += 2)
        {
            yield return Area.Disc(spine[i], spine[i + 1], half, 32);
            if (i > 0)
                yield return Plank(spine[i - 2], spine[i - 1], spine[i], spine[i + 1], half);
        }
    }

    private static Area Plank(double ax, double ay, double bx, double by, double half)
    {
        var length = Area.Distance(ax, ay, bx, by);
        var (nx, ny) = (-(by - ay) / length * half, (bx - ax) / length * half);
        return new Area([[ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny, ax + nx, ay + ny]]);
    }

    private double[] Ring(JsonNode? positions) =>
        [.. positions!.AsArray().Select(p => Spot(p!.AsArray())).SelectMany(p => (double[])[p.X, p.Y])];

    private (double X, double Y) Spot(JsonArray position) => plane.Project((double)position[0]!, (double)position[1]!);
}
