using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Tests.Publishing.Tiles;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage;

/// <summary>A camera at the west side of a bus stop looks at it, and is then turned away.</summary>
public sealed class PastViewTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Stop(double side) => At(Box(10, -side / 2, side, side), """{"kind":"site","code":"B","category":"bus_stop"}""");

    private static string Camera(int azimuth) =>
        At(Point(0, 0), $$"""{"kind":"camera","code":"C","type":"bullet","azimuth":{{azimuth}},"hfov":60,"vfov":180,"tilt":5,"height":6,"pixels":2560}""");

    [Fact]
    public async Task What_was_seen_and_watched_is_shown_and_exported_as_it_was()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Stop(10), Camera(90));
        var then = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var before = await ViewsAsync(server, "");
        await server.Scene.AddAsync(Stop(20), Camera(80));
        Assert.Equal(before, await ViewsAsync(server, $"?at={then}"));
        Assert.NotEqual(before, await ViewsAsync(server, ""));
        Assert.Equal(100, await server.Scene.ValueAsync<double>($"select area_m2 from watched_area_at('r', '{then}')"), 0);
        Assert.Equal(400, await server.Scene.ValueAsync<double>("select area_m2 from watched_area_at('r', null)"), 0);
        Assert.Equal("[]", await ViewsAsync(server, "?at=2026-01-01T00:00:00Z"));
        Assert.Equal(["views"], await LayersAsync(server, $"purpose=observe-person&at={then}"));
        Assert.Empty(await LayersAsync(server, "purpose=observe-person&at=2026-01-01T00:00:00Z"));
    }

    private static async Task<string> ViewsAsync(DrawnServer server, string at) =>
        new JsonArray([.. (await server.GetAsync($"export/views.geojson{at}"))["features"]!.AsArray().Select(f => f!["geometry"]!.DeepClone())]).ToJsonString();

    private static async Task<IEnumerable<string>> LayersAsync(DrawnServer server, string query)
    {
        const int zoom = 15;
        var (x, y) = ((int)((118.8 + 180) / 360 * (1 << zoom)), (int)((1 - (Math.Asinh(Math.Tan(32.06 * Math.PI / 180)) / Math.PI)) / 2 * (1 << zoom)));
        using var answer = await server.Http.GetAsync(new Uri(server.Address, $"tiles/r/views/{zoom}/{x}/{y}.mvt?{query}"), Cancel);
        return VectorTileText.Read(await answer.Content.ReadAsByteArrayAsync(Cancel)).Keys;
    }
}
