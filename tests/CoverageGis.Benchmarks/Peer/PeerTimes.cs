namespace CoverageGis.Benchmarks.Peer;

/// <summary>How long the steps of the SQL pipeline took: views, their index, gaps.</summary>
public sealed record PeerTimes(IReadOnlyList<(string Name, TimeSpan Time)> Steps)
{
    /// <summary>Stored and indexed, as ours are.</summary>
    public TimeSpan Views => Steps[0].Time + Steps[1].Time;

    public TimeSpan Gaps => Steps[2].Time;

    public TimeSpan All => Views + Gaps;
}
