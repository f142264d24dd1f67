using System.CommandLine;
using CoverageGis.Database;

namespace CoverageGis.Commands;

/// <summary>What every command has at hand: where to write, and the database that the user named.</summary>
/// <param name="Out">The answer; with --json one object and nothing else.</param>
/// <param name="Error">Everything else: progress, warnings.</param>
public sealed record Shell(TextWriter Out, TextWriter Error, DatabaseChoice Database)
{
    public static readonly Option<string?> DatabaseOption = new("--database")
    {
        Description = "An existing PostgreSQL database instead of the private one (also COVERAGE_DATABASE)",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static Shell From(ParseResult parse) => new(
        parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error,
        DatabaseChoice.From(parse.GetValue(DatabaseOption)));

    /// <summary>A terminal shows progress as it goes; a file or a pipe gets none.</summary>
    public bool IsInteractive => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    public Task<OpenDatabase> OpenAsync(CancellationToken token) => OpenDatabase.OpenAsync(Database, new Said(Error), token);

    private sealed class Said(TextWriter error) : IProgress<string>
    {
        public void Report(string value) => error.WriteLine(value);
    }
}
