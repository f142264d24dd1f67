using CoverageGis.Commands;
using CoverageGis.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange.Archive;

/// <summary>What is known of a source in a region before its file is read: its mapping, and where the region lies.</summary>
public static class ArchiveProfile
{
    /// <summary>The mapping that was saved for a source; null = none.</summary>
    public static async Task<ArchiveMapping?> FindAsync(NpgsqlDataSource database, string region, string source, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var json = await connection.ValueAsync<string?>(Statement.Of(typeof(ArchiveProfile), "find-profile"), token, region, source);
        return json is null ? null : ArchiveMapping.Parse(json, $"the profile of {source}") with { IsSaved = true };
    }

    /// <exception cref="BadInput">There is none: with those that there are.</exception>
    public static async Task<ArchiveMapping> RequireAsync(NpgsqlDataSource database, string region, string source, CancellationToken token)
    {
        if (await FindAsync(database, region, source, token) is { } mapping)
            return mapping;
        await using var connection = await database.OpenConnectionAsync(token);
        var known = await connection.ValueAsync<string?>(Statement.Of(typeof(ArchiveProfile), "profiles"), token, region);
        throw new BadInput($"Region {region} has no profile {source}; " + (known is null ? "none was saved yet: --map with --source saves one." : $"there are {known}."));
    }

    /// <summary>In the transaction of an import, once it is merged: saves the profile that it brought, and names what lies outside the region.</summary>
    public static async Task ConcludeAsync(NpgsqlConnection connection, string region, ImportReport report, ImportOptions options, CancellationToken token)
    {
        if (options.Profile is { } mapping)
            await connection.RunAsync(Statement.Of(typeof(ArchiveProfile), "save-profile"), token, region, options.Source, mapping.ToJson(), options.Operator);
        if (options.Marks)
            await NameOutsideAsync(connection, region, report, token);
    }

    /// <summary>Longitude and latitude of a region; null = unknown, or without a boundary.</summary>
    public static async Task<Envelope?> AroundAsync(NpgsqlDataSource database, string region, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return (await connection.ValueAsync<Geometry?>(Statement.Of(typeof(ArchiveProfile), "extent-of-region"), token, region))?.EnvelopeInternal;
    }

    /// <summary>What lies outside the region is taken all the same.</summary>
    private static async Task NameOutsideAsync(NpgsqlConnection connection, string region, ImportReport report, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(ArchiveProfile), "cameras-outside-region"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            report.Say(row.GetString(0), FormattableString.Invariant(
                $"lies at {row.GetDouble(1):0.######}, {row.GetDouble(2):0.######}, {row.GetDouble(3):0} m outside the boundary of {region}; are its coordinates, its datum and its region right? Taken as it is"));
    }
}
