using CoverageGis.Tests.Oracle.Completions;
using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>
/// Random scenes through the whole program, compared with the oracle: every ratio within 0.005 of the truth, or of intervals
/// between the truths of their completions.
/// COVERAGE_LONG=1 tries 1000 of each series; COVERAGE_SEED names the first and COVERAGE_SCENES how many; scenes that fail
/// are written where COVERAGE_FINDINGS says.
/// </summary>
public sealed class EndToEndTests(PostgisFixture postgis)
{
    [Fact]
    public Task Exact_cameras() => CompareAsync(Trial.Scenes(12, 1000), seed => RandomScene.Draw(seed));

    [Fact]
    public Task Intervals_prove_what_every_completion_sees_and_allow_all_that_any_does() => TryAsync(Trial.Scenes(8, 1000),
        seed => RandomScene.Draw(seed, estimated: true), InclusionCheck.FaultsAsync);

    [Fact]
    public Task Towns_on_squared_paper() => CompareAsync(Trial.Scenes(8, 1000), GridTown.Draw);

    private Task CompareAsync(int count, Func<int, SceneDraft> draw) => TryAsync(count, draw,
        async (database, draft, _) => (await Comparison.RunAsync(database, draft)).Faults);

    private async Task TryAsync(
        int count, Func<int, SceneDraft> draw, Func<string, SceneDraft, int, Task<IReadOnlyList<string>>> faultsOf)
    {
        var token = TestContext.Current.CancellationToken;
        var database = await postgis.FreshConnectionAsync(token);
        var faults = new List<string>();
        for (var seed = Trial.First; seed < Trial.First + count; seed++)
        {
            var draft = draw(seed);
            var found = await faultsOf(database, draft, seed);
            await Trial.KeepAsync(draft, found, token);
            faults.AddRange(found);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
