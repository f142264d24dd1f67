using System.Globalization;
using System.Text.RegularExpressions;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Database;
using CoverageGis.Publishing.Tiles;
using Npgsql;

namespace CoverageGis.Benchmarks.Serving;

/// <summary>Runs the bare statement of the layer of views under pgbench: what the database alone can do.</summary>
internal static partial class PgBench
{
    /// <returns>Tiles a second.</returns>
    /// <exception cref="InvalidOperationException">pgbench failed.</exception>
    public static double Rate(string connection, int srid, IReadOnlyList<TileAddress> tiles, double pixel, int passes, int clients)
    {
        var script = Path.Combine(Path.GetTempPath(), $"coverage-bench-{Environment.ProcessId}.sql");
        File.WriteAllLines(script, tiles.Select(tile => Bare(tile, srid, pixel)));
        try
        {
            var to = new NpgsqlConnectionStringBuilder(connection);
            var ran = ChildProcess.Run(PostgresBinaries.Find(null).Tool("pgbench"),
            [
                "-n", "-f", script, "-t", Text(passes), "-c", Text(clients), "-j", Text(clients),
                "-h", to.Host!, "-p", Text(to.Port), "-U", to.Username!, to.Database!,
            ]);
            var rate = Rates().Match(ran.Output);
            return rate.Success ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture) * tiles.Count
                : throw new InvalidOperationException($"pgbench failed: {ran.Error}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Bare(TileAddress tile, int srid, double pixel)
    {
        var lines = Statement.Of(typeof(TileLayer), "tile-views").Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        object[] values = [$"'{BenchCity.Region}'", tile.Zoom, tile.Column, tile.Row, srid, pixel, "null", $"'{BenchCity.Purpose}'"];
        var statement = string.Join(' ', lines);
        for (var i = values.Length; i >= 1; i--)
            statement = statement.Replace($"${i}", Convert.ToString(values[i - 1], CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return statement.TrimEnd().TrimEnd(';') + ";";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([\d.]+) \(without")]
    private static partial Regex Rates();
}
