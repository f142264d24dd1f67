using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Coverage.Findings;

/// <summary>
/// Compares the open zones with the views: what is unseen, where the gaps are, whether it is enough; then publishes it.
/// </summary>
public static class ZoneComparison
{
    /// <summary>Works all out into the drafts, which no reader sees.</summary>
    public static async Task DraftAsync(
        Lanes lanes, string region, IProgress<(string Doing, double Share)>? progress, CancellationToken token)
    {
        await lanes.StepAsync((c, stop) => c.RunAsync(Text("clear-drafts"), stop, region), token);
        await lanes.SlicedAsync(Text("unseen-ground"), region, Step(progress, "unseen ground"), token);
        await lanes.SlicedAsync(Text("gaps"), region, Step(progress, "gaps"), token, Tolerance.HalfSliver);
        await lanes.StepAsync((c, stop) => c.RunAsync(Text("coverage-of-zones"), stop, region), token);
    }

    /// <summary>Puts the drafts in the place of what was known of the open zones, in the caller's transaction, and settles them.</summary>
    /// <param name="now">From when on it holds.</param>
    public static async Task PublishAsync(NpgsqlConnection connection, string region, DateTime now, CancellationToken token)
    {
        await connection.RunAsync(Text("keep-same-gaps"), token, region);
        await NameGapsAsync(connection, region, token);
        foreach (var step in (string[])["close-coverage", "open-coverage", "close-gaps", "open-gaps"])
            await connection.RunAsync(Text(step), token, region, now);
        await connection.RunAsync(Text("settle-zones"), token, region);
        await connection.RunAsync(Text("clear-drafts"), token, region);
    }

    private static async Task NameGapsAsync(NpgsqlConnection connection, string region, CancellationToken token)
    {
        var overlaps = new List<GapOverlap>();
        await using (var command = connection.With(Text("gap-overlaps"), region))
        {
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
                overlaps.Add(new GapOverlap(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetDouble(3), row.GetDouble(4)));
        }
        var names = GapIdentity.Match(overlaps);
        if (names.Count > 0)
            await connection.RunAsync(Text("assign-gap-numbers"), token, region, names.Select(n => n.Draft).ToArray(),
                names.Select(n => n.Number).ToArray(), names.Select(n => n.Origin).ToArray());
    }

    private static Told? Step(IProgress<(string, double)>? progress, string doing) => progress is null ? null : new Told(progress, doing);

    private sealed class Told(IProgress<(string, double)> progress, string doing) : IProgress<double>
    {
        public void Report(double value) => progress.Report((doing, value));
    }

    private static string Text(string statement) => Statement.Of(typeof(ZoneComparison), statement);
}
