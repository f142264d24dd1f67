using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Coverage;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Benchmarks.Serving;

/// <summary>Drags cameras about: asks the server what each would see, turned step by step, and says how long it answers.</summary>
internal static class PreviewBench
{
    private const double LongestMilliseconds = 15;
    private const int Drags = 50, Steps = 20, WarmUp = 100;

    /// <summary>Where a preview is asked for; the camera's record with what was dragged comes as the body.</summary>
    private static string Address(string code) => $"/api/regions/{BenchCity.Region}/cameras/{code}/preview";

    public static async Task RunAsync(int cameras, CancellationToken token)
    {
        await using var city = await BenchCity.MakeAsync(cameras, token);
        Console.WriteLine(await Machine.DescribeAsync(city.Source, token));
        await Analysis.RunAsync(city.Source, BenchCity.Region, full: true, null, token);
        await using var server = await RunningServer.StartAsync(city.Source, token);
        var step = Math.Max(1, cameras / Drags);
        var times = new List<double>();
        foreach (var camera in BenchCity.Items(cameras).OfType<CameraItem>().Where((_, i) => i % step == 0).Take(Drags))
            for (var turn = 0; turn < Steps; turn++)
                times.Add(await AskAsync(server, camera, (camera.Azimuths![0] + (2 * turn)) % 360, token));
        Judge(times);
    }

    private static async Task<double> AskAsync(RunningServer server, CameraItem camera, double azimuth, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await server.Http.PostAsJsonAsync(Address(camera.Code), new { azimuth }, token);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            throw new InvalidOperationException($"The server knows no {Address(camera.Code)}.");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(token);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Judge(List<double> times)
    {
        var measured = new Milliseconds();
        times.Skip(WarmUp).ToList().ForEach(measured.Add);
        var verdict = new Verdict();
        verdict.AtMost(string.Create(CultureInfo.InvariantCulture, $"preview while dragging: p95 of {times.Count - WarmUp}, ms"), measured.Share(0.95), LongestMilliseconds);
        verdict.Tell("  p50, ms", measured.Share(0.5));
        verdict.Print();
    }
}
