using CoverageGis.Database;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage.Changes;

/// <summary>How much of a region is out of date.</summary>
public readonly record struct OpenCounts(long Cameras, long Sites, long Zones);

/// <summary>Turns what has changed in a region into what is therefore out of date. Only under the region's analysis lock.</summary>
public static class OpenWork
{
    /// <summary>
    /// The cause of a gap is looked for among cameras and occluders no farther than this from it, m: farther off, no
    /// ordinary lens shows a person.
    /// </summary>
    public const double CauseHorizon = 400;

    /// <summary>What is there to do, before anything is taken away.</summary>
    /// <param name="AllOpen">So much has changed that everything is to be worked out anew.</param>
    /// <param name="Any">Anything has changed, or was left over.</param>
    public readonly record struct Pending(bool Any, bool AllOpen);

    public static async Task<Pending> PendingAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        await connection.RunAsync(Text("end-exemptions"), token, region);
        await using var command = connection.With(Text("pending-changes"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new Pending(row.GetInt64(0) > 0 || row.GetBoolean(2), row.GetBoolean(1));
    }

    /// <summary>Takes the changes and marks what depends on them; or everything.</summary>
    /// <param name="neighbours">To be told of what their cameras may see.</param>
    public static async Task<OpenCounts> MarkAsync(
        NpgsqlConnection connection, string region, bool everything, IReadOnlyList<Neighbour> neighbours, CancellationToken token)
    {
        var (regions, planes) = (neighbours.Select(n => n.Region).ToArray(), neighbours.Select(n => n.Srid).ToArray());
        if (everything)
            await connection.RunAsync(Text("open-all"), token, region, regions, planes);
        else
            await connection.RunAsync(Text("absorb-changes"), token, region, CauseHorizon, regions, planes);
        return await CountAsync(connection, region, token);
    }

    public static async Task<OpenCounts> CountAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        await using var command = connection.With(Text("count-open"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new OpenCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    private static string Text(string statement) => Statement.Of(typeof(OpenWork), statement);
}
