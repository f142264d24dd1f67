using CoverageGis.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace CoverageGis.Views.Storing;

/// <summary>Writes what cameras see, in bulk, in the caller's transaction, and opens the zones that this touches.</summary>
/// <param name="realms">The cameras' own region first.</param>
/// <param name="replaced">Called in the same transaction for each realm, with the codes of cameras that were looked at.</param>
public sealed class ViewStore(
    IReadOnlyList<Realm> realms, bool opensZones, Func<NpgsqlConnection, string, string[], CancellationToken, Task> replaced)
{
    private const string CopyViews =
        "copy view (region, camera_region, camera, code, purpose, certainty, light, building, working, capture, geom) from stdin (format binary)";

    private const string CopySights = "copy camera_sight (region, camera, estimated, blind, reach, content) from stdin (format binary)";

    private readonly string _home = realms[0].Region;

    private bool _isFirst;

    /// <summary>Forgets cameras that are no longer there. Comes before anything is stored.</summary>
    public async Task BeginAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await DropGoneAsync(connection, token);
        _isFirst = !await connection.ValueAsync<bool>(Text("any-sight"), token, _home);
    }

    private async Task DropGoneAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var gone = new List<(long Id, string Code)>();
        await using (var command = connection.With(Text("gone-cameras"), _home))
        {
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
                gone.Add((row.GetInt64(0), row.GetString(1)));
        }
        if (gone.Count == 0)
            return;
        await DropAsync(connection, [.. gone.Select(g => g.Id)], token);
        await TellAsync(connection, [.. gone.Select(g => g.Code)], token);
    }

    private async Task TellAsync(NpgsqlConnection connection, string[] codes, CancellationToken token)
    {
        foreach (var realm in realms)
            await replaced(connection, realm.Region, codes, token);
    }

    /// <summary>Replaces the views of cameras where they are others than before.</summary>
    public async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<SeenCamera> cameras, CancellationToken token)
    {
        var known = await KnownAsync(connection, [.. cameras.Select(c => c.Camera.Id)], token);
        var contents = cameras.Select(c => c.Content()).ToArray();
        var changed = cameras.Where((c, i) => !known.TryGetValue(c.Camera.Id, out var before) || before != contents[i]).ToList();
        if (changed.Any(c => known.ContainsKey(c.Camera.Id)))
            await DropAsync(connection, [.. changed.Select(c => c.Camera.Id)], token);
        if (changed.Any(c => c.Views.Any()))
            await AddAsync(connection, changed, token);
        await KeepSightsAsync(connection, cameras, contents, known, token);
        await TellAsync(connection, [.. cameras.Select(c => c.Camera.Code)], token);
    }

    private async Task<Dictionary<long, Guid>> KnownAsync(NpgsqlConnection connection, long[] cameras, CancellationToken token)
    {
        var known = new Dictionary<long, Guid>();
        if (_isFirst)
            return known;
        await using var command = connection.With(Text("known-views"), _home, cameras);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            known[row.GetInt64(0)] = row.GetGuid(1);
        return known;
    }

    private async Task DropAsync(NpgsqlConnection connection, long[] cameras, CancellationToken token)
    {
        foreach (var realm in realms)
            await connection.RunAsync(Text("drop-views"), token, realm.Region, cameras, _home);
    }

    private async Task AddAsync(NpgsqlConnection connection, List<SeenCamera> cameras, CancellationToken token)
    {
        var rows = cameras.SelectMany(c => c.Views, (c, v) => new Row(c.Camera, v, v.View.Ground)).ToList();
        await ToPlaneAsync(connection, rows, token);
        await CopyAsync(connection, rows, token);
        foreach (var realm in rows.Select(r => r.View.Realm).Distinct())
        {
            if (opensZones || realm.Boundary is not null)
                await connection.RunAsync(Text("open-seen-zones"), token,
                    realm.Region, cameras.Select(c => c.Camera.Id).ToArray(), _home);
        }
    }

    private sealed record Row(CameraRecord Camera, RealmView View, Geometry Ground);

    /// <summary>Brings what lies beyond a border into the plane there.</summary>
    private async Task ToPlaneAsync(NpgsqlConnection connection, List<Row> rows, CancellationToken token)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Ground.SRID = realms[0].Srid;
            var plane = rows[i].View.Realm.Srid;
            if (plane != realms[0].Srid)
                rows[i] = rows[i] with { Ground = (await connection.ValueAsync<Geometry>(Text("planed"), token, rows[i].Ground, plane))! };
        }
    }

    private async Task CopyAsync(NpgsqlConnection connection, List<Row> rows, CancellationToken token)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopyViews, token);
        foreach (var (camera, view, ground) in rows)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(view.Realm.Region, NpgsqlDbType.Text, token);
            await copy.WriteAsync(_home, NpgsqlDbType.Text, token);
            await copy.WriteAsync(camera.Id, NpgsqlDbType.Bigint, token);
            foreach (var text in (string[])[camera.Code, view.View.Purpose, view.View.Certainty, view.View.Light])
                await copy.WriteAsync(text, NpgsqlDbType.Text, token);
            await (view.Building is { } building ? copy.WriteAsync(building, NpgsqlDbType.Bigint, token) : copy.WriteNullAsync(token));
            await copy.WriteAsync(camera.Working, NpgsqlDbType.Boolean, token);
            await copy.WriteAsync(camera.Capture, NpgsqlDbType.Boolean, token);
            await copy.WriteAsync(ground, NpgsqlDbType.Geometry, token);
        }
        await copy.CompleteAsync(token);
    }

    /// <summary>Notes how each camera was taken, and settles it. What is new is copied: that takes a fifth of the time of a statement.</summary>
    private async Task KeepSightsAsync(
        NpgsqlConnection connection, IReadOnlyList<SeenCamera> cameras, Guid[] contents, Dictionary<long, Guid> known, CancellationToken token)
    {
        var again = Enumerable.Range(0, cameras.Count).Where(i => known.ContainsKey(cameras[i].Camera.Id)).ToArray();
        await connection.RunAsync(Text("keep-sights"), token, _home, cameras.Select(c => c.Camera.Id).ToArray(),
            again.Select(i => cameras[i].Camera.Id).ToArray(), again.Select(i => cameras[i].Estimated).ToArray(),
            again.Select(i => cameras[i].Blind).ToArray(), again.Select(i => Box(cameras[i].Reach)).ToArray(),
            again.Select(i => contents[i]).ToArray());
        if (again.Length < cameras.Count)
            await CopySightsAsync(connection, cameras.Index().Where(c => !known.ContainsKey(c.Item.Camera.Id)).Select(c => (c.Item, contents[c.Index])), token);
    }

    private async Task CopySightsAsync(NpgsqlConnection connection, IEnumerable<(SeenCamera Seen, Guid Content)> cameras, CancellationToken token)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopySights, token);
        foreach (var (seen, content) in cameras)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(_home, NpgsqlDbType.Text, token);
            await copy.WriteAsync(seen.Camera.Id, NpgsqlDbType.Bigint, token);
            await copy.WriteAsync(seen.Estimated, NpgsqlDbType.Boolean, token);
            await (seen.Blind is { } blind ? copy.WriteAsync(blind, NpgsqlDbType.Text, token) : copy.WriteNullAsync(token));
            await copy.WriteAsync(Box(seen.Reach), NpgsqlDbType.Geometry, token);
            await copy.WriteAsync(content, NpgsqlDbType.Uuid, token);
        }
        await copy.CompleteAsync(token);
    }

    /// <summary>A camera that sees nothing has an empty reach: an array of shapes must not hold nulls.</summary>
    private Geometry Box(Envelope reach)
    {
        var box = reach.IsNull ? Polygon.Empty.Copy() : new GeometryFactory().ToGeometry(reach);
        box.SRID = realms[0].Srid;
        return box;
    }

    private static string Text(string statement) => Statement.Of(typeof(ViewStore), statement);
}
