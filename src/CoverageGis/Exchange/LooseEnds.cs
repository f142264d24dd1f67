using System.Globalization;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>
/// Skips, and names, what refers to something that the region does not have once the kinds before it are merged; names
/// what is left without its purpose, and what looks like another district's.
/// </summary>
public static class LooseEnds
{
    private static readonly (string Kind, string Statement, string Reason)[] Checks =
    [
        ("policy", "policies-without-purpose", "purpose {0} is not known in this region; deliver it, or use one of the shipped ones"),
        ("zone", "zones-without-site", "site {0} is neither in the file nor in the region"),
        ("zone", "zones-without-purpose", "purpose {0} is not known in this region; deliver it, or use one of the shipped ones"),
    ];

    /// <summary>Called before a kind is merged.</summary>
    public static async Task SkipAsync(
        NpgsqlConnection connection, string kind, string region, ImportReport report, CancellationToken token)
    {
        foreach (var (_, statement, reason) in Checks.Where(c => c.Kind == kind))
        {
            await foreach (var (reference, named) in PairsAsync(connection, statement, region, token))
            {
                report.Say(reference, reason.Replace("{0}", named, StringComparison.Ordinal));
                report.Kind(kind).Taken--;
                report.Kind(kind).Skipped++;
            }
        }
    }

    /// <summary>Called when everything is merged.</summary>
    public static async Task NameAsync(NpgsqlConnection connection, string region, ImportReport report, CancellationToken token)
    {
        if (report.Kinds.TryGetValue("purpose", out var purposes) && purposes.Removed > 0)
        {
            await foreach (var (reference, purpose) in PairsAsync(connection, "demands-without-purpose", region, token))
                report.Say(reference, $"asks for purpose {purpose}, which this delivery removed: nothing is required there until it is back");
        }
        if (report.Kinds.ContainsKey("camera") && IsDistrict(region))
        {
            await foreach (var (reference, others) in PairsAsync(connection, "cameras-of-other-districts", region, token))
                report.Say(reference, $"device code of another district than {region}: {others}. Taken as they are");
        }
    }

    /// <summary>A code of GB/T 2260, with which the device codes of its cameras begin.</summary>
    private static bool IsDistrict(string region) => region.Length == 6 && region.All(char.IsAsciiDigit);

    private static async IAsyncEnumerable<(string, string)> PairsAsync(
        NpgsqlConnection connection, string statement, string region, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Staging), statement), region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            yield return (row.GetString(0), row.GetString(1));
    }
}
