using System.Runtime.CompilerServices;
using CoverageGis.Database;
using CoverageGis.Kernel;
using CoverageGis.Views.Storing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>
/// Computes the views of the open cameras of a region and stores them: the cameras come tile by tile, each tile with the
/// occluders in its reach, so that memory holds a few tiles and never a city. Each tile is stored in a step of its own,
/// which replaces what was stored of these cameras, opens the zones that this touches, and settles the cameras.
/// </summary>
/// <param name="realms">The region first, then the neighbours that it may see (<see cref="Realms"/>).</param>
/// <param name="opensZones">False when all zones are open anyway.</param>
/// <param name="replaced">What else follows from the views of cameras: <see cref="ViewStore"/>.</param>
public sealed class ViewRefresh(
    Lanes lanes, IReadOnlyList<Realm> realms, bool opensZones, Func<NpgsqlConnection, string, string[], CancellationToken, Task> replaced)
{
    /// <summary>Side of a tile, m. Occluders near its border are read for its neighbours too: large tiles read fewer twice.</summary>
    private const double TileSize = 1600;

    /// <summary>Cameras stored in one step.</summary>
    private const int BatchSize = 512;

    private readonly Realm _home = realms[0];
    private readonly ViewStore _store = new(realms, opensZones, replaced);

    /// <param name="seen">Told after each tile how many cameras it held.</param>
    public async Task RunAsync(IProgress<int>? seen, CancellationToken token)
    {
        await lanes.StepAsync(_store.BeginAsync, token);
        await lanes.EachAsync(TilesAsync, async (connection, tile, cancel) =>
        {
            await _store.ReplaceAsync(connection, await SeeAsync(connection, tile, cancel), cancel);
            seen?.Report(tile.Count);
        }, token);
    }

    private async IAsyncEnumerable<IReadOnlyList<Candidate>> TilesAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(ViewRefresh), "cameras-to-see"), _home.Region, TileSize);
        await using var row = await command.ExecuteReaderAsync(token);
        var tile = new List<Candidate>();
        while (row.Read())
        {
            var next = new Candidate(CameraRecord.From(row), realms);
            if (tile.Count > 0 && !Belongs(next, tile))
            {
                yield return tile;
                tile = [];
            }
            tile.Add(next);
        }
        if (tile.Count > 0)
            yield return tile;
    }

    /// <summary>Same tile, and neither reaches so far that the others would pay for its occluders.</summary>
    private static bool Belongs(Candidate next, List<Candidate> tile) =>
        tile.Count < BatchSize && Tile(next.Camera) == Tile(tile[0].Camera) && !IsFar(next) && !IsFar(tile[^1]);

    private static (double, double) Tile(CameraRecord camera) =>
        (Math.Floor(camera.X / TileSize), Math.Floor(camera.Y / TileSize));

    private static bool IsFar(Candidate candidate) => candidate.Reach.Diameter > TileSize;

    private async Task<IReadOnlyList<SeenCamera>> SeeAsync(
        NpgsqlConnection connection, IReadOnlyList<Candidate> tile, CancellationToken token)
    {
        var vicinity = new Vicinity(connection, realms);
        var needs = await vicinity.NeedsAsync(Around(tile.Select(c => c.Reach)), token);
        var wanted = tile.Select(c => (Candidate: c, Needs: c.NeedsOf(needs))).ToList();
        var occluders = new OccluderRow(await vicinity.OccludersAsync(Around(wanted.Select(w => w.Candidate.ReachFor(w.Needs))), token));
        return [.. wanted.Select(w => See(w.Candidate, w.Needs, occluders))];
    }

    private static SeenCamera See(
        Candidate candidate, List<(Realm Realm, IReadOnlyList<Purpose> Purposes)> needs, OccluderRow occluders)
    {
        var reach = candidate.ReachFor(needs);
        var near = reach.IsNull ? [] : occluders.In(reach);
        var sights = needs.Select(n => (n.Realm, Sight.Of(candidate.Camera, candidate.Heads, n.Purposes, near))).ToList();
        return new SeenCamera(candidate.Camera, candidate.Heads.Estimated, candidate.Heads.IsDirected, candidate.Reach, sights);
    }

    private static Envelope Around(IEnumerable<Envelope> places)
    {
        var box = new Envelope();
        foreach (var place in places)
            box.ExpandToInclude(place);
        return box;
    }
}
