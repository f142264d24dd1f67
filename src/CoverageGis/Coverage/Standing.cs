using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Coverage;

/// <summary>How a region stands by its last analysis.</summary>
public static class Standing
{
    public static async Task<AnalysisSummary> SummaryAsync(
        NpgsqlConnection connection, string region, long elapsedMs, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Standing), "summary"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        return new AnalysisSummary(region,
            Cameras: row.GetInt32(0), Views: row.GetInt32(1), Sites: row.GetInt32(2), Zones: row.GetInt32(3),
            Compliant: row.GetInt32(4), AreaM2: row.GetDouble(5), UnseenM2: row.GetDouble(6),
            UnprovenM2: row.GetDouble(7), Gaps: row.GetInt32(8), elapsedMs);
    }

    public static async Task<List<CategoryStanding>> ByCategoryAsync(
        NpgsqlDataSource database, string region, CancellationToken token)
    {
        var standings = new List<CategoryStanding>();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = connection.With(Statement.Of(typeof(Standing), "by-category"), region);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            standings.Add(new CategoryStanding(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3),
                row.GetDouble(4), row.GetDouble(5), row.GetDouble(6), row.GetInt32(7)));
        return standings;
    }
}
