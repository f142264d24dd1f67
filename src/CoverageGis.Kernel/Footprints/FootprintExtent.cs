using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Footprints;

/// <summary>A box in the plane round a camera and its footprint.</summary>
internal static class FootprintExtent
{
    public static Envelope Of(Footprint footprint, in Frame frame)
    {
        var extent = new Envelope();
        Include(extent, frame, 0, 0);
        if (footprint.IsEmpty)
        {
            return extent;
        }
        if (footprint.Profile is { } profile)
        {
            IncludeProfile(extent, profile, frame);
            return extent;
        }
        IncludeSector(extent, footprint, frame);
        return footprint.Frustum is { } frustum ? extent.Intersection(Around(frustum, frame)) : extent;
    }

    /// <summary>A sector reaches farthest at its ends and where it passes a main direction of the plane: a point every degree is near enough with a margin.</summary>
    private static void IncludeSector(Envelope extent, Footprint footprint, in Frame frame)
    {
        var half = Math.Min(footprint.HalfAngle, HalfAngle(footprint.Frustum));
        var steps = Math.Max(1, (int)Math.Ceiling(half / (Math.PI / 180)));
        var radius = footprint.Reaches.Outer / Math.Cos(half / steps / 2);
        for (var i = -steps; i <= steps; i++)
        {
            var (sin, cos) = Math.SinCos(i * half / steps);
            Include(extent, frame, radius * cos, radius * sin);
        }
    }

    private static void IncludeProfile(Envelope extent, Profile profile, in Frame frame)
    {
        for (var i = 0; i < profile.Strips.Count; i++)
        {
            IncludePoint(extent, frame, profile.Bearings[i], profile.Strips[i].FarFrom);
            IncludePoint(extent, frame, profile.Bearings[i + 1], profile.Strips[i].FarTo);
        }
    }

    private static void IncludePoint(Envelope extent, in Frame frame, double bearing, double radius)
    {
        var (sin, cos) = Math.SinCos(bearing);
        Include(extent, frame, radius * cos, radius * sin);
    }

    /// <summary>Largest angle off the axis at which ground in the frustum lies; π when it goes behind the camera.</summary>
    private static double HalfAngle(IReadOnlyList<(double X, double Y)>? frustum)
    {
        var widest = 0.0;
        foreach (var (x, y) in frustum ?? [])
        {
            widest = Math.Max(widest, x <= Tolerances.OnOutline ? Math.PI : Math.Atan2(Math.Abs(y), x));
        }
        return frustum is null ? Math.PI : widest;
    }

    private static Envelope Around(IReadOnlyList<(double X, double Y)> frustum, in Frame frame)
    {
        var extent = new Envelope();
        Include(extent, frame, 0, 0);
        foreach (var (x, y) in frustum)
        {
            Include(extent, frame, x, y);
        }
        return extent;
    }

    private static void Include(Envelope extent, in Frame frame, double x, double y)
    {
        var (planeX, planeY) = frame.ToPlane(x, y);
        extent.ExpandToInclude(planeX, planeY);
    }
}
