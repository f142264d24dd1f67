using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Database;
using CoverageGis.Deliveries;
using Npgsql;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>deliveries: who delivered what, and what full deliveries lack.</summary>
public static class DeliveriesCommand
{
    private const int Most = 100;

    public static Command Create()
    {
        var region = new Option<string>("--region") { Description = "Of this region", HelpName = "CODE", Required = true };
        var missing = new Option<bool>("--missing") { Description = "The cameras that the last full delivery of their source lacks, instead" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("deliveries", "List what was delivered, newest first") { region, missing, json };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), parse.GetValue(region)!, parse.GetValue(missing), parse.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string region, bool missing, bool json, CancellationToken token)
    {
        await using var database = await shell.OpenAsync(token);
        var known = await RegionsCommand.CodesAsync(database.Source, token);
        if (!known.Contains(region))
            throw RegionsCommand.Unknown(region, known);
        var text = await ReadAsync(database.Source, missing ? DeliveryRoutes.Missing : DeliveryRoutes.List, region, token);
        await shell.Out.WriteLineAsync(json ? text : missing ? MissingTable(text) : DeliveryTable(text));
        return 0;
    }

    private static async Task<string> ReadAsync(NpgsqlDataSource source, string statement, string region, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        return (await connection.ValueAsync<string>(statement, token, region, null, Most))!;
    }

    private static string DeliveryTable(string json)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "when (UTC)", "format", "source", "by", "what", "undone");
        foreach (var d in JsonNode.Parse(json)!["deliveries"]!.AsArray())
            table.AddRow(Cells([d!["id"], d["delivered_at"]!.GetValue<DateTime>().ToUniversalTime().ToString("yyyy-MM-dd HH:mm", null), d["format"],
                d["source"], d["operator"], What(d), d["undone_by"] is { } by ? $"by {by}" : ""]));
        return TextTable.Rendered(table);
    }

    private static string MissingTable(string json)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("camera", "name", "source", "since delivery", "since (UTC)");
        foreach (var m in JsonNode.Parse(json)!["missing"]!.AsArray())
            table.AddRow(Cells([m!["code"], m["name"], m["source"], m["delivery"], m["since"]!.GetValue<DateTime>().ToUniversalTime().ToString("yyyy-MM-dd HH:mm", null)]));
        return TextTable.Rendered(table);
    }

    private static string[] Cells(JsonNode?[] values) => [.. values.Select(v => Markup.Escape(v?.ToString() ?? ""))];

    private static string What(JsonNode delivery) => string.Join(", ", delivery["kinds"]!.AsObject()
        .Select(k => $"{k.Key} {Signed(k.Value!, "new", "+")}{Signed(k.Value!, "changed", "~")}{Signed(k.Value!, "removed", "-")}".TrimEnd()));

    private static string Signed(JsonNode counts, string what, string sign) => (int?)counts[what] is > 0 and var n ? $"{sign}{n} " : "";
}
