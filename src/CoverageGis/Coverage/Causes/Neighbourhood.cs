using CoverageGis.Coverage.Probes;
using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Causes;

/// <summary>A live gap of a zone.</summary>
internal sealed record KnownGap(long Id, string Site, string Zone, Geometry Ground);

/// <summary>All that bears on the gaps of some neighbouring zones, read once.</summary>
internal sealed class Neighbourhood
{
    /// <summary>A camera farther away explains no gap, m: what it does not see from there, nobody would look for from there.</summary>
    private const double Farthest = 400;

    private const int MostCameras = 2000;

    /// <summary>The nearest of those in reach of a gap; in a dense city they stand within some 200 m.</summary>
    private const int MostLookouts = 64;

    private readonly Envelope _ground = new();
    private readonly Dictionary<(long Camera, string Purpose), Lookout> _lookouts = [];

    private Neighbourhood()
    {
    }

    public required IReadOnlyList<KnownGap> Gaps { get; init; }
    public required IReadOnlyList<KnownView> Views { get; init; }
    private IReadOnlyList<NearCamera> Cameras { get; set; } = [];
    private Field Field { get; set; } = new([]);
    private IReadOnlyDictionary<string, Purpose> Purposes { get; init; } = new Dictionary<string, Purpose>();

    public static async Task<Neighbourhood> ReadAsync(NpgsqlConnection connection, string region,
        IReadOnlyDictionary<string, Purpose> purposes, IReadOnlyList<WatchedZone> zones, CancellationToken token)
    {
        var gaps = await ReadAsync(connection, "gaps-of-zones", GapFrom, token, region, zones.Select(z => z.Site).ToArray(), zones.Select(z => z.Zone).ToArray());
        var ground = new Envelope();
        foreach (var gap in gaps)
            ground.ExpandToInclude(gap.Ground.EnvelopeInternal);
        var names = zones.Select(z => z.Purpose).Distinct().ToArray();
        var views = gaps.Count == 0 ? [] : await ReadAsync(
            connection, "views-near", KnownView.From, token, region, names, ground.MinX, ground.MinY, ground.MaxX, ground.MaxY);
        var near = new Neighbourhood { Gaps = gaps, Views = views, Purposes = purposes };
        near._ground.ExpandToInclude(ground);
        if (gaps.Count > 0)
            await near.LookRoundAsync(connection, region, names, token);
        return near;
    }

    private async Task LookRoundAsync(NpgsqlConnection connection, string region, string[] names, CancellationToken token)
    {
        var density = names.Select(Purposes.GetValueOrDefault).Min(p => p?.MinPpm) ?? double.PositiveInfinity;
        var cameras = await Surroundings.CamerasAsync(connection, region, _ground, density, Farthest, MostCameras, token);
        Cameras = [.. cameras.Where(c => c.Record.Working)];
        Field = new Field(await Surroundings.OccludersAsync(connection, region, _ground, Cameras, token));
    }

    /// <summary>Working cameras that count in a zone and could look at a gap of it from where they stand, nearest first.</summary>
    public IReadOnlyList<Lookout> LookoutsFor(WatchedZone zone, Envelope gap)
    {
        if (!Purposes.TryGetValue(zone.Purpose, out var purpose))
            return [];
        return [.. Cameras
            .Where(c => (zone.CountsCapture || !c.Record.Capture) && c.Record.Indoor == zone.Indoor && IsInReach(c, purpose, gap))
            .Select(c => LookoutOf(c, purpose)).Where(l => zone.Counts(l.Building, l.Camera.Record.Capture))
            .OrderBy(l => Distance(l.Camera, gap)).ThenBy(l => l.Camera.Record.Id).Take(MostLookouts)];
    }

    private static bool IsInReach(NearCamera camera, Purpose purpose, Envelope gap)
    {
        var distance = Distance(camera, gap);
        return distance <= Farthest && camera.Heads.Directed.Any(h => distance <= Lookout.RelaxedReach(h.MiddleLens, purpose));
    }

    private static double Distance(NearCamera camera, Envelope gap) =>
        gap.Distance(new Envelope(camera.Record.X, camera.Record.X, camera.Record.Y, camera.Record.Y));

    private Lookout LookoutOf(NearCamera camera, Purpose purpose)
    {
        if (!_lookouts.TryGetValue((camera.Record.Id, purpose.Name), out var lookout))
            _lookouts[(camera.Record.Id, purpose.Name)] = lookout = Lookout.Of(camera, purpose, Field);
        return lookout;
    }

    private static KnownGap GapFrom(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<Geometry>(3));

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, string statement, Func<NpgsqlDataReader, T> read, CancellationToken token, params object?[] values)
    {
        var found = new List<T>();
        await using var command = connection.With(Statement.Of(typeof(Neighbourhood), statement), values);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            found.Add(read(row));
        return found;
    }
}
