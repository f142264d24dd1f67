using CoverageGis.Archive.Rules;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Archive.Checks;

/// <summary>Asks every rule of the records that are to be checked; what they say becomes drafts.</summary>
public static class Checks
{
    /// <summary>How far a record reaches that is compared with others, m: what stands farther away is no duplicate.</summary>
    public const double Neighbourhood = 2;

    public static async Task DraftAsync(NpgsqlConnection connection, string region, ArchiveRules rules, CancellationToken token)
    {
        await connection.RunAsync(Text("check-fields"), token, region, rules.Text);
        foreach (var statement in (string[])["check-places", "check-district", "check-duplicates", "check-directions"])
            await connection.RunAsync(Text(statement), token, region, rules.Parameters);
        await connection.RunAsync(Text("check-service"), token, region);
    }

    private static string Text(string statement) => Statement.Of(typeof(Checks), statement);
}
