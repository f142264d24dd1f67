using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
public static class Machine
{
    public static async Task<string> DescribeAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        var server = await connection.ValueAsync<string>(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', PostGIS ' || PostGIS_Lib_Version() || ', GEOS ' || PostGIS_GEOS_Version()", token);
        return $"{Value("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores, {Memory()} GB; {server}, .NET {Environment.Version}";
    }

    private static long Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;

    private static string Value(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "unknown processor";
}
