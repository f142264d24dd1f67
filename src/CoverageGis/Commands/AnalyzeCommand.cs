using System.CommandLine;
using System.Text.Json;
using CoverageGis.Coverage;
using CoverageGis.Database;

namespace CoverageGis.Commands;

/// <summary>analyze: what the cameras of a region see of its key sites.</summary>
public static class AnalyzeCommand
{
    public static Command Create()
    {
        var region = new Option<string?>("--region") { Description = "Only this region; all of them when absent", HelpName = "CODE" };
        var full = new Option<bool>("--full") { Description = "Also when nothing has changed since the last analysis" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("analyze", "Work out views, coverage and gaps") { region, full, json };
        command.SetAction((parse, token) =>
            RunAsync(Shell.From(parse), parse.GetValue(region), parse.GetValue(full), parse.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string? region, bool full, bool json, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        var known = await RegionsCommand.CodesAsync(database.Source, token);
        if (region is not null && !known.Contains(region))
            throw RegionsCommand.Unknown(region, known);
        List<string> codes = region is null ? known : [region];
        var summaries = new AnalysisSummary[codes.Count];
        for (var i = 0; i < codes.Count; i++)
            summaries[i] = await AnalyzeAsync(shell, database, codes[i], full, token);
        await SettleAsync(database, summaries, token);
        foreach (var summary in json ? [] : summaries)
            await WriteAsync(shell, database, summary, token);
        if (json)
            await shell.Out.WriteLineAsync(region is null
                ? JsonSerializer.Serialize(new { regions = summaries }) : JsonSerializer.Serialize(summaries[0]));
        return 0;
    }

    /// <summary>Analyses one region with progress, and prints its table.</summary>
    public static async Task RunAsync(Shell shell, OpenDatabase database, string region, CancellationToken token) =>
        await WriteAsync(shell, database, await AnalyzeAsync(shell, database, region, full: false, token), token);

    private static Task<AnalysisSummary> AnalyzeAsync(Shell shell, OpenDatabase database, string region, bool full, CancellationToken token) =>
        ProgressLine.ShowAsync(shell, progress => Analysis.RunAsync(database.Source, region, full, new Steps(progress), token));

    /// <summary>
    /// What the analysis of one region tells another, a view over their border or the same device code, is worked out as well,
    /// until nothing is left: the first of them was analysed before it could be told.
    /// </summary>
    private static async Task SettleAsync(OpenDatabase database, AnalysisSummary[] summaries, CancellationToken token)
    {
        for (var any = summaries.Length > 1; any;)
        {
            any = false;
            for (var i = 0; i < summaries.Length; i++)
            {
                var clock = System.Diagnostics.Stopwatch.StartNew();
                if (!await Analysis.FollowAsync(database.Source, summaries[i].Region, full: false, null, token))
                    continue;
                any = true;
                var summary = await Analysis.RunAsync(database.Source, summaries[i].Region, full: false, null, token);
                summaries[i] = summary with { ElapsedMs = summaries[i].ElapsedMs + clock.ElapsedMilliseconds };
            }
        }
    }

    private static async Task WriteAsync(Shell shell, OpenDatabase database, AnalysisSummary summary, CancellationToken token) =>
        await CategoryTable.WriteAsync(shell, summary, await Standing.ByCategoryAsync(database.Source, summary.Region, token));

    private sealed class Steps(IProgress<(string, double)> line) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => line.Report((value.Doing, value.Share));
    }
}
