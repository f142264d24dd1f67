using System.Diagnostics;

namespace CoverageGis.Database;

/// <summary>What a finished child process said.</summary>
public sealed record ChildProcess(int ExitCode, string Output, string Error)
{
    public static ChildProcess Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ChildProcess(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
