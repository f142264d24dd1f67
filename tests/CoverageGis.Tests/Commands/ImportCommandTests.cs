using System.Text.Json;
using CoverageGis.Tests.Exchange;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Commands;

public sealed class ImportCommandTests(PostgisFixture postgis)
{
    [Fact]
    public async Task Json_is_one_object_with_the_words_of_the_contract()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        using var file = new ScratchFile(Collection(RegionFeature(), Camera("A"), Camera("B", "\"hfov\":\"wide\"")));
        var result = await Cli.RunAsync(connection, "import", file.Path, "--source", "survey", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Out);
        var report = json.RootElement;
        Assert.Equal(["region", "source", "kinds", "problems", "elapsed_ms", "delivery"], report.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("T1", "survey"), (report.GetProperty("region").GetString(), report.GetProperty("source").GetString()));
        Assert.Equal("""{"read":2,"taken":1,"merged":0,"skipped":1,"new":1,"changed":0,"unchanged":0,"removed":0}""",
            report.GetProperty("kinds").GetProperty("camera").GetRawText());
        Assert.Equal(["ref", "reason"], report.GetProperty("problems")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_report_is_a_table_with_the_first_problems()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        using var file = new ScratchFile(Collection([RegionFeature(), Camera("A"), .. Enumerable.Range(0, 25).Select(i => Camera($"B{i}", "\"hfov\":0"))]));
        var result = await Cli.RunAsync(connection, "import", file.Path);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"camera +26 +1 +0 +25 +1 +0 +0 +0", result.Out);
        Assert.Contains("feature 22 (camera B19): hfov 0 is wrong", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("camera B20", result.Out, StringComparison.Ordinal);
        Assert.Contains("… and 5 more (--json lists all)", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_is_bad_input()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        using var something = new ScratchFile("%PDF-1.7", ".pdf");
        foreach (var (file, words) in ((string, string)[])[("/no/such.geojson", "There is no file"), (Path.GetTempPath(), "is a folder"), (something.Path, "is neither OpenStreetMap")])
        {
            var result = await Cli.RunAsync(connection, "import", file, "--region", "T1");
            Assert.Equal((1, ""), (result.ExitCode, result.Out));
            Assert.Contains(words, result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--format", "dwg")]
    [InlineData("--datum", "mars")]
    public async Task An_unknown_word_is_a_usage_error_that_names_the_known_ones(string option, string word)
    {
        var result = await Cli.RunAsync("Host=127.0.0.1", "import", "x.geojson", option, word);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(option == "--format" ? "scene" : "cgcs2000", result.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
