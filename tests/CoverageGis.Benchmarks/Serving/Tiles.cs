using CoverageGis.Benchmarks.Cities;
using CoverageGis.Database;
using CoverageGis.Publishing.Tiles;
using Npgsql;

namespace CoverageGis.Benchmarks.Serving;

/// <summary>The tiles of the streets in the middle of a city, where cameras are dense.</summary>
internal static class Tiles
{
    /// <summary>A street or two on a screen.</summary>
    public const int Zoom = 17;

    /// <summary>Tiles on a side of the square that is asked for.</summary>
    private const int Side = 10;

    public static async Task<IReadOnlyList<TileAddress>> InTheMiddleAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        const string middle = """
            select ST_X(m.at), ST_Y(m.at) from (
              select ST_Transform(ST_SetSRID(ST_Centroid(ST_Extent(position)::geometry), max(ST_SRID(position))), 4326) as at
              from camera where region = $1) m
            """;
        await using var command = connection.With(middle, BenchCity.Region);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        var (column, line) = Cell(row.GetDouble(0), row.GetDouble(1));
        return [.. from x in Enumerable.Range(column - (Side / 2), Side)
                   from y in Enumerable.Range(line - (Side / 2), Side)
                   select new TileAddress(Zoom, x, y)];
    }

    private static (int, int) Cell(double longitude, double latitude)
    {
        var phi = latitude * Math.PI / 180;
        var scale = 1 << Zoom;
        return ((int)((longitude + 180) / 360 * scale),
            (int)((1 - (Math.Log(Math.Tan(phi) + (1 / Math.Cos(phi))) / Math.PI)) / 2 * scale));
    }
}
