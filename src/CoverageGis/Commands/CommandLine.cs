using System.CommandLine;
using CoverageGis.Database;

namespace CoverageGis.Commands;

/// <summary>The command line. Exit codes: 0 done, 1 bad input, 2 usage, 3 environment, 4 a fault of the program.</summary>
public static class CommandLine
{
    /// <summary>Time for an interrupted command to let its database go, before the process ends anyway.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    private const int Usage = 2, Interrupted = 130, Fault = 4;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken token)
    {
        var parse = Root().Parse(arguments);
        if (parse.Errors.Count > 0)
            return Refuse(parse, error);
        var how = new InvocationConfiguration
        {
            Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Farewell,
        };
        try
        {
            return await parse.InvokeAsync(how, token);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Interrupted. What was committed is kept; nothing half-done remains.");
            return Interrupted;
        }
        catch (Exception failure)
        {
            return Tell(failure, error);
        }
    }

    private static RootCommand Root()
    {
        var root = StartCommand.Create();
        root.Options.Add(Shell.DatabaseOption);
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(DeliveriesCommand.Create());
        root.Subcommands.Add(UndoCommand.Create());
        root.Subcommands.Add(AnalyzeCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(RegionsCommand.Create());
        root.Subcommands.Add(DistributeCommand.Create());
        return root;
    }

    private static int Refuse(ParseResult parse, TextWriter error)
    {
        foreach (var fault in parse.Errors)
            error.WriteLine(fault.Message);
        error.WriteLine($"See: ./coverage {(parse.CommandResult.Command is RootCommand ? "" : parse.CommandResult.Command.Name + " ")}--help");
        return Usage;
    }

    private static int Tell(Exception failure, TextWriter error)
    {
        var known = failure as CommandFailure ?? EnvironmentFailure.Explain(failure);
        if (known is not null)
        {
            error.WriteLine(known.Message);
            return known.ExitCode;
        }
        error.WriteLine($"A fault of the program: {failure.Message} (COVERAGE_DEBUG=1 shows where)");
        if (Environment.GetEnvironmentVariable("COVERAGE_DEBUG") == "1")
            error.WriteLine(failure);
        return Fault;
    }
}
