using System.Diagnostics;

namespace CoverageGis.Tests.Commands;

/// <summary>The built program as a process of its own, with a home of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryHome _temporary = new();

    private string Home => _temporary.Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_serving_and_stops_the_database(string signal)
    {
        using var program = Start("serve", "--urls", "http://127.0.0.1:0");
        while (await program.StandardError.ReadLineAsync(Cancel) is { } line && !line.StartsWith("The map is at", StringComparison.Ordinal))
        {
        }
        Assert.True(File.Exists(Path.Combine(Home, "cluster", "postmaster.pid")));
        Process.Start("kill", [$"-{signal}", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
        Assert.False(File.Exists(Path.Combine(Home, "cluster", "postmaster.pid")));
    }

    [Fact]
    public async Task Json_is_all_that_stands_on_standard_output()
    {
        using var program = Start("regions", "--json");
        Assert.Equal("{\"regions\":[]}\n", await program.StandardOutput.ReadToEndAsync(Cancel));
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
    }

    public void Dispose() => _temporary.Dispose();

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoverageGis.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["COVERAGE_HOME"] = Home;
        start.Environment.Remove("COVERAGE_DATABASE");
        return Process.Start(start)!;
    }
}
