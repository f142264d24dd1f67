using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;
using Npgsql;

namespace CoverageGis.Edits;

/// <summary>A record that is to end.</summary>
/// <param name="Kind">camera, site, zone, occluder, protected, exempt.</param>
/// <param name="Site">Of a zone.</param>
public sealed record Ending(string Kind, string? Site, string Code);

/// <summary>What someone changes by hand.</summary>
/// <param name="Items">Records as they are to be from now on, whole.</param>
/// <param name="Seen">Camera code to the version of its record that was seen; another one there now is a lost race.</param>
/// <param name="Operator">Who does this.</param>
/// <param name="Reason">Why; kept with the delivery.</param>
public sealed record EditOrder(
    IReadOnlyList<SceneItem> Items, IReadOnlyList<Ending> Endings, IReadOnlyDictionary<string, long> Seen, string Operator, string Reason);

/// <summary>Somebody else changed the same record in the meantime.</summary>
public sealed class LostRace(string message) : Exception(message);

/// <summary>
/// Writes an edit in one transaction, all of it or nothing, on the same way as a delivery: staged, merged, and what
/// depends on it told. Records keep their source, so that a later delivery of that source still knows them.
/// </summary>
public static class RecordEdit
{
    /// <exception cref="BadInput">With every fault, a line each; nothing was changed.</exception>
    /// <exception cref="LostRace">A record is no longer what was seen; nothing was changed.</exception>
    public static async Task<ImportReport> ApplyAsync(NpgsqlDataSource database, string region, EditOrder order, CancellationToken token)
    {
        var report = new ImportReport { Region = region, Source = "edit" };
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.RunAsync(Statement.Of(typeof(Staging), "lock-region"), token, region);
        var srid = await connection.ValueAsync<int?>(Statement.Of(typeof(Staging), "find-region"), token, region)
            ?? throw new BadInput($"There is no region {region}.");
        await RequireSeenAsync(connection, region, order, token);
        await StageAsync(connection, order, report, token);
        var now = await Merge.RunAsync(connection, new MergeOrder(region, srid, null, Complete: false, order.Operator, order.Reason), report, token);
        await EndAsync(connection, region, order, now, report, token);
        RequireSound(report);
        report.Delivery = await connection.ValueAsync<long>(Statement.Of(typeof(Staging), "record-delivery"), token, region, "edit", order.Reason,
            "edit", order.Operator, report.WithoutChanges(), now, null, null, null);
        await connection.RunAsync(Statement.Of(typeof(Staging), "tell-of-change"), token, region);
        await transaction.CommitAsync(token);
        return report;
    }

    private static async Task StageAsync(NpgsqlConnection connection, EditOrder order, ImportReport report, CancellationToken token)
    {
        await using var staging = new Staging(connection, report);
        await staging.BeginAsync(token, order.Items.Select(i => StageTable.Of(StageTable.Identified(i)).Table).Distinct().ToList());
        foreach (var item in order.Items)
            await staging.TakeAsync(item, token);
        await staging.EndAsync(token);
    }

    private static async Task EndAsync(
        NpgsqlConnection connection, string region, EditOrder order, DateTime now, ImportReport report, CancellationToken token)
    {
        foreach (var ending in order.Endings)
        {
            var ended = await connection.ValueAsync<int>(
                Statement.Of(typeof(RecordEdit), "end-record"), token, region, ending.Kind, ending.Site, ending.Code, now);
            if (ended == 0)
                report.Skip(ending.Kind, $"{ending.Kind} {ending.Code}", "is not there, so it cannot be removed");
            report.Kind(ending.Kind).Removed += ended;
        }
    }

    private static async Task RequireSeenAsync(NpgsqlConnection connection, string region, EditOrder order, CancellationToken token)
    {
        foreach (var (code, version) in order.Seen)
        {
            await using var command = connection.With(Statement.Of(typeof(RecordEdit), "camera-record"), region, code);
            await using var row = await command.ExecuteReaderAsync(token);
            if (!await row.ReadAsync(token) || row.GetInt64(3) != version)
                throw new LostRace($"The record of camera {code} was changed by someone else in the meantime. "
                    + "Nothing was changed by you; look at it as it is now and try again.");
        }
    }

    private static void RequireSound(ImportReport report)
    {
        var faults = report.Problems.Where(_ => report.Kinds.Values.Any(k => k.Skipped > 0)).ToList();
        if (faults.Count > 0)
            throw new BadInput(string.Join('\n', faults.Select(f => $"{f.Ref}: {f.Reason}")));
    }
}
