using System.CommandLine;
using CoverageGis.Database;

namespace CoverageGis.Commands;

/// <summary>distribute: the tables over the nodes of a Citus cluster, by region.</summary>
public static class DistributeCommand
{
    public static Command Create()
    {
        var dry = new Option<bool>("--dry-run") { Description = "Write the statements and change nothing" };
        var command = new Command("distribute", "Distribute the tables by region over a Citus cluster; not undone: take a dump first") { dry };
        command.SetAction((parse, token) => parse.GetValue(dry) ? WriteAsync(Shell.From(parse)) : RunAsync(Shell.From(parse), token));
        return command;
    }

    private static async Task<int> WriteAsync(Shell shell)
    {
        foreach (var step in Distribution.Steps)
            await shell.Out.WriteLineAsync(step.Statement + ";");
        return 0;
    }

    private static async Task<int> RunAsync(Shell shell, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        await using var connection = await database.Source.OpenConnectionAsync(token);
        var told = new List<string>();
        await ProgressLine.ShowAsync(shell, async progress =>
        {
            await Citus.DistributeAsync(connection, (step, isDone, share) =>
            {
                told.Add(isDone ? $"{step.Doing} (was so already)" : step.Doing);
                progress.Report(("distributing", share));
            }, token);
            return told.Count;
        });
        foreach (var line in told)
            await shell.Out.WriteLineAsync(line);
        return 0;
    }
}
