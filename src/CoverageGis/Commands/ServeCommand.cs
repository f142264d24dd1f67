using System.CommandLine;
using CoverageGis.Http;
using CoverageGis.Publishing;

namespace CoverageGis.Commands;

/// <summary>serve: the map, on this machine only until there are accounts.</summary>
public static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    public static Option<string> Urls()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; loopback only", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl,
        };
        urls.Validators.Add(given =>
        {
            if (given.Tokens is [var url] && Fault(url.Value) is { } fault)
                given.AddError(fault);
        });
        return urls;
    }

    public static Command Create()
    {
        var urls = Urls();
        var command = new Command("serve", "Serve the map and the API on this machine") { urls };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), parse.GetValue(urls)!, token));
        return command;
    }

    private static string? Fault(string url)
    {
        try
        {
            LoopbackGuard.Listen(url);
            return null;
        }
        catch (BadInput refused)
        {
            return refused.Message;
        }
    }

    private static async Task<int> RunAsync(Shell shell, string url, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        return await ServeAsync(shell, database.Source, url, token);
    }

    /// <summary>Serves until Ctrl-C or SIGTERM, which is the ordinary end: exit code 0.</summary>
    public static async Task<int> ServeAsync(Shell shell, Npgsql.NpgsqlDataSource source, string url, CancellationToken token)
    {
        try
        {
            await WebServer.RunAsync(source, url, address => shell.Error.WriteLine($"The map is at {address}   (Ctrl-C ends)"), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
        }
        return 0;
    }
}
