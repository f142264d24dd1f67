using System.Diagnostics;
using System.Text.Json;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>
/// Brings a delivery into the database in one transaction: staged as it is read, then merged kind by kind into the
/// region's metric plane. A failure at any point leaves everything as it was.
/// </summary>
public static class ImportRun
{
    /// <summary>SQLSTATE of what PostGIS cannot compute, and the class of values that a column cannot hold.</summary>
    private const string Internal = "XX000", BadData = "22";

    /// <summary>Fewer rows than this the planner knows well enough from before.</summary>
    private const int ManyRows = 500;

    /// <summary>In this order: what is referred to comes before what refers to it.</summary>
    private static readonly (string Kind, string Statement)[] Merges =
    [
        ("purpose", "merge-purpose"), ("policy", "merge-policy"), ("site", "merge-site"), ("zone", "merge-zone"),
        ("camera", "merge-camera"), ("occluder", "merge-occluder"), ("protected", "merge-excluded_area"),
        ("exempt", "merge-excluded_area"), ("unit", "merge-unit"), ("backdrop", "merge-backdrop"),
    ];

    /// <param name="items">Read lazily while they are staged.</param>
    /// <param name="report">Filled with what became of each kind, and with every problem.</param>
    /// <exception cref="BadInput">The file as a whole cannot be taken; nothing was changed.</exception>
    public static async Task RunAsync(
        NpgsqlDataSource database, IEnumerable<SceneItem> items, ImportReport report, ImportOptions options, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        try
        {
            await BringAsync(connection, items, report, options, clock, token);
        }
        catch (PostgresException refused) when (refused.SqlState == Internal || refused.SqlState.StartsWith(BadData, StringComparison.Ordinal))
        {
            throw new BadInput($"{options.File} holds something that the database refuses: {refused.MessageText}. Nothing was imported.", refused);
        }
        if (!options.DryRun)
            await transaction.CommitAsync(token);
    }

    private static async Task BringAsync(
        NpgsqlConnection connection, IEnumerable<SceneItem> items, ImportReport report, ImportOptions options, Stopwatch clock, CancellationToken token)
    {
        await using var staging = new Staging(connection, report);
        await staging.BeginAsync(token);
        foreach (var item in items)
        {
            token.ThrowIfCancellationRequested();
            await staging.TakeAsync(item, token);
        }
        await staging.EndAsync(token);
        var region = await RegionOfDelivery.SettleAsync(connection, staging.Region, report, options, token);
        (report.Region, report.Source) = (region.Code, options.Source);
        await MergeAsync(connection, region, report, options, token);
        await LooseEnds.NameAsync(connection, region.Code, report, token);
        report.ElapsedMs = clock.ElapsedMilliseconds;
        if (region.IsNew || report.Kinds.Values.Any(k => k.New + k.Changed + k.Removed > 0))
            await RecordAsync(connection, region.Code, report, options, token);
    }

    private static async Task MergeAsync(
        NpgsqlConnection connection, SettledRegion region, ImportReport report, ImportOptions options, CancellationToken token)
    {
        // Now that the region is held: a delivery that waited for another begins its rows after that one ended them.
        var now = await connection.ValueAsync<DateTime>("select clock_timestamp()", token);
        foreach (var (kind, statement) in Merges.Where(m => report.Kinds.ContainsKey(m.Kind)))
        {
            await LooseEnds.SkipAsync(connection, kind, region.Code, report, token);
            var counts = report.Kind(kind);
            List<object?> values = [region.Code, options.Source, now, !options.Partial && counts.Read > 0];
            if (kind is not ("purpose" or "policy"))
                values.Add(region.Srid);
            if (kind is "protected" or "exempt")
                values.Add(kind);
            await MergeAsync(connection, statement, values, counts, token);
        }
        foreach (var table in Merges.Where(m => report.Kinds.TryGetValue(m.Kind, out var k) && k.New + k.Changed > ManyRows))
            await connection.RunAsync($"analyze {table.Statement["merge-".Length..]}", token);
    }

    private static async Task MergeAsync(
        NpgsqlConnection connection, string statement, List<object?> values, KindCounts counts, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Staging), statement), [.. values]);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        var (begun, changed, removed, staged) = (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
        (counts.New, counts.Changed, counts.Removed, counts.Unchanged) = (begun - changed, changed, removed, staged - begun);
    }

    private static async Task RecordAsync(
        NpgsqlConnection connection, string region, ImportReport report, ImportOptions options, CancellationToken token) =>
        await connection.RunAsync(Statement.Of(typeof(Staging), "record-delivery"), token, region, options.Source,
            options.File, options.Format, options.Operator, JsonSerializer.Serialize(report, ImportReport.Json));
}
