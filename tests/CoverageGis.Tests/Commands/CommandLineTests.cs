namespace CoverageGis.Tests.Commands;

public sealed class CommandLineTests(PostgisFixture postgis)
{
    [Fact]
    public async Task Nothing_loaded_is_said_in_words()
    {
        var connection = await postgis.FreshConnectionAsync(TestContext.Current.CancellationToken);
        var result = await Cli.RunAsync(connection, "regions");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Nothing is loaded yet", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_region_is_bad_input()
    {
        var connection = await postgis.FreshConnectionAsync(TestContext.Current.CancellationToken);
        var result = await Cli.RunAsync(connection, "analyze", "--region", "nowhere");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no region nowhere", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_is_a_usage_error()
    {
        var result = await Cli.RunAsync("Host=127.0.0.1", "analyze", "--nonsense");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--nonsense", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_environment_failure()
    {
        var result = await Cli.RunAsync("Host=127.0.0.1;Port=1;Username=me;Password=secret-word", "regions");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("cannot be reached", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_text_that_cannot_be_read_is_not_repeated()
    {
        var result = await Cli.RunAsync("mysql://me:secret-word@host/x", "regions");
        Assert.Equal(3, result.ExitCode);
        Assert.DoesNotContain("secret-word", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "can be reached from other machines")]
    [InlineData("http://192.168.1.5:8080", "can be reached from other machines")]
    [InlineData("https://127.0.0.1:8080", "is not an address to serve on")]
    public async Task Serving_beyond_this_machine_is_a_usage_error(string url, string told)
    {
        var result = await Cli.RunAsync("Host=127.0.0.1;Port=1", "serve", "--urls", url);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://127.1.2.3:8080")]
    public async Task Serving_this_machine_is_allowed(string url) =>
        Assert.Equal(3, (await Cli.RunAsync("Host=127.0.0.1;Port=1", "serve", "--urls", url)).ExitCode);
}
