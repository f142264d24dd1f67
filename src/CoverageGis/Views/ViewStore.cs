using CoverageGis.Database;
using Npgsql;
using NpgsqlTypes;

namespace CoverageGis.Views;

/// <summary>Writes what cameras see, in bulk, in the caller's transaction.</summary>
public static class ViewStore
{
    private const string CopyViews =
        "copy view (region, camera_region, camera, code, purpose, certainty, light, building, working, capture, geom) from stdin (format binary)";

    private const string CopySight = "copy camera_sight (region, camera, estimated, blind) from stdin (format binary)";

    public static async Task ReplaceAsync(
        NpgsqlConnection connection, string region, IReadOnlyList<Sight> sights, CancellationToken token)
    {
        var cameras = sights.Select(s => s.Camera.Id).ToArray();
        await connection.RunAsync(Statement.Of(typeof(ViewStore), "clear-views-of-cameras"), token, region, cameras);
        await connection.RunAsync(Statement.Of(typeof(ViewStore), "clear-sight-of-cameras"), token, region, cameras);
        await WriteSightAsync(connection, region, sights, token);
        await WriteViewsAsync(connection, region, sights, token);
    }

    private static async Task WriteSightAsync(
        NpgsqlConnection connection, string region, IReadOnlyList<Sight> sights, CancellationToken token)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopySight, token);
        foreach (var sight in sights)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(region, NpgsqlDbType.Text, token);
            await copy.WriteAsync(sight.Camera.Id, NpgsqlDbType.Bigint, token);
            await copy.WriteAsync(sight.Estimated, NpgsqlDbType.Boolean, token);
            await copy.WriteAsync(sight.Blind, NpgsqlDbType.Text, token);
        }
        await copy.CompleteAsync(token);
    }

    private static async Task WriteViewsAsync(
        NpgsqlConnection connection, string region, IReadOnlyList<Sight> sights, CancellationToken token)
    {
        var srid = await connection.ValueAsync<int>(Statement.Of(typeof(ViewStore), "plane-of-region"), token, region);
        await using var copy = await connection.BeginBinaryImportAsync(CopyViews, token);
        foreach (var (sight, view) in sights.SelectMany(s => s.Views, (s, v) => (s, v)))
        {
            view.Ground.SRID = srid;
            await copy.StartRowAsync(token);
            await copy.WriteAsync(region, NpgsqlDbType.Text, token);
            await copy.WriteAsync(region, NpgsqlDbType.Text, token);
            await copy.WriteAsync(sight.Camera.Id, NpgsqlDbType.Bigint, token);
            await copy.WriteAsync(sight.Camera.Code, NpgsqlDbType.Text, token);
            await copy.WriteAsync(view.Purpose, NpgsqlDbType.Text, token);
            await copy.WriteAsync(view.Certainty, NpgsqlDbType.Text, token);
            await copy.WriteAsync(view.Light, NpgsqlDbType.Text, token);
            await (sight.Building is { } building
                ? copy.WriteAsync(building, NpgsqlDbType.Bigint, token) : copy.WriteNullAsync(token));
            await copy.WriteAsync(sight.Camera.Working, NpgsqlDbType.Boolean, token);
            await copy.WriteAsync(sight.Camera.Capture, NpgsqlDbType.Boolean, token);
            await copy.WriteAsync(view.Ground, NpgsqlDbType.Geometry, token);
        }
        await copy.CompleteAsync(token);
    }
}
