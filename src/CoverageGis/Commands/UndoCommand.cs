using System.CommandLine;
using System.Globalization;
using CoverageGis.Deliveries.Undoing;
using CoverageGis.Exchange.Differences;

namespace CoverageGis.Commands;

/// <summary>undo: takes a whole delivery back.</summary>
public static class UndoCommand
{
    private const int LaterShown = 50;

    private sealed record Asked(long Delivery, string Region, bool KeepLater, bool DryRun, string? Changes, bool Json);

    public static Command Create()
    {
        var delivery = new Argument<long>("delivery") { Description = "Its number: ./coverage deliveries lists them" };
        var region = new Option<string>("--region") { Description = "The region that it was delivered to", HelpName = "CODE", Required = true };
        var keep = new Option<bool>("--keep-later") { Description = "Leave as it is what was changed since; without it such a record refuses the whole" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing" };
        var changes = ImportCommand.ChangesOption();
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("undo", "Take a whole delivery back; an undo can be undone") { delivery, region, keep, dryRun, changes, json };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), new Asked(parse.GetValue(delivery), parse.GetValue(region)!,
            parse.GetValue(keep), parse.GetValue(dryRun), parse.GetValue(changes), parse.GetValue(json)), token));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, Asked asked, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        await using var file = ImportCommand.ChangesFile(asked.Changes);
        var order = new UndoOrder(asked.Region, asked.Delivery, asked.KeepLater, asked.DryRun, Environment.UserName) { Changes = file };
        try
        {
            var done = await UndoRun.RunAsync(database.Source, order, token);
            if (asked.Json)
                await shell.Out.WriteLineAsync(done.Json());
            else
                await WriteAsync(shell, done, asked.DryRun);
            return 0;
        }
        catch (ChangedSince refused)
        {
            throw new BadInput(Words(refused), refused);
        }
    }

    private static async Task WriteAsync(Shell shell, UndoReport done, bool dryRun)
    {
        var words = dryRun ? "what undoing delivery {0} would change" : "delivery {0} is undone, by delivery {1}";
        await ImportCommand.WriteAsync(shell, done.Report, done.Report.Region + ": " + string.Format(CultureInfo.InvariantCulture, words, done.Undone, done.Report.Delivery));
        foreach (var line in done.Kept.Select(Line).Take(LaterShown))
            await shell.Out.WriteLineAsync("  stays, changed since: " + line);
        if (done.Kept.Count > LaterShown)
            await shell.Out.WriteLineAsync($"  … and {done.Kept.Count - LaterShown} more (--json lists all)");
    }

    private static string Words(ChangedSince refused) => string.Join('\n', [
        refused.Message + " Nothing was changed. Undo what came later first, or add --keep-later to leave these as they are:",
        .. refused.Later.Take(LaterShown).Select(l => "  " + Line(l)),
        .. refused.Later.Count > LaterShown ? new[] { $"  … and {refused.Later.Count - LaterShown} more" } : []]);

    private static string Line(LaterChange later) => $"{later.Kind} {RecordChanges.Readable(later.Code)}" + (later.Delivery is { } by
        ? string.Create(CultureInfo.InvariantCulture, $", by delivery {by} ({later.Format} of {later.Operator}, {later.At:yyyy-MM-dd HH:mm:ss}Z)") : "");
}
