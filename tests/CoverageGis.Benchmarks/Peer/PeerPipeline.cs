using System.Diagnostics;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Benchmarks.Peer;

/// <summary>
/// What a good PostGIS engineer would write without this program: views and unseen ground, each in one statement, on one
/// connection of the same cluster, with the indexes that it needs and the planner informed. Exact cameras with a plain
/// sector only, one purpose, and neither widths nor identities of gaps.
/// </summary>
public sealed class PeerPipeline(NpgsqlDataSource source)
{
    /// <summary>Needs the watched areas of a finished analysis.</summary>
    public async Task PrepareAsync(CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await connection.RunAsync(Text("peer-tables"), token);
        await connection.RunAsync("checkpoint", token);
    }

    public async Task<PeerTimes> RunAsync(CoreTime cores, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        var before = cores.Now();
        List<(string, TimeSpan)> steps =
        [
            ("views", await TimeAsync(() => connection.RunAsync(Text("peer-views"), token, BenchCity.Purpose))),
            ("index", await TimeAsync(() => connection.RunAsync(Text("peer-view-index"), token))),
            ("gaps", await TimeAsync(() => connection.RunAsync(Text("peer-gaps"), token))),
        ];
        var used = cores.Now() - before;
        return new PeerTimes(steps, used, await connection.ValueAsync<long>("select count(*) from peer_view", token));
    }

    /// <returns>m2.</returns>
    public async Task<double> UnseenAsync(CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        return await connection.ValueAsync<double>("select sum(ST_Area(geom)) from peer_unseen", token);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> step)
    {
        var clock = Stopwatch.StartNew();
        await step();
        return clock.Elapsed;
    }

    private static string Text(string statement) => Statement.Of(typeof(PeerPipeline), statement);
}
