namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// The shadow of an occluder for a lens whose height is an interval. Between the heights at which lens, target and
/// occluder change places the bounds of a <see cref="ShadowSpan"/> are monotone in the lens's height: they are
/// fractions (H − b)/(H − z). So the heights at the ends and at those places tell the whole interval.
/// </summary>
internal static class ShadowSpans
{
    /// <summary>Inside: all that is hidden from some height. Outside: what is hidden from all of them.</summary>
    public static ShadowSpan Of(Interval heights, Purpose purpose, Occluder occluder, ArcSide side)
    {
        var span = ShadowSpan.Of(heights.Min, purpose, occluder);
        foreach (var height in (ReadOnlySpan<double>)[heights.Max, purpose.ZMin, purpose.ZMax, occluder.Base, occluder.Top])
        {
            if (height > heights.Min && height <= heights.Max)
            {
                var other = ShadowSpan.Of(height, purpose, occluder);
                span = side == ArcSide.Inside ? Hull(span, other) : Common(span, other);
            }
        }
        return span.IsEmpty ? ShadowSpan.None : span;
    }

    private static ShadowSpan Hull(ShadowSpan one, ShadowSpan other) =>
        new(Math.Min(one.Near, other.Near), Math.Max(one.Far, other.Far));

    private static ShadowSpan Common(ShadowSpan one, ShadowSpan other) =>
        new(Math.Max(one.Near, other.Near), Math.Min(one.Far, other.Far));
}
