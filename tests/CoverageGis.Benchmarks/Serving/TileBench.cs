using System.Globalization;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Coverage;
using CoverageGis.Http;
using CoverageGis.Publishing.Tiles;

namespace CoverageGis.Benchmarks.Serving;

/// <summary>
/// Tiles of dense streets over HTTP, drawn anew and kept, against the bare statement under pgbench: the layer of views,
/// which is the heaviest and has a statement of its own.
/// </summary>
internal static class TileBench
{
    private const double LeastOfBare = 0.8, LeastKept = 10;
    private const int Rounds = 5, KeptPasses = 10;

    public static async Task RunAsync(int cameras, CancellationToken token)
    {
        await using var city = await BenchCity.MakeAsync(cameras, token);
        Console.WriteLine(await Machine.DescribeAsync(city.Source, token));
        await Analysis.RunAsync(city.Source, BenchCity.Region, full: true, null, token);
        var tiles = await Tiles.InTheMiddleAsync(city.Source, token);
        var rounds = new List<(double Bare, double Drawn, double Kept)>();
        for (var round = 0; round <= Rounds; round++)
            rounds.Add(await RoundAsync(city, tiles, token));
        Judge(rounds[1..]);
    }

    private static async Task<(double Bare, double Drawn, double Kept)> RoundAsync(
        BenchCity city, IReadOnlyList<TileAddress> tiles, CancellationToken token)
    {
        var state = (await RegionState.FindAsync(city.Source, BenchCity.Region, token))!;
        var extent = (await new RegionExtents(city.Source).OfAsync(state, token))!;
        var addresses = tiles.Select(t => $"{Address(t)}&v={state.Findings}").ToList(); // as the page asks
        await using var server = await RunningServer.StartAsync(city.Source, token);
        var drawn = await server.RateAsync(addresses, token);
        var kept = await server.RateAsync([.. Enumerable.Repeat(addresses, KeptPasses).SelectMany(a => a)], token);
        var bare = PgBench.Rate(city.ConnectionString, state.Srid, tiles, tiles[0].MetresPerPixel(extent), 1, Environment.ProcessorCount);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tiles a second: bare {bare:0}, drawn {drawn:0}, kept {kept:0}"));
        return (bare, drawn, kept);
    }

    private static void Judge(List<(double Bare, double Drawn, double Kept)> rounds)
    {
        var verdict = new Verdict();
        verdict.AtLeast("tile of a dense street, drawn: share of the bare statement's rate", Middle(rounds, r => r.Drawn / r.Bare), LeastOfBare);
        verdict.AtLeast("  the same, kept: times that rate", Middle(rounds, r => r.Kept / r.Bare), LeastKept);
        verdict.Print();
    }

    private static double Middle<T>(List<T> rounds, Func<T, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);

    private static string Address(TileAddress tile) => string.Create(CultureInfo.InvariantCulture,
        $"/tiles/{BenchCity.Region}/views/{tile.Zoom}/{tile.Column}/{tile.Row}.mvt?purpose={BenchCity.Purpose}");
}
