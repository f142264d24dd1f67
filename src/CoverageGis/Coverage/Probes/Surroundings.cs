using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Probes;

/// <summary>Reads what stands around some ground and what could look at it.</summary>
internal static class Surroundings
{
    /// <param name="ground">Box in the plane.</param>
    /// <param name="density">The least that is asked for there, px/m.</param>
    /// <param name="farthest">Of a camera that is thought of, m.</param>
    /// <returns>Nearest first.</returns>
    public static Task<List<NearCamera>> CamerasAsync(
        NpgsqlConnection connection, string region, Envelope ground, double density, double farthest, int most, CancellationToken token) =>
        ReadAsync(connection, "cameras-near", NearCamera.From, token, region, ground.MinX, ground.MinY, ground.MaxX, ground.MaxY,
            density / Lookout.Relaxed, farthest, most);

    /// <summary>Whatever could stand between the cameras and the ground.</summary>
    public static Task<List<KnownOccluder>> OccludersAsync(
        NpgsqlConnection connection, string region, Envelope ground, IEnumerable<NearCamera> cameras, CancellationToken token)
    {
        var box = new Envelope(ground);
        foreach (var camera in cameras)
            box.ExpandToInclude(camera.Record.X, camera.Record.Y);
        box.ExpandBy(Tolerances.HostDistance + 1);
        return ReadAsync(connection, "occluders-near", KnownOccluder.From, token, region, box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    /// <summary>The live purposes of a region, by name.</summary>
    public static async Task<Dictionary<string, Purpose>> PurposesAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        var purposes = await ReadAsync(connection, "purposes", row => new Purpose(row.GetString(0), row.GetDouble(1), row.GetDouble(2),
            row.GetDouble(3), row.IsDBNull(4) ? null : row.GetDouble(4)), token, region);
        return purposes.ToDictionary(p => p.Name);
    }

    public static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, string statement, Func<NpgsqlDataReader, T> read, CancellationToken token, params object?[] values)
    {
        var found = new List<T>();
        await using var command = connection.With(Statement.Of(typeof(Surroundings), statement), values);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            found.Add(read(row));
        return found;
    }
}
