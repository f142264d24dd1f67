using System.Diagnostics;
using CoverageGis.Coverage;
using Npgsql;

namespace CoverageGis.Benchmarks.Cities;

/// <summary>How long a full analysis took, and its stages.</summary>
/// <param name="Cores">Seconds of processor cores, of program and server.</param>
/// <param name="Own">Of these the program's.</param>
/// <param name="Stages">In their order; a stage ends where the next begins.</param>
/// <param name="Causes">How long the causes of all gaps took afterwards.</param>
public sealed record OurTimes(
    TimeSpan All, double Cores, double Own, IReadOnlyList<(string Name, TimeSpan Time)> Stages, TimeSpan Causes, AnalysisSummary Summary)
{
    private const string ViewStage = "views", OpenGround = "watched areas";

    /// <summary>Microseconds a view: cameras that nobody needs to look through have none.</summary>
    public double PerView => Views.TotalMicroseconds / Summary.Views;

    private TimeSpan Views => Stages.Where(s => s.Name == ViewStage).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time);

    /// <summary>All that follows from views and watched ground: unseen ground, gaps, shares, publishing.</summary>
    public TimeSpan Gaps => All - Stages.Where(s => s.Name is ViewStage or OpenGround).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time);

    public static async Task<OurTimes> MeasureAsync(NpgsqlDataSource source, CoreTime cores, CancellationToken token)
    {
        var stages = new StageClock();
        var (clock, before, own) = (Stopwatch.StartNew(), cores.Now(), CoreTime.Own());
        await Analysis.FollowAsync(source, BenchCity.Region, full: true, stages, token, explains: false);
        var (all, used, ours, times) = (clock.Elapsed, cores.Now() - before, CoreTime.Own() - own, stages.Times().ToList());
        clock.Restart();
        // The pipeline does not tell why a gap is one: told apart.
        var summary = await Analysis.RunAsync(source, BenchCity.Region, full: false, null, token);
        return new OurTimes(all, used, ours, times, clock.Elapsed, summary);
    }

    /// <summary>When each stage was last heard of.</summary>
    private sealed class StageClock : IProgress<AnalysisProgress>
    {
        private readonly Lock _gate = new();
        private readonly List<(string Name, TimeSpan Last)> _stages = [];
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public void Report(AnalysisProgress value)
        {
            lock (_gate)
            {
                if (_stages.Count > 0 && _stages[^1].Name == value.Doing)
                    _stages.RemoveAt(_stages.Count - 1);
                _stages.Add((value.Doing, _clock.Elapsed));
            }
        }

        public IEnumerable<(string, TimeSpan)> Times()
        {
            var before = TimeSpan.Zero;
            foreach (var (name, last) in _stages.Append(("publishing", _clock.Elapsed)))
            {
                yield return (name, last - before);
                before = last;
            }
        }
    }
}
