using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>What lies nowhere near the rest of a delivery, and could not be brought into its plane.</summary>
public static class Strays
{
    /// <summary>A region is a district: what is 1 000 km away is an error of coordinates. Degrees of latitude.</summary>
    private const double FarAway = 9;

    /// <summary>Beyond this the plane is not the place's: a Gauss-Kruger plane reaches it 6 degrees beside its zone.</summary>
    private const double WorstScale = 0.01;

    /// <summary>Median longitude and latitude of what is staged; null when nothing with a place is.</summary>
    public static async Task<Coordinate?> MiddleAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Staging), "middle-of-delivery"));
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) && !await row.IsDBNullAsync(0, token)
            ? new Coordinate(row.GetDouble(0), row.GetDouble(1)) : null;
    }

    /// <exception cref="BadInput">The plane is of another part of the world, or the boundary is.</exception>
    public static async Task RequireFitAsync(
        NpgsqlConnection connection, Coordinate middle, RegionItem? given, int srid, ImportOptions options, CancellationToken token)
    {
        var scale = await ScaleAsync(connection, middle, srid, token);
        if (scale is null || Math.Abs(scale.Value - 1) > WorstScale)
            throw new BadInput(FormattableString.Invariant($"{options.File} lies around {middle.X:0.####}, {middle.Y:0.####}, which the plane EPSG:{srid} is not made for")
                + ". Is it the right region, the right srid, and longitude before latitude? Nothing was imported.");
        if (given?.Boundary is { } boundary && !Near(middle).Contains(boundary.EnvelopeInternal))
            throw new BadInput($"{options.File}, {given.Ref}: its boundary reaches too far from what the file holds. Nothing was imported.");
    }

    /// <summary>Leaves out and names what is too far from the middle.</summary>
    public static async Task SkipAsync(NpgsqlConnection connection, Coordinate middle, ImportReport report, CancellationToken token)
    {
        var near = Near(middle);
        await using var command = connection.With(Statement.Of(typeof(Staging), "drop-strays"), near.MinX, near.MinY, near.MaxX, near.MaxY);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            var kind = report.Kind(row.GetString(0));
            kind.Taken--;
            kind.Skipped++;
            report.Say(row.GetString(1), FormattableString.Invariant($"lies at {row.GetDouble(2):0.####}, {row.GetDouble(3):0.####}, ")
                + FormattableString.Invariant($"more than 1000 km from the rest around {middle.X:0.####}, {middle.Y:0.####}; are its coordinates right?"));
        }
    }

    private static Envelope Near(Coordinate middle)
    {
        var widest = Math.Min(180, FarAway / Math.Max(0.05, Math.Cos(middle.Y * Math.PI / 180)));
        return new Envelope(middle.X - widest, middle.X + widest, middle.Y - FarAway, middle.Y + FarAway);
    }

    /// <returns>null when the place cannot be projected at all.</returns>
    private static async Task<double?> ScaleAsync(NpgsqlConnection connection, Coordinate place, int srid, CancellationToken token)
    {
        try
        {
            return await connection.ValueAsync<double>(Statement.Of(typeof(Staging), "scale-of-plane"), token, place.X, place.Y, srid);
        }
        catch (PostgresException)
        {
            return null;
        }
    }
}
