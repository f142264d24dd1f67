using System.Globalization;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Coverage;

/// <summary>
/// A region "r" made of features that are drawn in metres east and north of 118.8° E, 32.06° N, imported and analysed by
/// the real program.
/// </summary>
internal sealed class DrawnScene : IAsyncDisposable
{
    private DrawnScene(string connection, NpgsqlDataSource source) => (Connection, Source) = (connection, source);

    public string Connection { get; }

    public NpgsqlDataSource Source { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DrawnScene> OfAsync(PostgisFixture postgis, params string[] features)
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        var scene = new DrawnScene(connection, OpenDatabase.Connect(connection));
        await scene.AddAsync(features);
        return scene;
    }

    /// <summary>Delivers further or changed features, and analyses.</summary>
    public async Task AddAsync(params string[] features)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""", Cancel);
        var import = await Cli.RunAsync(Connection, "import", file, "--region", "r", "--source", "test", "--partial");
        Assert.True(import.ExitCode == 0, import.Error);
        File.Delete(file);
        var analysis = await Cli.RunAsync(Connection, "analyze", "--region", "r");
        Assert.True(analysis.ExitCode == 0, analysis.Error);
    }

    public async Task<int> RunAsync(string sql)
    {
        await using var open = await Source.OpenConnectionAsync(Cancel);
        return await open.RunAsync(sql, Cancel);
    }

    public async Task<T?> ValueAsync<T>(string sql)
    {
        await using var open = await Source.OpenConnectionAsync(Cancel);
        return await open.ValueAsync<T>(sql, Cancel);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    public static string At(string geometry, string properties) =>
        $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    public static string Point(double x, double y) => $$"""{"type":"Point","coordinates":{{Place(x, y)}}}""";

    public static string Box(double x, double y, double width, double height) =>
        $$"""{"type":"Polygon","coordinates":[[{{Place(x, y)}},{{Place(x + width, y)}},{{Place(x + width, y + height)}},{{Place(x, y + height)}},{{Place(x, y)}}]]}""";

    public static string Place(double x, double y) => string.Create(CultureInfo.InvariantCulture,
        $"[{118.8 + (x / 94404.2):F9},{32.06 + (y / 110896.6):F9}]");
}
