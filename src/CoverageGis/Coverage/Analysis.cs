using System.Diagnostics;
using CoverageGis.Archive.Following;
using CoverageGis.Coverage.Changes;
using CoverageGis.Coverage.Causes;
using CoverageGis.Coverage.Findings;
using CoverageGis.Coverage.Overreach;
using CoverageGis.Coverage.Watching;
using CoverageGis.Database;
using CoverageGis.Kernel;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage;

/// <summary>
/// Brings one region up to date: what is watched, what the cameras see, what remains unseen and where the gaps are; of
/// all this only what depends on something that has changed. A full analysis is the same with everything open.
/// Little work is done in one transaction. Much is done on several connections: views are stored as they come, coverage
/// and gaps are published by one commit, so that a reader never sees half an analysis. What is open is written down
/// before work begins and settled with its result, so that a run that breaks off is finished by the next one.
/// Two runs in one region wait for each other.
/// </summary>
public sealed class Analysis
{
    /// <summary>Up to so many open cameras and sites are little work.</summary>
    private const int Little = 200;

    /// <summary>Another build may answer otherwise.</summary>
    private static readonly string Program =
        $"{typeof(Analysis).Module.ModuleVersionId} {typeof(CameraView).Module.ModuleVersionId}";

    /// <summary>
    /// What much work leaves behind: open sets and drafts are empty now, but as large as they were, and the planner thinks
    /// them full. Without this the next edits read them from end to end.
    /// </summary>
    private const string Sweeping = "vacuum (analyze, skip_locked) change, stale_camera, stale_site, stale_zone, "
        + "watched_area_draft, unseen_draft, coverage_draft, gap_draft, coverage, gap, camera_sight";

    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlConnection _guard;
    private readonly string _region;
    private readonly IProgress<AnalysisProgress>? _progress;

    private Analysis(NpgsqlDataSource database, NpgsqlConnection guard, string region, IProgress<AnalysisProgress>? progress) =>
        (_database, _guard, _region, _progress) = (database, guard, region, progress);

    /// <summary>Brings a region up to date and tells how it stands then.</summary>
    /// <param name="full">Work everything out anew, also when nothing has changed.</param>
    public static async Task<AnalysisSummary> RunAsync(
        NpgsqlDataSource database, string region, bool full, IProgress<AnalysisProgress>? progress, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await FollowAsync(database, region, full, progress, token);
        await using var connection = await database.OpenConnectionAsync(token);
        return await Standing.SummaryAsync(connection, region, clock.ElapsedMilliseconds, token);
    }

    /// <summary>Brings a region up to date.</summary>
    /// <param name="explains">
    /// Work out the causes of new gaps and the findings of the archive, too, which follow when everything else is published.
    /// </param>
    /// <returns>Whether there was anything to do.</returns>
    public static async Task<bool> FollowAsync(
        NpgsqlDataSource database, string region, bool full, IProgress<AnalysisProgress>? progress, CancellationToken token, bool explains = true)
    {
        await using var guard = await database.OpenConnectionAsync(token);
        await guard.RunAsync(Text("lock-analysis"), token, region);
        try
        {
            return await new Analysis(database, guard, region, progress).FollowAsync(full, explains, token);
        }
        finally
        {
            // A connection that broke has let go already.
            if (guard.State == System.Data.ConnectionState.Open)
                await guard.RunAsync(Text("unlock-analysis"), CancellationToken.None, region);
        }
    }

    private async Task<bool> FollowAsync(bool full, bool explains, CancellationToken token)
    {
        var basis = $"{Program} {await _guard.ValueAsync<string>(Text("basis"), token)}";
        var pending = await OpenWork.PendingAsync(_guard, _region, token);
        var everything = full || pending.AllOpen || basis != await _guard.ValueAsync<string>(Text("latest-analysis"), token, _region);
        if (everything || pending.Any)
            await BringUpToDateAsync(basis, everything, pending.Any, token);
        // Views are up to date: what the archive says of them is checked now, before the causes, which take longer.
        var audited = explains && await ArchiveRefresh.RunAsync(_guard, _region, token);
        var explained = explains ? await CauseRefresh.RunAsync(_database, _region, Step("causes"), token) : 0;
        if (explained > 0)
            await RecordAsync(basis, "causes", await NowAsync(token), 0, 0, token);
        return everything || pending.Any || audited || explained > 0;
    }

    private async Task BringUpToDateAsync(string basis, bool everything, bool hasChanged, CancellationToken token)
    {
        OpenCounts open;
        var neighbours = await Neighbours.OfAsync(_guard, _region, token);
        await using (var transaction = await _guard.BeginTransactionAsync(token))
        {
            open = await OpenWork.MarkAsync(_guard, _region, everything, hasChanged ? neighbours : [], token);
            var isLittle = !everything && open.Cameras <= Little && open.Sites <= Little;
            if (isLittle)
            {
                await WorkAsync(Lanes.One(_guard), everything, neighbours, token);
                await PublishAsync(basis, "incremental", open, token);
            }
            await transaction.CommitAsync(token);
            if (isLittle)
                return;
        }
        await WorkAsync(Lanes.Many(_database), everything, neighbours, token);
        await using var publishing = await _guard.BeginTransactionAsync(token);
        await PublishAsync(basis, everything ? "full" : "incremental", open, token);
        await publishing.CommitAsync(token);
        await _guard.RunAsync(Sweeping, token);
    }

    private async Task WorkAsync(Lanes lanes, bool everything, IReadOnlyList<Neighbour> neighbours, CancellationToken token)
    {
        var open = await OpenWork.CountAsync(_guard, _region, token);
        if (open.Sites > 0)
            await WatchedAreas.RefreshAsync(lanes, _region, neighbours, Step("watched areas"), token);
        if (everything)
            await lanes.StepAsync((c, stop) => WatchedAreas.OpenZonesAsync(c, _region, stop), token);
        open = await OpenWork.CountAsync(_guard, _region, token);
        if (open.Cameras > 0)
            await SeeAsync(lanes, neighbours, open.Cameras, everything, token);
        if (lanes.Slices > 1)
            // The planner is told what has just been written, so that the joins below are planned on facts.
            await lanes.StepAsync((c, stop) => c.RunAsync("analyze watched_area, view, stale_zone", stop), token);
        if ((await OpenWork.CountAsync(_guard, _region, token)).Zones > 0)
            await ZoneComparison.DraftAsync(lanes, _region, new Steps(_progress), token);
    }

    private async Task SeeAsync(Lanes lanes, IReadOnlyList<Neighbour> neighbours, long cameras, bool everything, CancellationToken token)
    {
        var done = 0L;
        var seen = new Told(count => _progress?.Report(new("views", Interlocked.Add(ref done, (long)count) / (double)cameras)));
        var realms = await Realms.OfAsync(_guard, _region, neighbours, token);
        var concerned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var realm in realms)
        {
            if (await OverreachRefresh.ConcernsAsync(_guard, realm.Region, token))
                concerned.Add(realm.Region);
        }
        await new ViewRefresh(lanes, realms, opensZones: !everything, OverreachAsync).RunAsync(seen, token);

        async Task OverreachAsync(NpgsqlConnection connection, string region, string[] cameras, CancellationToken stop)
        {
            if (concerned.Contains(region))
                await OverreachRefresh.RunAsync(connection, region, cameras, await NowAsync(connection, stop), stop);
        }
    }

    private async Task PublishAsync(string basis, string kind, OpenCounts before, CancellationToken token)
    {
        var open = await OpenWork.CountAsync(_guard, _region, token);
        var now = await NowAsync(token);
        if (open.Zones > 0)
            await ZoneComparison.PublishAsync(_guard, _region, now, token);
        await RecordAsync(basis, kind, now, (int)open.Zones, (int)before.Cameras, token);
    }

    private Task RecordAsync(string basis, string kind, DateTime now, int zones, int cameras, CancellationToken token) =>
        _guard.RunAsync(Text("record-analysis"), token, _region, basis, kind, zones, cameras, now);

    private Task<DateTime> NowAsync(CancellationToken token) => NowAsync(_guard, token);

    private static Task<DateTime> NowAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ValueAsync<DateTime>("select clock_timestamp()", token);

    private Told? Step(string doing) => _progress is null ? null : new Told(share => _progress.Report(new(doing, share)));

    private static string Text(string statement) => Statement.Of(typeof(Analysis), statement);

    /// <summary>Reports at once on the calling thread, where <see cref="Progress{T}"/> would reorder.</summary>
    private sealed class Told(Action<double> tell) : IProgress<double>, IProgress<int>
    {
        public void Report(double value) => tell(value);

        public void Report(int value) => tell(value);
    }

    private sealed class Steps(IProgress<AnalysisProgress>? progress) : IProgress<(string Doing, double Share)>
    {
        public void Report((string Doing, double Share) value) => progress?.Report(new(value.Doing, value.Share));
    }
}
