using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using CoverageGis.Coverage.Probes;
using Npgsql;

namespace CoverageGis.Coverage.Causes;

/// <summary>
/// Works off stale_cause: why the gaps of these zones are gaps, and what kind of work would close them. Neighbouring zones
/// come together, so that what stands around is read once; all cores work; each batch commits with its rows of stale_cause.
/// A gap whose explanation changed begins a new row, one that had none gets it in place. For the holder of the analysis lock.
/// </summary>
public static class CauseRefresh
{
    /// <summary>Side of a tile of zones, m.</summary>
    private const double TileSize = 600;

    private const int MostZones = 200;

    /// <returns>How many gaps have another explanation now than before.</returns>
    public static async Task<int> RunAsync(
        NpgsqlDataSource database, string region, IProgress<double>? progress, CancellationToken token)
    {
        var (purposes, batches) = await PlanAsync(database, region, token);
        var (done, changed) = (0, 0);
        await Parallel.ForEachAsync(batches, token, async (batch, cancel) =>
        {
            Interlocked.Add(ref changed, await ExplainAsync(database, region, purposes, batch, cancel));
            progress?.Report(Interlocked.Increment(ref done) / (double)batches.Count);
        });
        return changed;
    }

    private static async Task<(Dictionary<string, Purpose> Purposes, List<List<WatchedZone>> Batches)> PlanAsync(
        NpgsqlDataSource database, string region, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.RunAsync(Text("drop-idle-stale-causes"), token, region);
        var batches = new List<List<WatchedZone>>();
        await using (var command = connection.With(Text("stale-causes"), region, TileSize))
        {
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
                Add(batches, WatchedZone.From(row));
        }
        return (await Surroundings.PurposesAsync(connection, region, token), batches);
    }

    private static void Add(List<List<WatchedZone>> batches, WatchedZone zone)
    {
        if (batches.Count == 0 || batches[^1].Count >= MostZones || Tile(batches[^1][0]) != Tile(zone))
            batches.Add([]);
        batches[^1].Add(zone);
    }

    private static (double, double) Tile(WatchedZone zone) =>
        (Math.Floor(zone.Box.Centre.X / TileSize), Math.Floor(zone.Box.Centre.Y / TileSize));

    private static async Task<int> ExplainAsync(NpgsqlDataSource database, string region,
        IReadOnlyDictionary<string, Purpose> purposes, List<WatchedZone> zones, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var near = await Neighbourhood.ReadAsync(connection, region, purposes, zones, token);
        var byKey = zones.ToDictionary(z => (z.Site, z.Zone));
        var verdicts = near.Gaps.Select(g => Explain(near, byKey[(g.Site, g.Zone)], g)).ToList();
        await using var transaction = await connection.BeginTransactionAsync(token);
        var changed = await connection.ValueAsync<int>(Text("settle-causes"), token, region, near.Gaps.Select(g => g.Id).ToArray(),
            verdicts.Select(v => v.Cause).ToArray(), verdicts.Select(v => v.Json).ToArray(), verdicts.Select(v => v.Action).ToArray(),
            near.Gaps.Select(g => GapWidth.Of(g.Ground)).ToArray());
        await connection.RunAsync(Text("drop-stale-causes"), token, region, zones.Select(z => z.Site).ToArray(), zones.Select(z => z.Zone).ToArray());
        await transaction.CommitAsync(token);
        return changed;
    }

    private static Verdict Explain(Neighbourhood near, WatchedZone zone, KnownGap gap)
    {
        var box = gap.Ground.EnvelopeInternal;
        var views = near.Views
            .Where(v => v.Purpose == zone.Purpose && zone.Counts(v.Building, v.Capture) && v.Box.Intersects(box)).ToList();
        var lookouts = new Lazy<IReadOnlyList<Lookout>>(() => near.LookoutsFor(zone, box));
        return Verdict.Of([.. GapPoints.In(gap.Ground).Select(point => Explain(zone, views, lookouts, point))]);
    }

    private static PointOutcome Explain(WatchedZone zone, List<KnownView> views, Lazy<IReadOnlyList<Lookout>> lookouts, Coordinate point)
    {
        var seen = SeenAt.Of(zone, views, point);
        return Explanation.BySight(zone, seen) ?? Explanation.ByPlace(seen, lookouts.Value, point);
    }

    private static string Text(string statement) => Statement.Of(typeof(CauseRefresh), statement);
}
