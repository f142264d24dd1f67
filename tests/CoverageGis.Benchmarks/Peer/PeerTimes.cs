namespace CoverageGis.Benchmarks.Peer;

/// <summary>How long the steps of the SQL pipeline took: views, their index, gaps.</summary>
/// <param name="Cores">Seconds of processor cores, of program and server.</param>
/// <param name="Count">Views that it made.</param>
public sealed record PeerTimes(IReadOnlyList<(string Name, TimeSpan Time)> Steps, double Cores, long Count)
{
    /// <summary>Microseconds a view.</summary>
    public double PerView => Views.TotalMicroseconds / Count;

    /// <summary>Stored and indexed, as ours are.</summary>
    private TimeSpan Views => Steps[0].Time + Steps[1].Time;

    public TimeSpan Gaps => Steps[2].Time;

    public TimeSpan All => Views + Gaps;
}
