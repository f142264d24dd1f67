using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>import: brings a file into a region.</summary>
public static class ImportCommand
{
    private const int ProblemsShown = 20;

    private sealed record Asked(ReadOrder Order, string? Region, string? Source, bool Partial, string? Format, bool DryRun, bool Json);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "OpenStreetMap (.osm.pbf, .osm, .osm.bz2), GeoJSON, a shapefile (.shp, .zip), a GeoPackage" };
        var region = new Option<string?>("--region") { Description = "The region it belongs to; created when unknown", HelpName = "CODE" };
        var source = new Option<string?>("--source") { Description = "Who delivers (default: the file's name); what this source delivered before and lacks now is marked removed", HelpName = "NAME" };
        var partial = new Option<bool>("--partial") { Description = "Only a part of what the source has: nothing is marked removed" };
        var format = new Option<string?>("--format") { Description = "When the file's content does not tell", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. FileFormat.Names]);
        var (datum, kind, map) = (DatumOption(), KindOption(), new Option<string?>("--map") { Description = "How columns and codes become those of the exchange form (JSON)", HelpName = "FILE" });
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("import", "Bring a file into a region") { file, region, source, partial, format, datum, kind, map, dryRun, json };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), new Asked(
            new ReadOrder(parse.GetValue(file)!, parse.GetValue(datum) is { } named ? Datum.Parse(named) : null, parse.GetValue(kind), parse.GetValue(map)), parse.GetValue(region), parse.GetValue(source), parse.GetValue(partial),
            parse.GetValue(format), parse.GetValue(dryRun), parse.GetValue(json)), token));
        return command;
    }

    private static Option<string?> KindOption()
    {
        var kind = new Option<string?>("--kind") { Description = "What the things of a layer are, where it does not say", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. SceneKinds.Names]);
        return kind;
    }

    private static Option<string?> DatumOption()
    {
        var datum = new Option<string?>("--datum") { Description = $"What the coordinates mean: {Datum.Right}; default: as the file says, else wgs84", HelpName = "DATUM" };
        datum.Validators.Add(given =>
        {
            if (given.Tokens is [var word] && !Datum.IsOne(word.Value))
                given.AddError($"--datum {word.Value} is none of {Datum.Right}.");
        });
        return datum;
    }

    private static async Task<int> RunAsync(Shell shell, Asked asked, CancellationToken token)
    {
        var format = FileFormat.Of(asked.Order.File, asked.Format, asked.Order.Kind);
        await using var database = await shell.OpenAsync(token);
        var report = new ImportReport();
        var options = new ImportOptions(asked.Region, asked.Source ?? Path.GetFileName(asked.Order.File), asked.Order.File,
            format.Name, asked.Partial, asked.DryRun, Environment.UserName);
        await ProgressLine.ShowAsync(shell, async progress =>
        {
            var items = format.Read(asked.Order, report, new Share(progress), token);
            await Task.Run(() => ImportRun.RunAsync(database.Source, items, report, options, token), token);
            return report;
        });
        if (asked.Json)
            await shell.Out.WriteLineAsync(JsonSerializer.Serialize(report, ImportReport.Json));
        else
            await WriteAsync(shell, report, asked.DryRun);
        return 0;
    }

    private static async Task WriteAsync(Shell shell, ImportReport report, bool dryRun)
    {
        var table = new Table().Border(TableBorder.Simple)
            .Title(Markup.Escape($"{report.Region}: {(dryRun ? "what would come" : "what came")} from {report.Source}")).AddColumn("kind");
        foreach (var name in (string[])["read", "taken", "merged", "skipped", "new", "changed", "unchanged", "removed"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var (kind, c) in report.Kinds)
            table.AddRow([kind, .. new[] { c.Read, c.Taken, c.Merged, c.Skipped, c.New, c.Changed, c.Unchanged, c.Removed }
                .Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        await shell.Out.WriteLineAsync(TextTable.Rendered(table));
        foreach (var problem in report.Problems.Take(ProblemsShown))
            await shell.Out.WriteLineAsync($"  {problem.Ref}: {problem.Reason}");
        if (report.Problems.Count > ProblemsShown)
            await shell.Out.WriteLineAsync($"  … and {report.Problems.Count - ProblemsShown} more (--json lists all)");
    }

    private sealed class Share(IProgress<(string, double)> line) : IProgress<double>
    {
        public void Report(double value) => line.Report(("reading", value));
    }
}
