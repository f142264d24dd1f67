using System.Runtime.CompilerServices;
using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Triangulate.Polygon;

namespace CoverageGis.Kernel.Places;

/// <summary>
/// Convex polygons that together are an area, large ones that overlap rather than small ones that touch: what two parts
/// would hide together, one large part hides alone.
/// </summary>
internal static class ConvexCover
{
    /// <summary>So often a part is cut at one of its inward corners before the rest is left to triangles.</summary>
    private const int DeepestCut = 4;

    /// <summary>Buildings stand round many cameras, and cutting one up costs more than all that is done with its parts.</summary>
    private static readonly ConditionalWeakTable<Geometry, Coordinate[][]> Known = [];

    /// <summary>In the frame of a camera.</summary>
    public static IEnumerable<Coordinate[]> Of(Geometry area, Frame frame) =>
        Known.GetValue(area, static a => [.. LocalShapes.Polygons(a).SelectMany(p => Of(p, 0))]).Select(part => InFrame(part, frame));

    private static Coordinate[] InFrame(Coordinate[] part, Frame frame) =>
        [.. part.Select(c => frame.FromPlane(c.X, c.Y)).Select(c => new Coordinate(c.X, c.Y))];

    /// <summary>At an inward corner the polygon lies on the inner side of one of two walls, or far off behind both.</summary>
    private static IEnumerable<Coordinate[]> Of(Polygon polygon, int depth)
    {
        if (Convex.Of(polygon) is { } convex)
        {
            return [convex];
        }
        if (depth == DeepestCut || InwardCorner(polygon) is not { } corner)
        {
            return LocalShapes.Polygons(new ConstrainedDelaunayTriangulator(polygon).GetResult()).Select(Convex.Of).OfType<Coordinate[]>();
        }
        var far = 2 * (polygon.EnvelopeInternal.Diameter + 1);
        var (first, second) = (LeftSide(corner.Before, corner.At, far), LeftSide(corner.At, corner.After, far));
        Geometry[] parts =
        [
            Grid.Combine(polygon, first, SpatialFunction.Intersection),
            Grid.Combine(polygon, second, SpatialFunction.Intersection),
            Grid.Combine(Grid.Combine(polygon, first, SpatialFunction.Difference), second, SpatialFunction.Difference),
        ];
        return parts.SelectMany(LocalShapes.Polygons).SelectMany(p => Of(p, depth + 1));
    }

    /// <summary>With its neighbours, in the direction that has the interior on the left.</summary>
    private static (Coordinate Before, Coordinate At, Coordinate After)? InwardCorner(Polygon polygon)
    {
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing).Cast<LinearRing>())
        {
            var corners = ring.Coordinates[..^1];
            if (ring.IsCCW != (ring == polygon.ExteriorRing))
            {
                Array.Reverse(corners);
            }
            for (var i = 0; i < corners.Length; i++)
            {
                var (before, at, after) = (corners[i], corners[(i + 1) % corners.Length], corners[(i + 2) % corners.Length]);
                if ((at.X - before.X) * (after.Y - before.Y) - (at.Y - before.Y) * (after.X - before.X) < -1e-6)
                {
                    return (before, at, after);
                }
            }
        }
        return null;
    }

    /// <summary>A square on the left of a line, larger than all that matters.</summary>
    private static Polygon LeftSide(Coordinate from, Coordinate to, double size)
    {
        var length = from.Distance(to);
        var (dx, dy) = (size * (to.X - from.X) / length, size * (to.Y - from.Y) / length);
        Coordinate At(double along, double aside) => new(to.X + along * dx - aside * dy, to.Y + along * dy + aside * dx);
        return Convex.ToPolygon([At(-1, 0), At(1, 0), At(1, 1), At(-1, 1)]);
    }
}
