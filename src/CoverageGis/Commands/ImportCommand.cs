using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>import: brings a file into a region.</summary>
public static class ImportCommand
{
    private const int ProblemsShown = 20;

    private sealed record Asked(ReadOrder Order, string? Region, string? Source, bool Partial, string? Format, bool DryRun, string? Changes, bool Json,
        string? Map, string? Profile);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "OpenStreetMap (.osm.pbf, .osm, .osm.bz2), GeoJSON, a shapefile (.shp, .zip), a GeoPackage, a table or camera archive (.xlsx, .csv) or a GB/T 28181 catalog (.xml)" };
        var region = new Option<string?>("--region") { Description = "The region it belongs to; created when unknown", HelpName = "CODE" };
        var source = new Option<string?>("--source") { Description = "Who delivers (default: the file's name); what this source delivered before and lacks now is marked removed", HelpName = "NAME" };
        var partial = new Option<bool>("--partial") { Description = "Only a part of what the source has: nothing is marked removed" };
        var format = new Option<string?>("--format") { Description = "When the file's content does not tell", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. FileFormat.Names]);
        var (datum, kind) = (DatumOption(), KindOption());
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing" };
        var changes = ChangesOption();
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var map = new Option<string?>("--map") { Description = "What the columns and codes of an archive or a layer mean (JSON); of an archive with --source it is kept as that source's profile", HelpName = "FILE.json" };
        var profile = new Option<string?>("--profile") { Description = "Read an archive by the profile of this source (default: that of --source)", HelpName = "NAME" };
        var command = new Command("import", "Bring a file into a region") { file, region, source, partial, format, datum, kind, map, profile, dryRun, changes, json };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), new Asked(
            new ReadOrder(parse.GetValue(file)!, parse.GetValue(datum) is { } named ? Datum.Parse(named) : null, parse.GetValue(kind)), parse.GetValue(region), parse.GetValue(source), parse.GetValue(partial),
            parse.GetValue(format), parse.GetValue(dryRun), parse.GetValue(changes), parse.GetValue(json),
            parse.GetValue(map), parse.GetValue(profile)), token));
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
        var isArchive = format.Name is "archive" or "catalog";
        var archive = new ArchiveDelivery(asked.Map is { } map && isArchive ? ArchiveMapping.Load(map) : null, asked.Profile, asked.Source is not null);
        await using var database = await shell.OpenAsync(token);
        await using var file = ChangesFile(asked.Changes);
        var report = new ImportReport();
        var options = new ImportOptions(asked.Region, asked.Source ?? Path.GetFileName(asked.Order.File), asked.Order.File,
            format.Name, asked.Partial, asked.DryRun, Environment.UserName) { Changes = file };
        (var order, options) = await archive.PrepareAsync(database.Source, isArchive ? asked.Order : asked.Order with { Map = asked.Map }, options, token);
        await ProgressLine.ShowAsync(shell, async progress =>
        {
            var items = format.Read(order, report, new Share(progress), token);
            await Task.Run(() => ImportRun.RunAsync(database.Source, items, report, options, token), token);
            return report;
        });
        if (asked.Json)
            await shell.Out.WriteLineAsync(JsonSerializer.Serialize(report, ImportReport.Json));
        else
            await WriteAsync(shell, report, $"{report.Region}: {(asked.DryRun ? "what would come" : "what came")} from {report.Source}");
        return 0;
    }

    public static Option<string?> ChangesOption() => new("--changes")
    {
        Description = "Write every change, field by field, into this file as CSV", HelpName = "FILE.csv",
    };

    /// <exception cref="BadInput">It cannot be written.</exception>
    public static StreamWriter? ChangesFile(string? path)
    {
        try
        {
            return path is null ? null : new StreamWriter(path, append: false, new System.Text.UTF8Encoding(true));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{path} cannot be written: {failure.Message}", failure);
        }
    }

    public static async Task WriteAsync(Shell shell, ImportReport report, string title)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(title)).AddColumn("kind");
        foreach (var name in (string[])["read", "taken", "merged", "skipped", "new", "changed", "unchanged", "removed"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var (kind, c) in report.Kinds)
            table.AddRow([kind, .. new[] { c.Read, c.Taken, c.Merged, c.Skipped, c.New, c.Changed, c.Unchanged, c.Removed }
                .Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        await shell.Out.WriteLineAsync(TextTable.Rendered(table));
        foreach (var line in ChangesText.Lines(report))
            await shell.Out.WriteLineAsync(line);
        if (report.Kinds.Values.Sum(k => k.Missing ?? 0) is > 0 and var missing)
            await shell.Out.WriteLineAsync($"  {missing} cameras of {report.Source} are missing from this delivery: they stay, and are marked (./coverage deliveries --region {report.Region} --missing)");
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
