using CoverageGis.Archive.Checks;
using CoverageGis.Archive.Rules;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Archive.Following;

/// <summary>
/// Brings the findings of the archive up to date: the records that changed, what they are compared with, and those whose
/// surroundings changed; or all of them, by the same statements. One transaction, for the holder of the analysis lock,
/// when views are up to date: some rules ask what a camera sees.
/// </summary>
public static class ArchiveRefresh
{
    /// <summary>More records than this and the planner is told what was written.</summary>
    private const int ManyRecords = 2000;

    private readonly record struct Pending(bool Any, bool Everything, bool Owed);

    /// <returns>Whether any finding came, went or changed.</returns>
    public static async Task<bool> RunAsync(NpgsqlConnection connection, string region, CancellationToken token, ArchiveRules? rules = null)
    {
        rules ??= ArchiveRules.Shipped;
        var pending = await PendingAsync(connection, region, rules, token);
        if (!pending.Any || pending.Owed)
            return false;
        await using var transaction = await connection.BeginTransactionAsync(token);
        await OpenAsync(connection, region, pending.Everything, token);
        await Checks.Checks.DraftAsync(connection, region, rules, token);
        var turned = await SettleAsync(connection, region, rules, token);
        await connection.RunAsync(Text("keep-day"), token, region);
        await transaction.CommitAsync(token);
        return turned > 0;
    }

    private static async Task<Pending> PendingAsync(NpgsqlConnection connection, string region, ArchiveRules rules, CancellationToken token)
    {
        await using var command = connection.With(Text("archive-pending"), region, rules.Stamp);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new Pending(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2));
    }

    private static async Task OpenAsync(NpgsqlConnection connection, string region, bool everything, CancellationToken token)
    {
        var opened = await connection.RunAsync(Text("open-records"), token, region, everything);
        await connection.RunAsync(Text("open-neighbours"), token, region, Checks.Checks.Neighbourhood);
        await connection.RunAsync(Text("refresh-records"), token, region);
        if (opened > ManyRecords)
            await connection.RunAsync("analyze archive_record, stale_record", token);
        await connection.RunAsync(Text("open-neighbours"), token, region, Checks.Checks.Neighbourhood);
    }

    private static Task<int> SettleAsync(NpgsqlConnection connection, string region, ArchiveRules rules, CancellationToken token)
    {
        var on = rules.All.Where(r => r.On).ToList();
        return connection.ValueAsync<int>(Text("settle-findings"), token, region, DateTime.UtcNow, on.Select(r => r.Code).ToArray(),
            on.Select(r => (short)r.Severity).ToArray(), on.Where(r => r.Completeness).Select(r => r.Code).ToArray(), rules.Stamp);
    }

    private static string Text(string statement) => Statement.Of(typeof(ArchiveRefresh), statement);
}
