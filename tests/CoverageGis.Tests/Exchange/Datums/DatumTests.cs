using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Datums;

public sealed class DatumTests(PostgisFixture postgis)
{
    [Theory]
    [InlineData("EPSG:4549", "[386678.49,3549135.64]", 1e-7)]
    [InlineData("epsg:4490", "[118.8,32.06]", 0)]
    [InlineData("gcj02", "[118.80516963690707,32.05793178886399]", 1e-9)]
    [InlineData("grid:onto=EPSG:4549,dx=380000,dy=3540000,rotation=90,scale=1", "[9135.64,-6678.49]", 1e-7)]
    public async Task A_camera_stands_at_its_place_and_keeps_what_was_delivered(string datum, string place, double tolerance)
    {
        var expected = datum == "gcj02" ? CoverageGis.Kernel.ChineseDatum.Gcj02ToWgs84(new Coordinate(118.80516963690707, 32.05793178886399)) : new Coordinate(118.8, 32.06);
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        using var file = new ScratchFile(Collection(Camera("A", Exact, place)));
        var result = await Cli.RunAsync(connection, "import", file.Path, "--region", "T1", "--datum", datum);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(expected.X, await database.ValueAsync<double>("select lon from camera"), tolerance);
        Assert.Equal(expected.Y, await database.ValueAsync<double>("select lat from camera"), tolerance);
        var original = JsonNode.Parse(await database.ValueAsync<string>("select attributes ->> 'original' from camera"))!;
        Assert.Equal(place, $"[{original["x"]!.ToJsonString()},{original["y"]!.ToJsonString()}]");
        Assert.Equal(Datum.Parse(datum).Name, original["datum"]!.GetValue<string>());
        Assert.NotEmpty(original["method"]!.GetValue<string>());
        Assert.Contains(" 1 ", (await Cli.RunAsync(connection, "import", file.Path, "--region", "T1", "--datum", datum)).Out, StringComparison.Ordinal);
        Assert.Equal(1L, await database.ValueAsync<long>("select count(*) from camera"));
    }

    [Fact]
    public async Task Proj_takes_sixty_points_of_six_planes_to_where_they_are()
    {
        var file = Repository.Real("coordinates", "cgcs2000_gauss_kruger.csv");
        Assert.SkipUnless(File.Exists(file), "The Gauss-Kruger points are not here.");
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var rows = File.ReadAllLines(file).Skip(1).Select(l => l.Split(',')).ToList();
        var items = rows.Select(r => (SceneItem)new CameraItem(r[2], "", new Point(Number(r[^1]), Number(r[^2])) { SRID = 4326 }) { Ref = r[2], Datum = Datum.Parse(r[0]) });
        var placed = await new DatumShift(database, new ImportReport(), "x").ApplyAsync(items, Token).ToListAsync(Token);
        Assert.Equal(rows.Count, placed.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var position = ((CameraItem)placed[i]).Position;
            // 1e-7 degrees are 1 cm.
            Assert.Equal(Number(rows[i][^4]), position.X, 1e-7);
            Assert.Equal(Number(rows[i][^3]), position.Y, 9e-8);
        }
    }

    [Fact]
    public async Task What_is_on_no_earth_is_named_and_the_rest_is_taken()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var report = new ImportReport();
        SceneItem[] items = [Place("A", 118.8, 32.06), Place("B", 118.8, 200), Place("C", 118.8, 32.07)];
        var placed = await new DatumShift(database, report, "x").ApplyAsync(items, Token).ToListAsync(Token);
        Assert.Equal(["A", "C"], placed.Cast<CameraItem>().Select(c => c.Code));
        Assert.Equal("B", Assert.Single(report.Problems).Ref);
        var unknown = await Assert.ThrowsAsync<BadInput>(async () => await new DatumShift(database, report, "x")
            .ApplyAsync([Place("A", 118.8, 32.06) with { Datum = Datum.Epsg(999_999) }], Token).ToListAsync(Token));
        Assert.Contains("EPSG:999999 is no coordinate system that PROJ knows", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grid:onto=EPSG:4549,dx=a,dz=3,scale=2", "dz is none of", "dx \"a\" is no number", "dy is missing", "scale 2 is no scale")]
    [InlineData("grid:onto=gcj02,dx=1,dy=2", "onto must be the plane")]
    [InlineData("grid:/no/such.json", "There is no file /no/such.json")]
    [InlineData("xian80", "is no datum")]
    public void A_datum_that_is_none_is_told_with_all_its_faults(string text, params string[] faults)
    {
        var failure = Assert.Throws<BadInput>(() => Datum.Parse(text));
        Assert.All(faults, f => Assert.Contains(f, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plane_is_not_degrees_and_degrees_are_not_a_plane()
    {
        using var file = new ScratchFile(Collection(Camera("A", Exact, "[386678.49,3549135.64]"), Camera("B", Exact, "[32.06,118.8]")));
        var report = new ImportReport();
        Assert.Empty(SceneReader.Read(file.Path, report, null, Token, Datum.Gcj02));
        Assert.Contains("not in degrees", report.Problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("swapped", report.Problems[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"position":[118.8,32.3]}""", false)]
    [InlineData("""{"height":5}""", true)]
    public void An_edit_of_the_position_drops_what_was_delivered_of_it(string patch, bool isKept)
    {
        var recorded = JsonNode.Parse("""{"kind":"camera","code":"A","original":{"x":1,"y":2,"datum":"gcj02","method":"m"}}""")!.AsObject();
        var edited = CoverageGis.Edits.EditBody.Patched(recorded, 118.8, 32.3, System.Text.Json.JsonDocument.Parse(patch).RootElement);
        Assert.Equal(isKept, edited["properties"]!.AsObject().ContainsKey("original"));
    }

    private static CameraItem Place(string code, double x, double y) =>
        new(code, "", new Point(x, y) { SRID = 4326 }) { Ref = code, Datum = Datum.Epsg(4610) };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
