using CoverageGis.Tests.Exchange;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Commands;

public sealed class ExportCommandTests(PostgisFixture postgis)
{
    [Fact]
    public async Task Which_region_is_asked_only_when_it_is_not_plain()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        Assert.Contains("Nothing is loaded yet", (await ExportAsync(connection)).Error, StringComparison.Ordinal);
        await ImportAsync(database, Collection(Site("S")), "one");
        Assert.Equal(0, (await ExportAsync(connection)).ExitCode);
        await ImportAsync(database, Collection(Site("S")), "two");
        var result = await ExportAsync(connection);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("one, two", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ExportAsync(connection, "--region", "two")).ExitCode);
        Assert.Equal(1, (await ExportAsync(connection, "--region", "three")).ExitCode);
    }

    [Fact]
    public async Task A_file_is_whole_or_as_it_was()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(Site("S"), Site("T", east: 118.81)), "one");
        using var file = new ScratchFile("before");
        var result = await ExportAsync(connection, "--output", file.Path);
        Assert.Equal((0, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("2 sites of one written to", result.Error, StringComparison.Ordinal);
        Assert.Equal((await ExportAsync(connection)).Out, await File.ReadAllTextAsync(file.Path, Token));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file.Path)!, Path.GetFileName(file.Path) + ".*.part"));
    }

    [Theory]
    [InlineData("/no/such/folder/x.geojson", "there is no folder /no/such/folder")]
    [InlineData("/tmp", "it is a folder")]
    public async Task A_place_that_cannot_be_written_is_bad_input(string place, string expected)
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(Site("S")), "one");
        var result = await ExportAsync(connection, "--output", place);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sites", "--format", "pdf", "csv")]
    [InlineData("houses", "--format", "csv", "zones")]
    [InlineData("sites", "--region", "x", "--format")]
    public async Task An_unknown_layer_or_format_is_a_usage_error_that_names_the_known_ones(string layer, string option, string value, string named)
    {
        var result = await Cli.RunAsync("Host=127.0.0.1", "export", layer, option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_moment_is_exported_as_it_was()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(Site("S")), "one");
        var before = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await ImportAsync(database, Collection(Site("T", east: 118.81)), "one");
        Assert.Contains("\"T\"", (await ExportAsync(connection)).Out, StringComparison.Ordinal);
        var then = (await ExportAsync(connection, "--at", before)).Out;
        Assert.Contains("\"S\"", then, StringComparison.Ordinal);
        Assert.DoesNotContain("\"T\"", then, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sites", "yesterday", 2, "ISO 8601")]
    [InlineData("sites", "2999-01-01T00:00:00Z", 2, "still to come")]
    public async Task A_moment_that_cannot_be_exported_is_refused(string layer, string moment, int exit, string expected)
    {
        var result = await Cli.RunAsync("Host=127.0.0.1", "export", layer, "--format", "csv", "--at", moment);
        Assert.Equal(exit, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private static Task<Cli.Result> ExportAsync(string connection, params string[] more) =>
        Cli.RunAsync(connection, ["export", "sites", "--format", "geojson", .. more]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
