using System.Diagnostics;
using System.Globalization;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Coverage;
using CoverageGis.Edits;
using CoverageGis.Exchange.Scene;
using Npgsql;

namespace CoverageGis.Benchmarks.Edits;

/// <summary>
/// Turns one camera after the other by hand, each time brings the answer up to date and commits it, and says how long
/// that takes: by the same path that an edit on the map takes.
/// </summary>
public static class EditBench
{
    /// <summary>Of the smaller city that a larger one is compared with.</summary>
    private const int Small = 10_000;

    private const double LongestMilliseconds = 50, LargestGrowth = 1.5;
    private const int WarmUp = 50, Seed = 7;

    public static async Task RunAsync(int cameras, int edits, CancellationToken token)
    {
        var verdict = new Verdict();
        var smaller = cameras > Small ? await MeasureAsync(Small, edits, token) : null;
        var times = await MeasureAsync(cameras, edits, token);
        verdict.AtMost($"one camera edited among {cameras}, answer committed: p95 of {edits}, ms", times.Share(0.95), LongestMilliseconds);
        verdict.Tell("  p50, ms", times.Share(0.5));
        verdict.Tell("  longest, ms", times.Share(1));
        if (smaller is not null)
            verdict.AtMost($"  p95, times that of {Small} cameras", times.Share(0.95) / smaller.Share(0.95), LargestGrowth);
        verdict.Print();
    }

    private static async Task<Milliseconds> MeasureAsync(int cameras, int edits, CancellationToken token)
    {
        await using var city = await BenchCity.MakeAsync(cameras, token);
        Console.WriteLine(await Machine.DescribeAsync(city.Source, token));
        var clock = Stopwatch.StartNew();
        var summary = await Analysis.RunAsync(city.Source, BenchCity.Region, full: true, null, token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cameras} cameras analysed in {clock.Elapsed.TotalSeconds:0.0} s: {summary.Views} views, {summary.Gaps} gaps"));
        var chosen = Chosen(cameras, WarmUp + edits);
        foreach (var camera in chosen[..WarmUp])
            await EditAsync(city.Source, camera, token);
        var times = new Milliseconds();
        foreach (var camera in chosen[WarmUp..])
            times.Add(await EditAsync(city.Source, camera, token));
        return times;
    }

    /// <summary>Some cameras of the city, each turned by 40°.</summary>
    private static CameraItem[] Chosen(int cameras, int count)
    {
        var step = Math.Max(1, cameras / count);
        var some = BenchCity.Items(cameras).OfType<CameraItem>().Where((_, i) => i % step == 0).Take(count).ToArray();
        new Random(Seed).Shuffle(some);
        return [.. some.Select(c => c with { Azimuths = [(c.Azimuths![0] + 40) % 360] })];
    }

    private static async Task<double> EditAsync(NpgsqlDataSource source, CameraItem camera, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var order = new EditOrder([camera], [], new Dictionary<string, long>(), "bench", "turned");
        await RecordEdit.ApplyAsync(source, BenchCity.Region, order, token);
        await Analysis.FollowAsync(source, BenchCity.Region, full: false, null, token, explains: false);
        return clock.Elapsed.TotalMilliseconds;
    }
}
