using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Places;

/// <summary>
/// Where wall cameras may stand: before those stretches of walls that are nearest to some place of a disc
/// (<see cref="Placement.HostWall"/>), and in the disc itself when a host is not near all of it.
/// </summary>
internal static class WallPlaces
{
    public static IReadOnlyList<Coordinate[]> Of(
        CameraBounds camera, Purpose purpose, IReadOnlyList<Occluder> occluders, Frame frame, Coordinate[] disc)
    {
        var (centre, radius) = (new Point(0, 0), camera.PositionTolerance);
        var hasHost = false;
        var places = new List<Coordinate[]>();
        foreach (var occluder in occluders.Where(o => o.IsOnGround(purpose) && IsNear(o, camera)))
        {
            var host = LocalShapes.Of(occluder.Footprint, frame);
            var away = host.Distance(centre);
            hasHost |= away + radius <= Tolerances.HostDistance;
            if (away - radius <= Tolerances.HostDistance)
            {
                AddBefore(places, host, radius, host.Boundary.Distance(centre) + 2 * radius);
            }
        }
        return hasHost ? places : [.. places, disc];
    }

    private static bool IsNear(Occluder occluder, CameraBounds camera) =>
        occluder.Footprint.EnvelopeInternal.Distance(new Envelope(camera.X, camera.X, camera.Y, camera.Y))
        <= camera.PositionTolerance + Tolerances.HostDistance;

    /// <param name="reach">A nearest point of the outline is no farther from the middle of the disc, m.</param>
    private static void AddBefore(List<Coordinate[]> places, Geometry host, double radius, double reach)
    {
        foreach (var polygon in LocalShapes.Polygons(host))
        {
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing).Cast<LinearRing>())
            {
                var corners = ring.Coordinates[..^1];
                if (ring.IsCCW != (ring == polygon.ExteriorRing))
                {
                    Array.Reverse(corners);
                }
                AddBefore(places, [.. corners.Where((c, i) => !c.Equals2D(corners[(i + 1) % corners.Length]))], radius, reach);
            }
        }
    }

    /// <summary>Along each wall, and round each corner. The interior is on the left.</summary>
    private static void AddBefore(List<Coordinate[]> places, Coordinate[] corners, double radius, double reach)
    {
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to, next) = (corners[i], corners[(i + 1) % corners.Length], corners[(i + 2) % corners.Length]);
            if (AlongWall(from, to, radius, reach) is { } strip)
            {
                places.Add(strip);
            }
            if (to.Distance(new Coordinate(0, 0)) <= reach)
            {
                places.Add(RoundCorner(to, Outward(from, to), Outward(to, next)));
            }
        }
    }

    /// <summary>A strip a micrometre wide: a polygon, so that everything else need not know of lines.</summary>
    private static Coordinate[]? AlongWall(Coordinate from, Coordinate to, double radius, double reach)
    {
        var (length, wall) = (from.Distance(to), new LineSegment(from, to));
        if (wall.Distance(new Coordinate(0, 0)) > reach)
        {
            return null;
        }
        var foot = wall.ProjectionFactor(new Coordinate(0, 0)) * length;
        var (first, last) = (Math.Clamp(foot - radius, 0, length), Math.Clamp(foot + radius, 0, length));
        var (outX, outY) = Outward(from, to);
        Coordinate At(double along, double off) => new(
            from.X + along / length * (to.X - from.X) + off * outX, from.Y + along / length * (to.Y - from.Y) + off * outY);
        const double Near = Tolerances.WallOffset - Width, Far = Tolerances.WallOffset + Width;
        return last - first < Width ? null : Convex.Hull([At(first, Near), At(last, Near), At(last, Far), At(first, Far)]);
    }

    private const double Width = 1e-4;

    /// <summary>Holds the arc round a corner from the direction before one wall to that before the next.</summary>
    private static Coordinate[] RoundCorner(Coordinate corner, (double X, double Y) one, (double X, double Y) other)
    {
        var (x, y) = (one.X + other.X, one.Y + other.Y);
        // The tangents at both ends of the arc meet this far out, in units of its radius and along the sum of both directions.
        var meet = 2 / Math.Max(0.02, x * x + y * y);
        Coordinate At(double toX, double toY, double off) => new(corner.X + off * toX, corner.Y + off * toY);
        const double Off = Tolerances.WallOffset, Inner = Off - Width;
        return Convex.Hull(
            [At(one.X, one.Y, Off), At(other.X, other.Y, Off), At(x, y, meet * Off), At(one.X, one.Y, Inner), At(other.X, other.Y, Inner)]);
    }

    private static (double X, double Y) Outward(Coordinate from, Coordinate to)
    {
        var length = from.Distance(to);
        return ((to.Y - from.Y) / length, -(to.X - from.X) / length);
    }
}
