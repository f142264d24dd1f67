using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoverageGis.Database;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;

namespace CoverageGis.Benchmarks.Archives;

/// <summary>Camera archives through the real program, as a process of its own: how long they take, and how much memory at its peak.</summary>
internal static class ArchiveBench
{
    private const double LongestSeconds = 30, MostMegabytes = 500;

    private sealed record Run(double Seconds, double PeakMegabytes, long Taken);

    public static async Task RunAsync(int rows, CancellationToken token)
    {
        var home = Path.Combine(Path.GetTempPath(), $"coverage-bench-{Environment.ProcessId}-archive");
        var cluster = await PrivateCluster.StartAsync(home, null, token);
        try
        {
            await using (var database = await OpenDatabase.OpenAsync(new DatabaseChoice(cluster.ConnectionString("coverage"), home), null, token))
                Console.WriteLine(await Machine.DescribeAsync(database.Source, token));
            var verdict = new Verdict();
            foreach (var (name, write) in ((string, Action<string, int>)[])[("archive.csv", MadeArchive.WriteCsv), ("archive.xlsx", MadeArchive.WriteWorkbook)])
            {
                var file = Path.Combine(home, name);
                write(file, rows);
                verdict.Tell($"{rows} rows of {name}, reading alone: seconds", ReadAlone(file, token));
                Judge(verdict, $"{rows} rows of {name}", await MeasureAsync(cluster.ConnectionString("coverage"), file, $"R{name[^3]}", token), rows);
                Judge(verdict, $"{rows} rows of {name} again", await MeasureAsync(cluster.ConnectionString("coverage"), file, $"R{name[^3]}", token), rows);
            }
            verdict.Print();
        }
        finally
        {
            await cluster.DisposeAsync();
            Directory.Delete(home, recursive: true);
        }
    }

    private static double ReadAlone(string file, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        _ = ArchiveReader.Read(new ReadOrder(file), new ImportReport(), null, token).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} read in {clock.Elapsed.TotalSeconds:0.0} s"));
        return clock.Elapsed.TotalSeconds;
    }

    private static void Judge(Verdict verdict, string what, Run run, int rows)
    {
        if (run.Taken != rows)
            throw new InvalidOperationException($"{what}: {run.Taken} rows were taken.");
        verdict.AtMost($"{what}: seconds", run.Seconds, LongestSeconds);
        verdict.AtMost($"{what}: memory of the program at its peak, MB", run.PeakMegabytes, MostMegabytes);
    }

    private static async Task<Run> MeasureAsync(string connection, string file, string region, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "CoverageGis.dll"), "import", file, "--region", region, "--source", "bench", "--database", connection, "--json"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var peak = 0L;
        while (!process.WaitForExit(50))
            peak = Math.Max(peak, Peak(process.Id));
        using var report = JsonDocument.Parse(await output);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} imported in {clock.Elapsed.TotalSeconds:0.0} s, of which {report.RootElement.GetProperty("elapsed_ms").GetInt64() / 1000.0:0.0} s in the database's transaction, {process.TotalProcessorTime.TotalSeconds:0.0} s of processor"));
        return new Run(clock.Elapsed.TotalSeconds, peak / 1024.0, report.RootElement.GetProperty("kinds").GetProperty("camera").GetProperty("taken").GetInt64());
    }

    /// <summary>The most memory that a process ever had, KB.</summary>
    private static long Peak(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
