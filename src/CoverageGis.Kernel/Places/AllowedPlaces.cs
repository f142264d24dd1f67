using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Places;

/// <summary>
/// Where a camera may stand whose place is known to a tolerance: convex polygons in its frame, which may overlap. A place
/// inside a body is not allowed.
/// </summary>
internal static class AllowedPlaces
{
    /// <summary>Corners of the polygon round the disc of places: it is 3 % wider than the disc.</summary>
    private const int Corners = 13;

    /// <summary>With more parts than this the bodies are left in: more places prove less and allow more.</summary>
    private const int MostParts = 12;

    public static IReadOnlyList<Coordinate[]> Of(
        CameraBounds camera, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, Frame frame)
    {
        IReadOnlyList<Coordinate[]> places = camera.OnWall && enclosure is null
            ? WallPlaces.Of(camera, purpose, occluders, frame, Disc(camera.PositionTolerance))
            : [Disc(camera.PositionTolerance)];
        foreach (var occluder in occluders)
        {
            if (Excludes(occluder, camera.Height, purpose) && IsNear(occluder.Footprint, camera))
            {
                places = Outside(places, ConvexCover.Of(occluder.Footprint, frame));
            }
        }
        return enclosure is null ? places : Inside(places, ConvexCover.Of(enclosure, frame));
    }

    private static Coordinate[] Disc(double radius) =>
    [
        .. Enumerable.Range(0, Corners).Select(i => Math.SinCos(i * Math.Tau / Corners))
            .Select(way => new Coordinate(radius * way.Cos / Math.Cos(Math.PI / Corners), radius * way.Sin / Math.Cos(Math.PI / Corners))),
    ];

    /// <summary>Whatever the heights of lens and body, the lens would be in the body.</summary>
    private static bool Excludes(Occluder occluder, Interval heights, Purpose purpose) => occluder.IsOnGround(purpose)
        ? heights.Max <= occluder.LowestTop
        : heights.Max < occluder.LowestTop && heights.Min > occluder.Base;

    private static bool IsNear(Geometry footprint, CameraBounds camera) =>
        footprint.EnvelopeInternal.Distance(new Envelope(camera.X, camera.X, camera.Y, camera.Y))
        <= 1.1 * camera.PositionTolerance + Tolerances.HostDistance + Tolerances.WallOffset;

    private static IReadOnlyList<Coordinate[]> Outside(IReadOnlyList<Coordinate[]> places, IEnumerable<Coordinate[]> body)
    {
        var left = places;
        foreach (var part in body)
        {
            left = [.. left.SelectMany(p => Outside(p, part))];
            if (left.Count > MostParts)
            {
                return places;
            }
        }
        return left;
    }

    /// <summary>Beyond one of its edges, or of several at once.</summary>
    private static IEnumerable<Coordinate[]> Outside(Coordinate[] places, Coordinate[] body)
    {
        if (Convex.IsNone(Convex.Common(places, body)))
        {
            return [places];
        }
        return Enumerable.Range(0, body.Length)
            .Select(i => Convex.LeftOf(places, body[(i + 1) % body.Length], body[i]))
            .Where(p => !Convex.IsNone(p));
    }

    private static List<Coordinate[]> Inside(IReadOnlyList<Coordinate[]> places, IEnumerable<Coordinate[]> room) =>
        [.. room.SelectMany(part => places.Select(p => Convex.Common(p, part))).Where(p => !Convex.IsNone(p))];
}
