namespace CoverageGis.Benchmarks;

/// <summary>How long things took, one by one, in ms.</summary>
public sealed class Milliseconds
{
    private readonly List<double> _times = [];

    public void Add(double time) => _times.Add(time);

    /// <summary>That share of them took no longer.</summary>
    public double Share(double share)
    {
        var sorted = _times.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
