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
        var summaries = new List<AnalysisSummary>();
        foreach (var code in region is null ? known : [region])
            summaries.Add(await RunAsync(shell, database, code, full, json, token));
        if (json)
            await shell.Out.WriteLineAsync(region is null
                ? JsonSerializer.Serialize(new { regions = summaries }) : JsonSerializer.Serialize(summaries[0]));
        return 0;
    }

    /// <summary>Analyses one region with progress, and prints its table unless the answer is to be JSON.</summary>
    public static async Task<AnalysisSummary> RunAsync(
        Shell shell, OpenDatabase database, string region, bool full, bool json, CancellationToken token)
    {
        var summary = await ProgressLine.ShowAsync(shell, progress =>
            Analysis.RunAsync(database.Source, region, full, new Steps(progress), token));
        if (!json)
            await CategoryTable.WriteAsync(shell, summary, await Standing.ByCategoryAsync(database.Source, region, token));
        return summary;
    }

    private sealed class Steps(IProgress<(string, double)> line) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => line.Report((value.Doing, value.Share));
    }
}
