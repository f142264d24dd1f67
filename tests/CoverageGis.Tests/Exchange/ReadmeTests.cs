using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Exchange;

public sealed class ReadmeTests(PostgisFixture postgis)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src", "CoverageGis", "Exchange", "README.md"));

    [Fact]
    public async Task The_example_of_the_readme_is_a_scene_without_a_fault()
    {
        await using var database = await postgis.FreshDatabaseAsync(TestContext.Current.CancellationToken);
        var report = await SceneText.ImportAsync(database, Page.Split("```json")[1].Split("```")[0]);
        Assert.Empty(report.Problems);
        Assert.Equal(["camera", "occluder", "region", "site"], report.Kinds.Keys);
        Assert.All(report.Kinds.Values, k => Assert.Equal(1, k.New));
    }

    [Fact]
    public void Every_word_that_the_reader_knows_stands_in_the_readme() => Assert.All(
        SceneKinds.Names.Concat(SceneKinds.Categories).Concat(SceneCamera.Types), word => Assert.Contains(word, Page, StringComparison.Ordinal));
}
