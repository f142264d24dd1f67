using CoverageGis.Exchange;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using CoverageGis.Tests.Demo;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Tests.Exchange.Datums;

/// <summary>The cameras of the demo district, delivered in one datum and declared as another.</summary>
public sealed class DatumCheckTests(PostgisFixture postgis)
{
    [Fact]
    public async Task A_wrong_datum_is_told_with_numbers_and_a_right_one_is_not()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        Assert.Empty((await RunAsync(database, Drawn.District.Where(i => i is not CameraItem), dryRun: false)).Problems);
        Assert.Null(await WarningAsync(database, p => p, Datum.Wgs84));
        Assert.Null(await WarningAsync(database, ChineseDatum.Wgs84ToGcj02, Datum.Gcj02));
        Assert.Null(await WarningAsync(database, ChineseDatum.Wgs84ToBd09, Datum.Bd09));
        foreach (var (shift, declared, right) in ((Func<Coordinate, Coordinate>, Datum, string)[])
            [(ChineseDatum.Wgs84ToGcj02, Datum.Wgs84, "gcj02"), (ChineseDatum.Wgs84ToBd09, Datum.Wgs84, "bd09"), (p => p, Datum.Gcj02, "wgs84"), (ChineseDatum.Wgs84ToGcj02, Datum.Bd09, "gcj02")])
        {
            var warning = await WarningAsync(database, shift, declared);
            Assert.True(warning is not null, $"{right} declared as {declared.Name}");
            Assert.Matches($"^[0-9]+ cameras were held .* As declared \\({declared.Name}\\): [0-9]+ inside buildings, [0-9]+ farther .* Taken as {right}: [0-9]+ inside", warning);
        }
    }

    [Theory]
    [InlineData(19, 10, 0, false)]
    [InlineData(20, 10, 0, true)]
    [InlineData(100, 4, 0, false)]
    [InlineData(100, 30, 11, false)]
    [InlineData(100, 30, 10, true)]
    [InlineData(100, 70, 10, false)]
    public void Few_cameras_small_differences_and_indoor_cameras_are_no_ground_for_a_warning(int cameras, int insideNow, int insideThen, bool isBetter) =>
        Assert.Equal(isBetter, new DatumFit("gcj02", cameras, insideThen, 5, 5, true, true).IsMuchBetterThan(new DatumFit("wgs84", cameras, insideNow, 5, 5, true, true)));

    [Fact]
    public void What_is_worse_at_roads_or_sites_is_not_better()
    {
        var now = new DatumFit("wgs84", 100, 30, 20, 50, true, true);
        Assert.True((now with { Inside = 3 }).IsMuchBetterThan(now));
        Assert.False((now with { Inside = 3, OffRoad = 30 }).IsMuchBetterThan(now));
        Assert.False((now with { Inside = 3, AtSite = 40 }).IsMuchBetterThan(now));
    }

    private static async Task<string?> WarningAsync(NpgsqlDataSource database, Func<Coordinate, Coordinate> shift, Datum declared)
    {
        var cameras = Drawn.Of<CameraItem>().Select(c => c with { Position = At(shift(c.Position.Coordinate)), Datum = declared, Attributes = null });
        var report = await RunAsync(database, cameras, dryRun: true);
        return report.Problems.SingleOrDefault(p => p.Ref == "datum check")?.Reason;
    }

    private static Point At(Coordinate place) => new(place.X, place.Y) { SRID = 4326 };

    private static async Task<ImportReport> RunAsync(NpgsqlDataSource database, IEnumerable<SceneItem> items, bool dryRun)
    {
        var report = new ImportReport();
        await ImportRun.RunAsync(database, items, report, new ImportOptions("demo", dryRun ? "cameras" : "demo", "x", "demo", Partial: false, dryRun, "tester"), Token);
        return report;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
