using System.Diagnostics;
using System.Text.Json;
using CoverageGis.Database;
using CoverageGis.Kernel;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage;

/// <summary>
/// Works out, for one region: what is watched, what the cameras see, what remains unseen and where the gaps are.
/// The views are stored as they come; coverage and gaps are published by one commit, so that a reader never sees half
/// an analysis. Two analyses of one region wait for each other.
/// </summary>
public sealed class Analysis
{
    /// <summary>Another build may answer otherwise.</summary>
    private static readonly string Program =
        $"{typeof(Analysis).Module.ModuleVersionId} {typeof(CameraView).Module.ModuleVersionId}";

    private readonly NpgsqlDataSource _database;
    private readonly string _region;
    private readonly IProgress<AnalysisProgress>? _progress;

    private Analysis(NpgsqlDataSource database, string region, IProgress<AnalysisProgress>? progress) =>
        (_database, _region, _progress) = (database, region, progress);

    /// <param name="full">Also when nothing has changed since the last analysis.</param>
    public static async Task<AnalysisSummary> RunAsync(
        NpgsqlDataSource database, string region, bool full, IProgress<AnalysisProgress>? progress, CancellationToken token)
    {
        await using var guard = await database.OpenConnectionAsync(token);
        await guard.RunAsync(Text("lock-analysis"), token, region);
        try
        {
            return await new Analysis(database, region, progress).RunAsync(guard, full, token);
        }
        finally
        {
            await guard.RunAsync(Text("unlock-analysis"), CancellationToken.None, region);
        }
    }

    private async Task<AnalysisSummary> RunAsync(NpgsqlConnection connection, bool full, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var basis = $"{Program} {await connection.ValueAsync<string>(Text("basis"), token, _region)}";
        if (!full && await UnchangedAsync(connection, basis, token) is { } known)
            return known with { ElapsedMs = clock.ElapsedMilliseconds };
        await ClearDraftsAsync(connection, token);
        await InSlicesAsync("watched areas", "watched-areas", token, Tolerance.BuiltOver);
        await SeeAsync(connection, token);
        await CompareAsync(connection, token);
        return await PublishAsync(connection, basis, clock, token);
    }

    private async Task<AnalysisSummary?> UnchangedAsync(NpgsqlConnection connection, string basis, CancellationToken token)
    {
        await using var command = connection.With(Text("latest-analysis"), _region);
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) && row.GetString(0) == basis
            ? JsonSerializer.Deserialize<AnalysisSummary>(row.GetString(1)) : null;
    }

    private async Task SeeAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var purposes = await PurposesAsync(connection, token);
        var total = await connection.ValueAsync<long>(Text("count-cameras"), token, _region);
        var done = 0L;
        var seen = new Told<int>(count =>
            _progress?.Report(new("views", Interlocked.Add(ref done, count) / (double)Math.Max(1, total))));
        await new ViewRefresh(_database, _region, purposes).RunAsync(seen, token);
    }

    private async Task CompareAsync(NpgsqlConnection connection, CancellationToken token)
    {
        // The planner is told what has just been written, so that the joins below are planned on facts.
        await connection.RunAsync("analyze watched_area_draft, view", token);
        await InSlicesAsync("unseen ground", "unseen-ground", token);
        await InSlicesAsync("gaps", "gaps", token, Tolerance.HalfSliver);
        await connection.RunAsync(Text("coverage-of-zones"), token, _region);
    }

    private async Task<AnalysisSummary> PublishAsync(
        NpgsqlConnection connection, string basis, Stopwatch clock, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        var now = await connection.ValueAsync<DateTime>("select transaction_timestamp()", token);
        await connection.RunAsync(Text("clear-watched-areas"), token, _region);
        await connection.RunAsync(Text("publish-watched-areas"), token, _region);
        foreach (var step in (string[])["close-coverage", "open-coverage", "close-gaps", "open-gaps"])
            await connection.RunAsync(Text(step), token, _region, now);
        var summary = await Standing.SummaryAsync(connection, _region, clock.ElapsedMilliseconds, token);
        await connection.RunAsync(Text("record-analysis"), token, _region, basis, JsonSerializer.Serialize(summary), now);
        await ClearDraftsAsync(connection, token);
        await transaction.CommitAsync(token);
        return summary with { ElapsedMs = clock.ElapsedMilliseconds };
    }

    private async Task<List<Purpose>> PurposesAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var purposes = new List<Purpose>();
        await using var command = connection.With(Text("purposes-in-use"), _region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            purposes.Add(new Purpose(row.GetString(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3),
                await row.IsDBNullAsync(4, token) ? null : row.GetDouble(4)));
        return purposes;
    }

    /// <summary>Runs a statement on as many connections as there are cores, each on its slice.</summary>
    private async Task InSlicesAsync(string doing, string statement, CancellationToken token, params object?[] more)
    {
        // More slices than cores: an unlucky slice of large zones does not keep the others waiting.
        var slices = Environment.ProcessorCount * 8;
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, slices), token, async (slice, cancel) =>
        {
            await using var connection = await _database.OpenConnectionAsync(cancel);
            await connection.RunAsync(Text(statement), cancel, [_region, slices, slice, .. more]);
            _progress?.Report(new AnalysisProgress(doing, Interlocked.Increment(ref done) / (double)slices));
        });
    }

    private async Task ClearDraftsAsync(NpgsqlConnection connection, CancellationToken token)
    {
        foreach (var draft in (string[])["watched-area", "unseen", "gap", "coverage"])
            await connection.RunAsync(Text($"clear-{draft}-draft"), token, _region);
    }

    private static string Text(string statement) => Statement.Of(typeof(Analysis), statement);

    /// <summary>Reports at once on the calling thread, where <see cref="Progress{T}"/> would reorder.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
