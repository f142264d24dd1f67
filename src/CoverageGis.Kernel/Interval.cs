namespace CoverageGis.Kernel;

/// <summary>A recorded value that may be known only to lie in [<paramref name="Min"/>, <paramref name="Max"/>].</summary>
public readonly record struct Interval(double Min, double Max)
{
    public static Interval Exactly(double value) => new(value, value);

    public bool IsExact => Min == Max;

    public double Mid => (Min + Max) / 2;
}
