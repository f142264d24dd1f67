using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>The footprint that all cameras within bounds share, or one that holds those of all of them, from one place.</summary>
internal static class BoundedFootprint
{
    public static Footprint Of(CameraBounds camera, Purpose purpose, ArcSide side) =>
        side == ArcSide.Inside ? Shared(camera, purpose) : PossibleFootprint.Of(camera, purpose);

    /// <summary>
    /// "Seen by every camera" is a conjunction of conditions, so each may be taken at its own worst camera: what
    /// remains is again a ring of two circles within a sector or within a convex ground.
    /// </summary>
    private static Footprint Shared(CameraBounds camera, Purpose purpose)
    {
        var reaches = SharedReaches(camera, purpose);
        if (camera.MayBePinhole)
        {
            return new Footprint(reaches, Math.PI, reaches.IsEmpty ? [] : SharedFrustum.Ground(camera, purpose, reaches.Outer));
        }
        var half = camera.Fisheye || camera.PlainHalf.Min >= Math.PI
            ? Math.PI
            : camera.PlainHalf.Min - camera.AzimuthTolerance * Math.PI / 180;
        return half > 0 ? new Footprint(reaches, half, null) : new Footprint(new Reaches(0, 0), Math.PI, null);
    }

    /// <summary>Widest angle, fewest pixels, farthest from the target's height, and steepest.</summary>
    private static Reaches SharedReaches(CameraBounds camera, Purpose purpose)
    {
        var slant = SlantReach.Least(camera, purpose.MinPpm);
        var (low, high) = (camera.Height.Min - purpose.ZMin, camera.Height.Max - purpose.ZMin);
        return Reaches.Of(slant, Math.Max(Math.Abs(low), Math.Abs(high)), high, camera.Range?.Min, purpose.MaxTilt);
    }
}
