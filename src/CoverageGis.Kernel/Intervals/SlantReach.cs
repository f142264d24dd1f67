using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>
/// Slant reach of cameras within bounds, m. It falls as the horizontal angle grows, but for a leap upward where the
/// picture ceases to be flat (<see cref="Reaches.WideHfov"/>).
/// </summary>
internal static class SlantReach
{
    private const double WideHalf = Reaches.WideHfov * Math.PI / 360;

    /// <summary>That every camera has.</summary>
    public static double Least(CameraBounds camera, double minPpm)
    {
        var (pixels, half) = (camera.Pixels.Min, Half(camera));
        var slant = double.PositiveInfinity;
        if (!camera.Fisheye && half.Min < WideHalf)
        {
            slant = Reaches.PinholeSlant(pixels, Math.Min(half.Max, WideHalf), minPpm);
        }
        return camera.Fisheye || half.Max >= WideHalf ? Math.Min(slant, Reaches.EquidistantSlant(pixels, half.Max, minPpm)) : slant;
    }

    /// <summary>That one camera has whose angle takes in a bearing so far off its axis, radians.</summary>
    public static double Most(CameraBounds camera, double offset, double minPpm)
    {
        var (pixels, half) = (camera.Pixels.Max, Half(camera));
        var least = Math.Max(half.Min, offset);
        var slant = !camera.Fisheye && least < WideHalf ? Reaches.PinholeSlant(pixels, least, minPpm) : 0;
        return camera.Fisheye ? Reaches.EquidistantSlant(pixels, half.Min, minPpm)
            : half.Max >= WideHalf ? Math.Max(slant, Reaches.EquidistantSlant(pixels, Math.Max(least, WideHalf), minPpm)) : slant;
    }

    private static Interval Half(CameraBounds camera) => new(camera.Hfov.Min * Math.PI / 360, camera.Hfov.Max * Math.PI / 360);
}
