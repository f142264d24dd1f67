using System.Threading.Channels;
using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>
/// Computes the views of all cameras of a region and stores them: the cameras come tile by tile, each tile with the
/// occluders in its reach, so that memory holds a few tiles and never a city. All cores work; each batch of cameras
/// is stored in a transaction of its own, which replaces what was stored of these cameras before.
/// </summary>
public sealed class ViewRefresh(NpgsqlDataSource database, string region, IReadOnlyList<Purpose> purposes)
{
    /// <summary>Side of a tile, m: a few hundred cameras and occluders of a dense city.</summary>
    private const double TileSize = 400;

    private const int BatchSize = 256;

    private sealed record Candidate(CameraRecord Camera, Heads Heads, Envelope? Reach);

    /// <param name="seen">Told after each batch how many cameras it held.</param>
    public async Task RunAsync(IProgress<int>? seen, CancellationToken token)
    {
        await DropOrphansAsync(token);
        var batches = Channel.CreateBounded<IReadOnlyList<Candidate>>(Environment.ProcessorCount * 2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var reading = ReadAsync(batches.Writer, stop.Token);
        try
        {
            await Parallel.ForEachAsync(batches.Reader.ReadAllAsync(stop.Token), stop.Token, async (batch, cancel) =>
            {
                await RefreshAsync(batch, cancel);
                seen?.Report(batch.Count);
            });
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await reading;
    }

    private async Task DropOrphansAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var names = purposes.Select(p => p.Name).ToArray();
        await connection.RunAsync(Statement.Of(typeof(ViewRefresh), "drop-orphan-views"), token, region, names);
        await connection.RunAsync(Statement.Of(typeof(ViewRefresh), "drop-orphan-sight"), token, region);
    }

    private async Task ReadAsync(ChannelWriter<IReadOnlyList<Candidate>> batches, CancellationToken token)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(token);
            await using var command = connection.With(Statement.Of(typeof(ViewRefresh), "cameras-to-see"), region, TileSize);
            await using var row = await command.ExecuteReaderAsync(token);
            var batch = new List<Candidate>();
            while (await row.ReadAsync(token))
            {
                var next = Prepare(CameraRecord.From(row));
                if (batch.Count > 0 && !Belongs(next, batch))
                {
                    await batches.WriteAsync(batch, token);
                    batch = [];
                }
                batch.Add(next);
            }
            if (batch.Count > 0)
                await batches.WriteAsync(batch, token);
            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.Complete(failure);
        }
    }

    private Candidate Prepare(CameraRecord camera)
    {
        var heads = Heads.Of(camera);
        return new Candidate(camera, heads, Sight.Reach(heads, purposes));
    }

    /// <summary>Same tile, and neither reaches so far that the others would pay for its occluders.</summary>
    private static bool Belongs(Candidate next, List<Candidate> batch) =>
        batch.Count < BatchSize && Tile(next.Camera) == Tile(batch[0].Camera) && !IsFar(next) && !IsFar(batch[^1]);

    private static (double, double) Tile(CameraRecord camera) =>
        (Math.Floor(camera.X / TileSize), Math.Floor(camera.Y / TileSize));

    private static bool IsFar(Candidate candidate) => candidate.Reach is { } reach && reach.Diameter > 2 * TileSize;

    private async Task RefreshAsync(IReadOnlyList<Candidate> batch, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var occluders = await OccludersAsync(connection, batch, token);
        var sights = batch.Select(c => Sight.Of(c.Camera, c.Heads, purposes, InReach(c.Reach, occluders))).ToList();
        await using var transaction = await connection.BeginTransactionAsync(token);
        await ViewStore.ReplaceAsync(connection, region, sights, token);
        await transaction.CommitAsync(token);
    }

    private async Task<List<RecordedOccluder>> OccludersAsync(
        NpgsqlConnection connection, IReadOnlyList<Candidate> batch, CancellationToken token)
    {
        var box = new Envelope();
        foreach (var candidate in batch)
            box.ExpandToInclude(candidate.Reach ?? new Envelope());
        var found = new List<RecordedOccluder>();
        if (box.IsNull)
            return found;
        await using var command = connection.With(
            Statement.Of(typeof(ViewRefresh), "occluders-in-reach"), region, box.MinX, box.MinY, box.MaxX, box.MaxY);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            found.Add(new RecordedOccluder(row.GetInt64(0), row.GetFieldValue<Geometry>(1),
                new Interval(row.GetDouble(2), row.GetDouble(3)), row.GetDouble(4), row.GetBoolean(5)));
        return found;
    }

    private static List<RecordedOccluder> InReach(Envelope? reach, List<RecordedOccluder> occluders) =>
        reach is null ? [] : [.. occluders.Where(o => reach.Intersects(o.Box))];
}
