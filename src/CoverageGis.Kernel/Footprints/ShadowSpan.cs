namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// By which factors an occluder's footprint, enlarged from the camera, covers its shadow: C + s·(F − C), s in (Near, Far).
/// At the fraction t of a sight line the heights seen over the target span [H+t(z_min−H), H+t(z_max−H)]; the line is
/// blocked when that meets (base, top) over the footprint. Both conditions are linear in t, so the blocked
/// fractions are one interval, and s = 1/t.
/// </summary>
internal readonly record struct ShadowSpan(double Near, double Far)
{
    public static readonly ShadowSpan None = new(double.PositiveInfinity, 0);

    public bool IsEmpty => !(Near < Far);

    public bool IsEndless => double.IsPositiveInfinity(Far);

    public static ShadowSpan Of(double height, Purpose purpose, Occluder occluder)
    {
        var (first, last) = (0.0, 1.0);
        Narrow(purpose.ZMin - height, occluder.Top - height, ref first, ref last);
        Narrow(height - purpose.ZMax, height - occluder.Base, ref first, ref last);
        return first < last ? new ShadowSpan(1 / last, first > 0 ? 1 / first : double.PositiveInfinity) : None;
    }

    /// <summary>Leaves those t for which slope·t &lt; limit.</summary>
    private static void Narrow(double slope, double limit, ref double first, ref double last)
    {
        if (slope > 0)
        {
            last = Math.Min(last, limit / slope);
        }
        else if (slope < 0)
        {
            first = Math.Max(first, limit / slope);
        }
        else if (limit <= 0)
        {
            last = first;
        }
    }
}
