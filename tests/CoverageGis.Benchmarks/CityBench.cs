using System.Diagnostics;
using System.Globalization;
using CoverageGis.Coverage;
using CoverageGis.Database;
using CoverageGis.Demo;
using CoverageGis.Exchange;

namespace CoverageGis.Benchmarks;

/// <summary>Makes a city of a given size in a throw-away cluster, imports and analyses it, and says how long each took.</summary>
public static class CityBench
{
    private const string Region = "city";

    public static async Task RunAsync(int cameras, CancellationToken token)
    {
        var home = Path.Combine(Path.GetTempPath(), $"coverage-bench-{Environment.ProcessId}");
        await using (var cluster = await PrivateCluster.StartAsync(home, null, token))
        {
            var choice = new DatabaseChoice(cluster.ConnectionString("coverage"), home);
            await using var database = await OpenDatabase.OpenAsync(choice, null, token);
            await ImportAsync(database, cameras, token);
            await AnalyzeAsync(database, token);
        }
        Directory.Delete(home, recursive: true);
    }

    private static async Task ImportAsync(OpenDatabase database, int cameras, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var report = new ImportReport();
        var options = new ImportOptions(Region, "bench", "(made)", "demo", Partial: false, DryRun: false, "bench");
        await ImportRun.RunAsync(database.Source, DemoCity.Items(CitySize.ForCameras(cameras), 1), report, options, token);
        Say($"import   {Seconds(clock)} s: " + string.Join(", ", report.Kinds.Select(k => $"{k.Value.Taken} {k.Key}")));
    }

    private static async Task AnalyzeAsync(OpenDatabase database, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var stages = new Stages();
        var summary = await Analysis.RunAsync(database.Source, Region, full: true, stages, token);
        Say($"analysis {Seconds(clock)} s: {summary.Views} views, {summary.Zones} zones, {summary.Gaps} gaps");
        foreach (var (stage, time) in stages.Times())
            Say(string.Create(CultureInfo.InvariantCulture, $"  {stage,-14} {time.TotalSeconds:0.0} s"));
        using var self = Process.GetCurrentProcess();
        Say($"program memory at most {self.PeakWorkingSet64 >> 20} MB");
    }

    private static string Seconds(Stopwatch clock) => clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static void Say(string line) => Console.WriteLine(line);

    /// <summary>When each stage of the analysis was last heard of: a stage ends where the next begins.</summary>
    private sealed class Stages : IProgress<AnalysisProgress>
    {
        private readonly Lock _gate = new();
        private readonly List<(string Stage, TimeSpan Last)> _stages = [];
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public void Report(AnalysisProgress value)
        {
            lock (_gate)
            {
                if (_stages.Count > 0 && _stages[^1].Stage == value.Doing)
                    _stages.RemoveAt(_stages.Count - 1);
                _stages.Add((value.Doing, _clock.Elapsed));
            }
        }

        public IEnumerable<(string, TimeSpan)> Times()
        {
            var before = TimeSpan.Zero;
            foreach (var (stage, last) in _stages.Append(("publishing", _clock.Elapsed)))
            {
                yield return (stage, last - before);
                before = last;
            }
        }
    }
}
