namespace CoverageGis.Kernel.Intervals;

/// <summary>Height between a lens and a target that a slant sight line has to bridge at least, m.</summary>
internal static class LeastDrop
{
    public static double Of(Interval heights, double z) => Math.Max(0, Math.Max(heights.Min - z, z - heights.Max));
}
