using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Sweep;

/// <summary>Lays out the footprint as pieces: the frustum is a window, the arcs are chords or tangents.</summary>
internal static class FootprintCaster
{
    /// <summary>A full circle has at least this many pieces, however small.</summary>
    private const double WidestStep = Math.PI / 4;

    public static void Cast(Footprint footprint, ArcSide side, PieceSet pieces, RingCaster caster)
    {
        if (footprint.Profile is { } profile)
        {
            CastProfile(profile, footprint.Reaches.Outer, pieces);
            return;
        }
        var (from, to) = Range(footprint);
        var span = to.Angle - from.Angle;
        var steps = Steps(span, footprint.Reaches.Outer);
        pieces.Begin(from, to, footprint.Reaches.Outer / (side == ArcSide.Outside ? Math.Cos(span / steps / 2) : 1));
        CastArc(footprint.Reaches.Outer, from.Angle, span, side == ArcSide.Outside, Crossing.Endless, pieces);
        if (footprint.Reaches.Inner > Tolerances.SameRadius)
        {
            pieces.BlockedAtCamera++;
            CastArc(footprint.Reaches.Inner, from.Angle, span, side == ArcSide.Inside, Crossing.Leave, pieces);
        }
        if (footprint.Frustum is { } frustum)
        {
            pieces.BlockedAtCamera++;
            caster.Cast(frustum, Casting.Window);
        }
    }

    /// <summary>Blocked at the camera everywhere, and open where a strip begins.</summary>
    private static void CastProfile(Profile profile, double outer, PieceSet pieces)
    {
        pieces.Begin(Ray.At(profile.Bearings[0], 1), Ray.At(profile.Bearings[^1], 1), outer);
        pieces.BlockedAtCamera++;
        for (var i = 0; i < profile.Strips.Count; i++)
        {
            var strip = profile.Strips[i];
            if (!strip.IsEmpty)
            {
                CastStrip(strip, Ray.At(profile.Bearings[i], 1), Ray.At(profile.Bearings[i + 1], 1), pieces);
            }
        }
    }

    private static void CastStrip(in ProfileStrip strip, Ray first, Ray last, PieceSet pieces)
    {
        var atCamera = strip.BeginsAtCamera;
        var (nearFirst, nearLast) = atCamera ? (0, 0) : (strip.NearFrom, strip.NearTo);
        pieces.Add(
            first with { Radius = nearFirst }, last with { Radius = nearLast }, 1, atCamera ? Crossing.LeaveAtCamera : Crossing.Leave);
        pieces.Add(first with { Radius = strip.FarFrom }, last with { Radius = strip.FarTo }, 1, Crossing.Endless);
    }

    /// <summary>Bearings between which the footprint lies.</summary>
    private static (Ray From, Ray To) Range(Footprint footprint)
    {
        if (footprint.Frustum is not { } frustum)
        {
            return (Ray.At(-footprint.HalfAngle, 1), Ray.At(footprint.HalfAngle, 1));
        }
        var (from, to) = (Ray.To(frustum[0].X, frustum[0].Y), Ray.To(frustum[0].X, frustum[0].Y));
        for (var i = 0; i < frustum.Count; i++)
        {
            var (x, y) = frustum[i];
            var (nextX, nextY) = frustum[i + 1 == frustum.Count ? 0 : i + 1];
            if (MayGoRound(x, y, nextX, nextY))
            {
                return (Ray.At(-Math.PI, 1), Ray.At(Math.PI, 1));
            }
            var ray = Ray.To(x, y);
            (from, to) = (ray.Key < from.Key ? ray : from, ray.Key > to.Key ? ray : to);
        }
        return (from, to);
    }

    /// <summary>The edge has a part straight behind the camera, or beside it.</summary>
    private static bool MayGoRound(double x, double y, double nextX, double nextY) =>
        Math.Min(x, nextX) <= Tolerances.OnOutline
        && Math.Min(y, nextY) <= Tolerances.OnOutline
        && Math.Max(y, nextY) >= -Tolerances.OnOutline
        && (x * nextY - y * nextX) * (nextY - y) <= Tolerances.OnOutline * (nextY - y) * (nextY - y);

    private static int Steps(double span, double radius)
    {
        var step = 2 * Math.Acos(radius / (radius + Tolerances.ArcError));
        return (int)Math.Ceiling(span / Math.Min(step, WidestStep));
    }

    /// <summary>With <paramref name="around"/> the pieces touch the circle from outside, else their ends lie on it.</summary>
    private static void CastArc(double radius, double first, double span, bool around, Crossing crossing, PieceSet pieces)
    {
        var steps = Steps(span, radius);
        var step = span / steps;
        var ends = around ? radius / Math.Cos(step / 2) : radius;
        var last = Ray.At(first, ends);
        for (var i = 1; i <= steps; i++)
        {
            var next = Ray.At(i == steps ? first + span : first + i * step, ends);
            pieces.Add(last, next, 1, crossing);
            last = next;
        }
    }
}
