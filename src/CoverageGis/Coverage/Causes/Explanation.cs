using CoverageGis.Coverage.Probes;
using CoverageGis.Kernel.Probing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Causes;

/// <summary>The cheapest explanation why one point of a zone is not seen as required.</summary>
internal static class Explanation
{
    /// <summary>A pole or bracket can be made longer by this much, m; more is a new camera.</summary>
    private const double MostRaise = 3;

    /// <summary>Another thing in the way counts for more than any distance, m.</summary>
    private const double EffortOfBlock = 1000;

    /// <summary>What the stored views say; null = no camera sees it, not even possibly or in repair.</summary>
    public static PointOutcome? BySight(WatchedZone zone, SeenAt seen)
    {
        var byNight = zone.IsJudgedInTheDark;
        if (byNight && seen.PossiblyByNight.Count > 0 && seen.CertainByNight.Count < zone.MinCameras)
            return new PointOutcome(Cause.Unproven, WorkKind.Survey, seen.PossiblyByNight.First());
        if (byNight && seen.CertainByDay.Count >= zone.MinCameras)
            return new PointOutcome(Cause.Dark, WorkKind.Light, seen.CertainByDay.Except(seen.CertainByNight).Order(StringComparer.Ordinal).FirstOrDefault());
        if (seen.PossiblyByDay.Count > 0)
            return new PointOutcome(Cause.Unproven, WorkKind.Survey, seen.PossiblyByDay.First());
        return seen.Broken.Count > 0 ? new PointOutcome(Cause.Broken, WorkKind.Repair, seen.Broken.First()) : null;
    }

    /// <summary>What the places of the cameras around say, where no view holds the point.</summary>
    /// <param name="lookouts">Cameras that count in the zone, in use, nearest first.</param>
    public static PointOutcome ByPlace(SeenAt seen, IEnumerable<Lookout> lookouts, Coordinate point) =>
        Nearest(seen, lookouts, point) ?? new PointOutcome(Cause.None, WorkKind.Install);

    private static PointOutcome? Nearest(SeenAt seen, IEnumerable<Lookout> lookouts, Coordinate point)
    {
        (int Rank, double Effort, PointOutcome Outcome)? best = null;
        foreach (var lookout in lookouts)
        {
            // One thing in the way of a nearer camera: those that follow are farther, and explain no better.
            if (best is { Rank: 0, Effort: < 2 * EffortOfBlock })
                break;
            if (seen.CertainByDay.Contains(lookout.Camera.Record.Code))
                continue;
            foreach (var head in lookout.Heads)
            {
                if (Rank(head.Failing(point.X, point.Y)) is not { } rank || (best is { } known && rank > known.Rank))
                    continue;
                var picture = head.Picture(point.X, point.Y);
                // What stands around is most of the cost, and never makes an explanation better.
                if (rank > 0 && !Beats(best, rank, Effort(picture)))
                    continue;
                var probe = head.WithSight(picture, point.X, point.Y);
                if (Outcome(lookout, head, probe, rank) is { } outcome && Beats(best, rank, Effort(probe)))
                    best = (rank, Effort(probe), outcome);
            }
        }
        return best?.Outcome;
    }

    private static bool Beats((int Rank, double Effort, PointOutcome Outcome)? best, int rank, double effort) =>
        best is not { } known || rank < known.Rank || (rank == known.Rank && effort < known.Effort);

    /// <summary>0 the picture holds it, 1 only too steep, 2 only too far, 3 looks elsewhere and nothing else; null = more than one thing to mend.</summary>
    private static int? Rank(Failing failing) => failing switch
    {
        Failing.Nothing => 0,
        _ when (failing & ~(Failing.NearEdge | Failing.MaxTilt)) == 0 => 1,
        _ when (failing & ~(Failing.Density | Failing.Range | Failing.FarEdge)) == 0 => 2,
        Failing.HorizontalField => 3,
        _ => null,
    };

    /// <summary>Of explanations of one kind the smaller is the better; comparable within a kind only.</summary>
    private static double Effort(Probe probe) => probe.Blocks.Count > 0
        ? EffortOfBlock * probe.Blocks.Count + probe.Distance
        : probe.Misses.Sum(m => m.Condition is Condition.Density ? m.Needs / m.Has : m.Condition is Condition.Range ? m.Has / m.Needs : m.By / 90);

    private static PointOutcome? Outcome(Lookout lookout, Prober head, Probe probe, int rank)
    {
        var camera = lookout.Camera.Record.Code;
        // What stands in the way explains a point only when nothing else does.
        if (rank > 0 && probe.Misses.Any(m => m.Condition is Condition.Blocked or Condition.InsideOccluder or Condition.OutsideRoom))
            return null;
        return rank switch
        {
            0 when probe.Blocks.Count > 0 => new PointOutcome(Cause.Blocked, Clearing(lookout, head, probe), camera, lookout.Around[probe.Blocks[0].Occluder].Code),
            // Nothing fails: the point lies within the error of an arc, or the views are older than the record.
            0 => probe.IsSeen && lookout.Camera.Heads.Estimated ? new PointOutcome(Cause.Unproven, WorkKind.Survey, camera) : null,
            1 => new PointOutcome(Cause.TooSteep, probe.Misses.All(m => m.Condition == Condition.NearEdge) ? WorkKind.ReAim : WorkKind.Install, camera),
            2 => new PointOutcome(Cause.TooFar, probe.Misses.All(m => m.Condition == Condition.FarEdge) ? WorkKind.ReAim : WorkKind.Install, camera),
            _ => new PointOutcome(Cause.None, WorkKind.ReAim, camera),
        };
    }

    private static WorkKind Clearing(Lookout lookout, Prober head, Probe probe)
    {
        if (probe.Blocks.All(b => lookout.Around[b.Occluder].IsGreen))
            return WorkKind.Clear;
        return probe.Blocks.All(b => b.LensHeight <= head.Pose.Height + MostRaise) ? WorkKind.Raise : WorkKind.Install;
    }
}
