using System.Globalization;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Differences;
using CoverageGis.Exchange.Merging;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Deliveries.Undoing;

/// <summary>
/// Takes a delivery back in one transaction: what it began ends, what it ended begins again as it was, and what depends on
/// it is told. Itself a delivery, so that it can be undone. History stays: nothing that was is overwritten.
/// </summary>
public static class UndoRun
{
    private static readonly string[] Tables =
        ["purpose", "policy", "site", "zone", "camera", "unplaced_camera", "occluder", "excluded_area", "unit", "backdrop"];

    private sealed record Undoable(DateTime? Moment, RegionBefore? Before, long Last, int Undoings, bool RegionChanged);

    /// <exception cref="BadInput">There is no such delivery, or it is taken back already, or nothing is left of it.</exception>
    /// <exception cref="ChangedSince">With every record that was changed since; nothing was changed.</exception>
    public static async Task<UndoReport> RunAsync(NpgsqlDataSource database, UndoOrder order, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.RunAsync(Statement.Of(typeof(Staging), "lock-region"), token, order.Region);
        var undoable = await FindAsync(connection, order, token);
        var kept = await LaterAsync(connection, order, undoable, token);
        if (kept.Count > 0 && !order.KeepLater)
            throw new ChangedSince(order.Delivery, kept);
        var report = await TakeBackAsync(connection, order, undoable, kept, token);
        if (!order.DryRun)
            await transaction.CommitAsync(token);
        return new UndoReport(order.Delivery, report, [.. kept.Select(k => k with { Code = RecordChanges.Readable(k.Code) })]);
    }

    private static async Task<ImportReport> TakeBackAsync(
        NpgsqlConnection connection, UndoOrder order, Undoable undoable, IReadOnlyList<LaterChange> kept, CancellationToken token)
    {
        var report = new ImportReport { Region = order.Region, Source = "undo" };
        var now = await connection.ValueAsync<DateTime>(Statement.Of(typeof(Merge), "moment-of-delivery"), token, order.Region);
        var touched = await MergeBackAsync(connection, order, undoable.Moment!.Value, now, kept, report, token);
        var before = undoable.Before is not { } region || kept.Any(k => k.Kind == "region") ? null
            : await RegionOfDelivery.UpdateAsync(connection, order.Region, region.Name, region.Boundary, report, token);
        await NameLooseAsync(connection, order.Region, now, report, token);
        if (touched == 0 && before is null)
            throw new BadInput($"Nothing of delivery {order.Delivery} is left to undo: all that it changed was changed since.");
        await RecordChanges.ListAsync(connection, new MergedAt(order.Region, now, before), report, order.Changes, token);
        if (!order.DryRun)
            report.Delivery = await RecordAsync(connection, order, now, before, report, token);
        await connection.RunAsync(Statement.Of(typeof(Staging), "tell-of-change"), token, order.Region);
        return report;
    }

    private static async Task<Undoable> FindAsync(NpgsqlConnection connection, UndoOrder order, CancellationToken token)
    {
        await using var command = connection.With(Text("delivery-to-undo"), order.Region, order.Delivery);
        await using var row = await command.ExecuteReaderAsync(token);
        if (!await row.ReadAsync(token))
            throw new BadInput($"There is no delivery {order.Delivery} to region {order.Region}. ./coverage deliveries --region {order.Region} lists them.");
        var found = new Undoable(row.IsDBNull(0) ? null : row.GetDateTime(0),
            row.IsDBNull(1) ? null : new RegionBefore(row.GetString(1), row.IsDBNull(2) ? null : row.GetFieldValue<Geometry>(2)),
            row.GetInt64(3), row.GetInt32(4), row.GetBoolean(5));
        return Fault(order.Delivery, found) is { } fault ? throw new BadInput(fault) : found;
    }

    private static string? Fault(long delivery, Undoable found) => found switch
    {
        { Undoings: > 0 } when found.Undoings % 2 == 1 => $"Delivery {delivery} is undone already, by delivery {found.Last}. Undo {found.Last} to have it back.",
        { Undoings: > 0 } => $"Delivery {delivery} was undone and brought back by delivery {found.Last}. Undo {found.Last} to take it back again.",
        { Moment: null } => $"Delivery {delivery} was brought in before deliveries could be undone: it is not known which records are its.",
        _ => null,
    };

    private static async Task<List<LaterChange>> LaterAsync(
        NpgsqlConnection connection, UndoOrder order, Undoable undoable, CancellationToken token)
    {
        var later = new List<LaterChange>();
        if (undoable is { Before: not null, RegionChanged: true })
            later.Add(new LaterChange("region", order.Region, null, null, null, null));
        await using var command = connection.With(Text("later-changes"), order.Region, undoable.Moment);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            later.Add(new LaterChange(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetDateTime(2),
                row.IsDBNull(3) ? null : row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)));
        return later;
    }

    /// <returns>How many records, owners and marks it touched.</returns>
    private static async Task<int> MergeBackAsync(
        NpgsqlConnection connection, UndoOrder order, DateTime moment, DateTime now, IReadOnlyList<LaterChange> kept, ImportReport report, CancellationToken token)
    {
        var stay = kept.Select(k => $"{k.Kind}\n{k.Code}").ToArray();
        foreach (var table in Tables)
        {
            object?[] version = table is "purpose" or "policy" ? [order.Operator, Note(order)] : [];
            await using var command = connection.With(Text("undo-" + table), [order.Region, moment, now, stay, .. version]);
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
                Count(report, row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
        }
        var others = await connection.ValueAsync<int>(Text("undo-takeovers"), token, order.Region, moment, now)
            + await connection.ValueAsync<int>(Text("undo-missing"), token, order.Region, moment, now);
        return others + report.Kinds.Values.Sum(k => k.New + k.Changed + k.Removed);
    }

    private static void Count(ImportReport report, string kind, int begun, int changed, int removed)
    {
        if (begun + removed > 0)
            (report.Kind(kind).New, report.Kind(kind).Changed, report.Kind(kind).Removed) = (begun - changed, changed, removed);
    }

    private static async Task NameLooseAsync(
        NpgsqlConnection connection, string region, DateTime now, ImportReport report, CancellationToken token)
    {
        await LooseEnds.NameAsync(connection, region, report, token);
        await using var command = connection.With(Text("zones-left-alone"), region, now);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            report.Say($"zone {row.GetString(0)}/{row.GetString(1)}", $"is back, but its site {row.GetString(0)} is not there: nothing is required of it until that is back");
    }

    private static Task<long> RecordAsync(
        NpgsqlConnection connection, UndoOrder order, DateTime now, RegionBefore? before, ImportReport report, CancellationToken token) =>
        connection.ValueAsync<long>(Statement.Of(typeof(Staging), "record-delivery"), token, order.Region, "undo", Note(order), "undo",
            order.Operator, report.WithoutChanges(), now, before?.Name, before?.Boundary, order.Delivery);

    private static string Note(UndoOrder order) => string.Create(CultureInfo.InvariantCulture, $"undo of delivery {order.Delivery}");

    private static string Text(string statement) => Statement.Of(typeof(UndoRun), statement);
}
