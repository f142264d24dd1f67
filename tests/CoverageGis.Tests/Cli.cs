using System.Globalization;
using CoverageGis.Commands;

namespace CoverageGis.Tests;

/// <summary>The real command line, run in this process on a given database.</summary>
public static class Cli
{
    public sealed record Result(int ExitCode, string Out, string Error);

    public static async Task<Result> RunAsync(string connection, params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CommandLine.RunAsync(
            [.. arguments, "--database", connection], output, error, TestContext.Current.CancellationToken);
        return new Result(code, output.ToString(), error.ToString());
    }
}
