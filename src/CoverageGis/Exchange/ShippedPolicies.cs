using System.Text.Json;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>Gives a new region the purposes and policies that ship with the program (data/purposes.json, policies.json).</summary>
public static class ShippedPolicies
{
    public const string Source = "default";

    public static async Task AddAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        foreach (var (file, statement) in ((string, string)[])[("purposes.json", "add-shipped-purposes"), ("policies.json", "add-shipped-policies")])
            await AddAsync(connection, region, file, statement, token);
    }

    private static async Task AddAsync(
        NpgsqlConnection connection, string region, string file, string statement, CancellationToken token)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data", file), token);
        using var checkedText = JsonDocument.Parse(text);
        await connection.RunAsync(Statement.Of(typeof(Staging), statement), token, region, checkedText.RootElement.GetRawText(), Source);
    }
}
