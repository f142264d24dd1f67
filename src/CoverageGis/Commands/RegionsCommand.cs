using System.CommandLine;
using System.Text.Json;
using CoverageGis.Database;
using Npgsql;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>regions: what is loaded.</summary>
public static class RegionsCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("regions", "List the regions that are loaded") { json };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), parse.GetValue(json), token));
        return command;
    }

    public static async Task<List<string>> CodesAsync(NpgsqlDataSource source, CancellationToken token) =>
        [.. (await ReadAsync(source, token)).Select(r => r.region)];

    public static BadInput Unknown(string region, IReadOnlyList<string> known) => new(
        $"There is no region {region}. " + (known.Count == 0
            ? "Nothing is loaded yet: ./coverage import FILE --region CODE."
            : $"Loaded are: {string.Join(", ", known)}."));

    private static async Task<int> RunAsync(Shell shell, bool json, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        var regions = await ReadAsync(database.Source, token);
        if (json)
            await shell.Out.WriteLineAsync(JsonSerializer.Serialize(new { regions }));
        else if (regions.Count == 0)
            await shell.Out.WriteLineAsync("Nothing is loaded yet: ./coverage import FILE --region CODE.");
        else
            await shell.Out.WriteLineAsync(TextTable.Rendered(Table(regions)));
        return 0;
    }

    private static Table Table(IEnumerable<Region> regions)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("region", "name", "plane")
            .AddColumn(new TableColumn("sites").RightAligned()).AddColumn(new TableColumn("cameras").RightAligned());
        foreach (var r in regions)
            table.AddRow(new[] { r.region, r.name, Invariant($"EPSG:{r.srid}"), Invariant($"{r.sites}"), Invariant($"{r.cameras}") }
                .Select(Markup.Escape).ToArray());
        return table;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Region(string region, string name, int srid, long sites, long cameras);

    private static async Task<List<Region>> ReadAsync(NpgsqlDataSource source, CancellationToken token)
    {
        var regions = new List<Region>();
        await using var connection = await source.OpenConnectionAsync(token);
        await using var command = connection.With(Statement.Of(typeof(RegionsCommand), "regions"));
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            regions.Add(new Region(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4)));
        return regions;
    }
}
