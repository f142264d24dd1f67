using System.Diagnostics;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Differences;
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
            await BringAsync(connection, new DatumShift(database, report, options.File), items, report, options, clock, token);
        }
        catch (PostgresException refused) when (refused.SqlState == Internal || refused.SqlState.StartsWith(BadData, StringComparison.Ordinal))
        {
            throw new BadInput($"{options.File} holds something that the database refuses: {refused.MessageText}. Nothing was imported.", refused);
        }
        if (!options.DryRun)
            await transaction.CommitAsync(token);
    }

    private static async Task BringAsync(
        NpgsqlConnection connection, DatumShift shift, IEnumerable<SceneItem> items, ImportReport report, ImportOptions options, Stopwatch clock, CancellationToken token)
    {
        await using var staging = new Staging(connection, report);
        await staging.BeginAsync(token);
        await foreach (var item in shift.ApplyAsync(items, token))
        {
            token.ThrowIfCancellationRequested();
            await staging.TakeAsync(item, token);
        }
        await staging.EndAsync(token);
        var region = await RegionOfDelivery.SettleAsync(connection, staging.Region, report, options, token);
        (report.Region, report.Source) = (region.Code, options.Source);
        var now = await Merge.RunAsync(connection, new MergeOrder(
            region.Code, region.Srid, options.Source, !options.Partial && !report.KeepsMissing, options.Operator, options.File, options.Marks), report, token);
        await LooseEnds.NameAsync(connection, region.Code, report, token);
        await DatumCheck.RunAsync(connection, region, shift.OfCameras, report, token);
        await ArchiveProfile.ConcludeAsync(connection, region.Code, report, options, token);
        if (options.DryRun || options.Changes is not null)
            await RecordChanges.ListAsync(connection, new MergedAt(region.Code, now, region.Before), report, options.Changes, token);
        report.ElapsedMs = clock.ElapsedMilliseconds;
        if (!options.DryRun && (region.IsNew || report.Kinds.Values.Any(k => k.New + k.Changed + k.Removed + k.Touched > 0)))
            report.Delivery = await RecordAsync(connection, region, now, report, options, token);
        await connection.RunAsync(Statement.Of(typeof(Staging), "tell-of-change"), token, region.Code);
    }

    private static Task<long> RecordAsync(
        NpgsqlConnection connection, SettledRegion region, DateTime now, ImportReport report, ImportOptions options, CancellationToken token) =>
        connection.ValueAsync<long>(Statement.Of(typeof(Staging), "record-delivery"), token, region.Code, options.Source,
            options.File, options.Format, options.Operator, report.WithoutChanges(),
            now, region.Before?.Name, region.Before?.Boundary, null);
}
