using System.Diagnostics;
using System.Text.Json;
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
    /// <summary>Fewer rows than this the planner knows well enough from before.</summary>
    private const int ManyRows = 5000;

    private static readonly (string Kind, string Statement)[] Merges =
    [
        ("site", "merge-site"), ("zone", "merge-zone"), ("camera", "merge-camera"), ("occluder", "merge-occluder"),
        ("protected", "merge-excluded_area"), ("exempt", "merge-excluded_area"), ("unit", "merge-unit"),
        ("purpose", "merge-purpose"), ("policy", "merge-policy"), ("backdrop", "merge-backdrop"),
    ];

    /// <param name="items">Read lazily while they are staged.</param>
    /// <param name="report">Filled with what became of each kind, and with every problem.</param>
    /// <exception cref="Commands.BadInput">The file as a whole cannot be taken; nothing was changed.</exception>
    public static async Task RunAsync(
        NpgsqlDataSource database, IEnumerable<SceneItem> items, ImportReport report, ImportOptions options, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var staging = new Staging(connection, report);
        await staging.BeginAsync(token);
        foreach (var item in items)
        {
            token.ThrowIfCancellationRequested();
            await staging.TakeAsync(item, token);
        }
        await staging.EndAsync(token);
        var region = await RegionOfDelivery.SettleAsync(connection, staging.Region, report, options, token);
        (report.Region, report.Source) = (region.Code, options.Source);
        await LooseEnds.SkipAsync(connection, region.Code, report, token);
        await MergeAsync(connection, region, report, options, token);
        report.ElapsedMs = clock.ElapsedMilliseconds;
        if (options.DryRun)
            return;
        if (region.IsNew || report.Kinds.Values.Any(k => k.New + k.Changed + k.Removed > 0))
            await RecordAsync(connection, region.Code, report, options, token);
        await transaction.CommitAsync(token);
    }

    private static async Task MergeAsync(
        NpgsqlConnection connection, SettledRegion region, ImportReport report, ImportOptions options, CancellationToken token)
    {
        var now = await connection.ValueAsync<DateTime>("select transaction_timestamp()", token);
        foreach (var (kind, statement) in Merges.Where(m => report.Kinds.ContainsKey(m.Kind)))
        {
            var counts = report.Kind(kind);
            var removes = !options.Partial && counts.Read > 0;
            List<object?> values = [region.Code, options.Source, now, removes];
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
        // The planner is told how much is staged: temporary tables have no statistics of their own.
        await connection.RunAsync($"analyze stage_{statement["merge-".Length..]}", token);
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
