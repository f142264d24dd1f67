using CoverageGis.Database;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage.Watching;

/// <summary>Works out anew what of the zones of open sites can and must be seen, and opens what depends on it.</summary>
public static class WatchedAreas
{
    public static async Task RefreshAsync(
        Lanes lanes, string region, IReadOnlyList<Neighbour> neighbours, IProgress<double>? progress, CancellationToken token)
    {
        await lanes.StepAsync((c, stop) => c.RunAsync(Text("clear-draft"), stop, region), token);
        await lanes.SlicedAsync(Text("watched-areas"), region, progress, token, Tolerance.BuiltOver);
        await lanes.StepAsync((c, stop) => SettleAsync(c, region, neighbours, stop), token);
    }

    /// <summary>Opens every zone: all are to be compared anew.</summary>
    public static Task OpenZonesAsync(NpgsqlConnection connection, string region, CancellationToken token) =>
        connection.RunAsync(Text("open-zones"), token, region);

    private static async Task SettleAsync(
        NpgsqlConnection connection, string region, IReadOnlyList<Neighbour> neighbours, CancellationToken token)
    {
        var before = await connection.ValueAsync<bool>(Text("is-anything-watched"), token, region);
        await connection.RunAsync(Text("settle-watched-areas"), token, region,
            neighbours.Select(n => n.Region).ToArray(), neighbours.Select(n => n.Srid).ToArray());
        // Where nothing is watched at all, views are kept for what the policies would ask for.
        if (before != await connection.ValueAsync<bool>(Text("is-anything-watched"), token, region))
            await connection.RunAsync(Text("open-cameras"), token, region);
        await connection.RunAsync(Text("clear-draft"), token, region);
    }

    private static string Text(string statement) => Statement.Of(typeof(WatchedAreas), statement);
}
