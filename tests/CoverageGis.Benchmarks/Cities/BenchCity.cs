using CoverageGis.Database;
using CoverageGis.Demo;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using Npgsql;

namespace CoverageGis.Benchmarks.Cities;

/// <summary>
/// A city of a given size in a cluster of its own, with the settings that the program gives to a user's cluster;
/// both go when it is disposed of.
/// </summary>
public sealed class BenchCity : IAsyncDisposable
{
    public const string Region = "city";

    /// <summary>All zones ask for this one: both sides compute one view a camera.</summary>
    public const string Purpose = "observe-person";

    private const int Seed = 1;

    /// <summary>By night every camera sees as by day: one certain view says all of it.</summary>
    private static readonly Interval FarLight = Interval.Exactly(100);

    private readonly string _home;
    private readonly PrivateCluster _cluster;
    private readonly OpenDatabase _database;

    private BenchCity(string home, PrivateCluster cluster, OpenDatabase database) =>
        (_home, _cluster, _database) = (home, cluster, database);

    public NpgsqlDataSource Source => _database.Source;

    public string ConnectionString => _database.ConnectionString;

    public required ImportReport Report { get; init; }

    public static async Task<BenchCity> MakeAsync(int cameras, CancellationToken token)
    {
        var home = Path.Combine(Path.GetTempPath(), $"coverage-bench-{Environment.ProcessId}-{cameras}");
        var cluster = await PrivateCluster.StartAsync(home, null, token);
        try
        {
            var database = await OpenDatabase.OpenAsync(new DatabaseChoice(cluster.ConnectionString("coverage"), home), null, token);
            return new BenchCity(home, cluster, database) { Report = await FillAsync(database, cameras, token) };
        }
        catch
        {
            await cluster.DisposeAsync();
            Directory.Delete(home, recursive: true);
            throw;
        }
    }

    private static async Task<ImportReport> FillAsync(OpenDatabase database, int cameras, CancellationToken token)
    {
        var report = new ImportReport();
        var options = new ImportOptions(Region, "bench", "(made)", "demo", Partial: false, DryRun: false, "bench");
        await ImportRun.RunAsync(database.Source, Items(cameras), report, options, token);
        await using var connection = await database.Source.OpenConnectionAsync(token);
        await connection.RunAsync("vacuum analyze", token);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    public static IEnumerable<SceneItem> Items(int cameras) =>
        DemoCity.Items(CitySize.ForCameras(cameras), Seed)
            .Select(item => item is CameraItem camera ? camera with { NightRange = FarLight } : item)
            .Append(new PolicyItem("compound", Purpose, 0.7) { Ref = "policy compound" });
}
