namespace CoverageGis.Kernel.Intervals;

/// <summary>Distances from the camera, m; none when <paramref name="Far"/> is not beyond <paramref name="Near"/>.</summary>
internal readonly record struct Stretch(double Near, double Far)
{
    public static readonly Stretch None = new(double.PositiveInfinity, 0);

    public bool IsEmpty => !(Far > Near);

    public Stretch Union(Stretch other) =>
        IsEmpty ? other : other.IsEmpty ? this : new(Math.Min(Near, other.Near), Math.Max(Far, other.Far));
}
