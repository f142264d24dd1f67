using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace CoverageGis.Kernel.Overlay;

/// <summary>The footprint as a polygon in the camera's frame, by overlay of a disc, a hole and a frustum.</summary>
internal static class FootprintPolygon
{
    public static Geometry Of(Footprint footprint, ArcSide side)
    {
        if (footprint.Profile is { } profile)
        {
            return Strips(profile);
        }
        Geometry ground = Disc(footprint.Reaches.Outer, footprint.HalfAngle, side == ArcSide.Outside);
        if (footprint.Reaches.Inner > 0)
        {
            var steep = Disc(footprint.Reaches.Inner, Math.PI, side == ArcSide.Inside);
            ground = Grid.Combine(ground, steep, SpatialFunction.Difference);
        }
        return footprint.Frustum is { } frustum
            ? Grid.Combine(ground, Closed(frustum), SpatialFunction.Intersection)
            : ground;
    }

    private static Geometry Strips(Profile profile)
    {
        var strips = new List<Geometry>();
        for (var i = 0; i < profile.Strips.Count; i++)
        {
            if (!profile.Strips[i].IsEmpty)
            {
                strips.Add(Strip(profile.Strips[i], profile.Bearings[i], profile.Bearings[i + 1]));
            }
        }
        return Grid.Union(strips);
    }

    private static Polygon Strip(in ProfileStrip strip, double from, double to)
    {
        var ((sinFrom, cosFrom), (sinTo, cosTo)) = (Math.SinCos(from), Math.SinCos(to));
        List<(double X, double Y)> ring = strip.BeginsAtCamera
            ? [(0, 0)]
            : [(strip.NearTo * cosTo, strip.NearTo * sinTo), (strip.NearFrom * cosFrom, strip.NearFrom * sinFrom)];
        ring.AddRange([(strip.FarFrom * cosFrom, strip.FarFrom * sinFrom), (strip.FarTo * cosTo, strip.FarTo * sinTo)]);
        return Closed(ring);
    }

    private static Polygon Disc(double radius, double half, bool around)
    {
        var steps = Math.Max(8, (int)Math.Ceiling(half / Math.Acos(radius / (radius + Tolerances.ArcError))));
        var ends = around ? radius / Math.Cos(half / steps) : radius;
        List<(double X, double Y)> ring = half < Math.PI ? [(0, 0)] : [];
        for (var i = 0; i < steps + (half < Math.PI ? 1 : 0); i++)
        {
            var (sin, cos) = Math.SinCos((2.0 * i / steps - 1) * half);
            ring.Add((ends * cos, ends * sin));
        }
        return Closed(ring);
    }

    private static Polygon Closed(IReadOnlyList<(double X, double Y)> ring) =>
        GeometryFactory.Default.CreatePolygon([.. ring.Select(p => new Coordinate(p.X, p.Y)), new Coordinate(ring[0].X, ring[0].Y)]);
}
