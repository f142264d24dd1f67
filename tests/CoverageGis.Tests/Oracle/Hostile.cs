using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>What hostile scenes have in common.</summary>
internal static class Hostile
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? _database;
    private static int _scenes;

    /// <summary>A region of its own in the database that all of them share.</summary>
    public static SceneDraft Scene() => SceneDraft.InNanjing($"hostile-{Interlocked.Increment(ref _scenes)}");

    /// <summary>The program agrees with the oracle, and both with what a person worked out.</summary>
    /// <param name="known">Ratio (null = not worked out) and watched area in m² of some zones.</param>
    public static async Task<Outcome> HoldsAsync(
        PostgisFixture postgis, SceneDraft scene, params (string Zone, double? Ratio, double Area)[] known)
    {
        var (outcome, faults) = await Comparison.RunAsync(await DatabaseAsync(postgis, TestContext.Current.CancellationToken), scene);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        foreach (var (name, ratio, area) in known)
        {
            var zone = outcome.Zones.Select(z => z["properties"]!).Single(z => $"{z["site"]}/{z["code"]}" == name);
            Assert.Equal(area, (double)zone["area_m2"]!, 0.001 * area);
            if (ratio is { } share)
                Assert.Equal(share, (double)zone["ratio"]!, 0.002);
        }
        return outcome;
    }

    private static async Task<string> DatabaseAsync(PostgisFixture postgis, CancellationToken token)
    {
        await OneAtATime.WaitAsync(token);
        try
        {
            return _database ??= await postgis.FreshConnectionAsync(token);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
