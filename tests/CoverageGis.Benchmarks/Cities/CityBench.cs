using System.Diagnostics;
using System.Globalization;

namespace CoverageGis.Benchmarks.Cities;

/// <summary>
/// Makes a city of a given size, analyses it, has the SQL pipeline of <see cref="Peer.PeerPipeline"/> do the same on the
/// same cluster, and says how both compare.
/// </summary>
public static class CityBench
{
    private const double LargestDisagreement = 0.005, LargestGrowth = 11;
    private const long MostMegabytes = 1024;

    public static async Task RunAsync(int cameras, int rounds, bool growth, CancellationToken token)
    {
        var verdict = new Verdict();
        var smaller = growth ? await MeasureAsync(cameras / 10, rounds, token) : null;
        var city = await MeasureAsync(cameras, rounds, token);
        verdict.AtLeast("views with occlusion, stored: times as fast as the SQL views", city.Views, 10);
        verdict.AtLeast("gap stage: times as fast as the one-statement difference", city.Gaps, 2);
        verdict.AtLeast("full analysis: times as fast as the SQL pipeline", city.All, 6);
        verdict.Tell("  of the same, by time on cores, all of them ours", city.AllWhenIdle);
        verdict.AtMost("unseen area, difference to the SQL pipeline, %", 100 * city.Disagreement, 100 * LargestDisagreement);
        if (smaller is not null)
            verdict.AtMost($"growth of time from {smaller.Cameras} to {cameras} cameras, times", city.OurTime / smaller.OurTime, LargestGrowth);
        verdict.AtMost($"program memory at {cameras} cameras, MB", PeakMegabytes(), MostMegabytes);
        verdict.Print();
    }

    private static async Task<CityRun> MeasureAsync(int cameras, int rounds, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await using var city = await BenchCity.MakeAsync(cameras, token);
        Console.WriteLine(await Machine.DescribeAsync(city.Source, token));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"city made and imported in {clock.Elapsed.TotalSeconds:0.0} s: {string.Join(", ", city.Report.Kinds.Select(k => $"{k.Value.Taken} {k.Key}"))}"));
        return await CityRun.MeasureAsync(city, cameras, rounds, token);
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
