using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>Skips, and names, what refers to something that neither the delivery nor the region has.</summary>
public static class LooseEnds
{
    private static readonly (string Kind, string Statement, string Reason)[] Checks =
    [
        ("policy", "policies-without-purpose", "purpose {0} is not known in this region; deliver it, or use one of the shipped ones"),
        ("zone", "zones-without-site", "site {0} is neither in the file nor in the region"),
        ("zone", "zones-without-purpose", "purpose {0} is not known in this region; deliver it, or use one of the shipped ones"),
    ];

    public static async Task SkipAsync(NpgsqlConnection connection, string region, ImportReport report, CancellationToken token)
    {
        foreach (var (kind, statement, reason) in Checks.Where(c => report.Kinds.ContainsKey(c.Kind)))
        {
            await using var command = connection.With(Statement.Of(typeof(Staging), statement), region);
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
            {
                report.Say(row.GetString(0), reason.Replace("{0}", row.GetString(1), StringComparison.Ordinal));
                report.Kind(kind).Taken--;
                report.Kind(kind).Skipped++;
            }
        }
    }
}
