using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>A footprint that holds those of all cameras within bounds.</summary>
internal static class PossibleFootprint
{
    public static Footprint Of(CameraBounds camera, Purpose purpose)
    {
        if (camera.Fisheye)
        {
            return new Footprint(new PossibleSector(camera, purpose).Reaches(0), Math.PI, null);
        }
        var tolerance = Math.Min(180, camera.AzimuthTolerance) * Math.PI / 180;
        var strips = OffsetStrips.Of(camera, purpose);
        if (tolerance >= Math.PI || camera.PlainHalf.Min >= Math.PI)
        {
            var all = strips.Between(0, Math.PI);
            return new Footprint(new Reaches(Math.Max(0, all.Near - Tolerances.SameRadius), all.Far), Math.PI, null);
        }
        return ProfileOf(strips.Turned(tolerance));
    }

    private static Footprint ProfileOf(OffsetStrips turned)
    {
        var profile = OuterLine.Around(turned);
        var outer = profile.Strips.Count == 0 ? 0 : profile.Strips.Max(s => Math.Max(s.FarFrom, s.FarTo));
        return new Footprint(new Reaches(0, outer), Math.PI, null) { Profile = profile };
    }
}
