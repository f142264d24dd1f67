using System.CommandLine;
using CoverageGis.Demo;
using CoverageGis.Exchange;
using Npgsql;

namespace CoverageGis.Commands;

/// <summary>No command: the demo district, loaded once, analysed, and served.</summary>
public static class StartCommand
{
    public const string DemoRegion = "demo";

    private const int Seed = 1;

    public static RootCommand Create()
    {
        var urls = ServeCommand.Urls();
        var root = new RootCommand("Where cameras do not see the places that must be watched. Without a command: load the demo district once, analyse it, and serve the map.")
        {
            urls,
        };
        root.SetAction((parse, token) => RunAsync(Shell.From(parse), parse.GetValue(urls)!, token));
        return root;
    }

    private static async Task<int> RunAsync(Shell shell, string url, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        var known = await RegionsCommand.CodesAsync(database.Source, token);
        if (!known.Contains(DemoRegion))
            await LoadAsync(shell, database.Source, token);
        await AnalyzeCommand.RunAsync(shell, database, DemoRegion, token);
        return await ServeCommand.ServeAsync(shell, database.Source, url, token);
    }

    private static async Task LoadAsync(Shell shell, NpgsqlDataSource source, CancellationToken token)
    {
        await shell.Error.WriteLineAsync("Loading the demo district");
        var options = new ImportOptions(DemoRegion, "demo district", "(made by the program)", "demo", Partial: false, DryRun: false, Environment.UserName);
        await ImportRun.RunAsync(source, DemoCity.Items(CitySize.District, Seed), new ImportReport(), options, token);
    }
}
