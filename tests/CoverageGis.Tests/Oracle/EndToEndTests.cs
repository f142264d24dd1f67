using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>
/// Random scenes through the whole program, compared with the oracle: every ratio within 0.005 of the truth.
/// COVERAGE_LONG=1 tries 1000 of each series; COVERAGE_SEED names the first and COVERAGE_SCENES how many; scenes that fail
/// are written where COVERAGE_FINDINGS says.
/// </summary>
public sealed class EndToEndTests(PostgisFixture postgis)
{
    [Fact]
    public Task Exact_cameras() => CompareAsync(Trial.Scenes(25, 1000), seed => RandomScene.Draw(seed));

    [Fact]
    public Task Estimated_cameras_prove_nothing() => CompareAsync(Trial.Scenes(10, 1000), seed => RandomScene.Draw(seed, estimated: true));

    [Fact]
    public Task Towns_on_squared_paper() => CompareAsync(Trial.Scenes(15, 1000), GridTown.Draw);

    private async Task CompareAsync(int count, Func<int, SceneDraft> draw)
    {
        var token = TestContext.Current.CancellationToken;
        var database = await postgis.FreshConnectionAsync(token);
        var faults = new List<string>();
        for (var seed = Trial.First; seed < Trial.First + count; seed++)
        {
            var draft = draw(seed);
            var (_, found) = await Comparison.RunAsync(database, draft);
            await Trial.KeepAsync(draft, found, token);
            faults.AddRange(found);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
