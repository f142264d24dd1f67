using CoverageGis.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>A region whose ground the cameras of another may see, and whose cameras may see its ground.</summary>
/// <param name="Boundary">In the plane of the other region.</param>
public sealed record Neighbour(string Region, int Srid, Geometry Boundary);

/// <summary>Regions with a boundary near that of a region that has one: a region without a boundary is closed.</summary>
public static class Neighbours
{
    public static async Task<List<Neighbour>> OfAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        var found = new List<Neighbour>();
        await using var command = connection.With(Statement.Of(typeof(Neighbours), "neighbours"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            found.Add(new Neighbour(row.GetString(0), row.GetInt32(1), row.GetFieldValue<Geometry>(2)));
        return found;
    }
}
