namespace CoverageGis.Coverage;

/// <summary>The measures by which coverage is judged.</summary>
public static class Tolerance
{
    /// <summary>An unseen part that vanishes when eroded by half of 0.5 m is a sliver, not a gap: nobody hides in it, m.</summary>
    public const double HalfSliver = 0.25;

    /// <summary>A site built over for this share of its area is itself a building, watched on a ring around it, 0..1.</summary>
    public const double BuiltOver = 0.9;
}
