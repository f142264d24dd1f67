using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Exchange.Merging;

/// <summary>Merges cameras without a place, beside those that have one: no code is in both.</summary>
internal static class UnplacedCameras
{
    /// <summary>How reports count them, beside the camera that was skipped.</summary>
    private const string Kind = "unplaced";

    /// <summary>Called when cameras are merged. An edit places cameras and stages none without a place.</summary>
    public static async Task MergeAsync(NpgsqlConnection connection, MergeOrder order, DateTime now, ImportReport report, CancellationToken token)
    {
        await connection.RunAsync(Statement.Of(typeof(Merge), "end-placed"), token, order.Region, now);
        if (order.Source is null)
            return;
        var (begun, changed, removed, staged, takenOver) = await MergeAsync(connection, order, now, token);
        if (begun > Merge.ManyRows)
            await connection.RunAsync("analyze unplaced_camera", token);
        if (staged + removed == 0)
            return;
        var counts = report.Kind(Kind);
        (counts.Read, counts.Taken) = (staged, staged);
        (counts.New, counts.Changed, counts.Removed, counts.Unchanged) = (begun - changed, changed, removed, staged - begun);
        counts.Touched = takenOver;
    }

    private static async Task<(int Begun, int Changed, int Removed, int Staged, int TakenOver)> MergeAsync(
        NpgsqlConnection connection, MergeOrder order, DateTime now, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Merge), "merge-unplaced_camera"), order.Region, order.Source, now, order.Complete);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
    }
}
