using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>Finds the regions that the cameras of one region may see.</summary>
public static class Realms
{
    /// <returns>The region itself first, then its neighbours across an open border.</returns>
    public static async Task<IReadOnlyList<Realm>> OfAsync(
        NpgsqlConnection connection, string region, IReadOnlyList<Neighbour> neighbours, CancellationToken token)
    {
        var srid = await connection.ValueAsync<int>(Statement.Of(typeof(Realms), "plane-of-region"), token, region);
        var realms = new List<Realm> { await ReadAsync(connection, region, srid, null, token) };
        foreach (var (neighbour, plane, boundary) in neighbours)
            realms.Add(await ReadAsync(connection, neighbour, plane, boundary, token));
        return realms;
    }

    private static async Task<Realm> ReadAsync(
        NpgsqlConnection connection, string region, int srid, Geometry? boundary, CancellationToken token)
    {
        var (purposes, everywhere) = (new List<Purpose>(), new HashSet<string>());
        await using var command = connection.With(Statement.Of(typeof(Realms), "purposes"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            purposes.Add(new Purpose(row.GetString(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3),
                await row.IsDBNullAsync(4, token) ? null : row.GetDouble(4)));
            // Of a neighbour only what is watched there counts.
            if (boundary is null && row.GetBoolean(5))
                everywhere.Add(row.GetString(0));
        }
        return new Realm(region, srid, boundary, purposes, everywhere);
    }
}
