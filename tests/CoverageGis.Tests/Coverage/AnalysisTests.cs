using System.Text.Json;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Coverage;

/// <summary>
/// A square yard, 20 m wide, that a sector camera in its south-west corner sees for as far as its range goes; scenes are
/// drawn in metres east and north of 118.8° E, 32.06° N.
/// </summary>
public sealed class AnalysisTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const string Yard = """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}""";

    private const string Eye = """
        {"kind":"camera","code":"eye","type":"bullet","azimuth":45,"hfov":120,"vfov":180,"tilt":10,"height":6,"pixels":100000,"range":100}
        """;

    [Fact]
    public async Task A_yard_that_is_wholly_seen_complies_and_has_no_gap()
    {
        var zone = await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye));
        Assert.Equal((true, 0, 1), (zone.Compliant, zone.Gaps, zone.Cameras));
        Assert.Equal(1, zone.Ratio!.Value, 6);
    }

    [Fact]
    public async Task A_camera_whose_record_is_silent_proves_what_every_lens_that_it_may_have_shows()
    {
        var zone = await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye.Replace("\"hfov\":120,", "", StringComparison.Ordinal)));
        var narrowest = await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye.Replace("120", "40", StringComparison.Ordinal)));
        var widest = await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye.Replace("120", "90", StringComparison.Ordinal)));
        Assert.False(zone.Compliant);
        Assert.Equal(narrowest.Ratio!.Value, zone.Ratio!.Value, 0.01);
        Assert.Equal(widest.Ratio!.Value, zone.Possible!.Value, 0.01);
    }

    [Fact]
    public async Task A_camera_that_may_point_anywhere_proves_nothing()
    {
        var zone = await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye.Replace("\"azimuth\":45,", "", StringComparison.Ordinal)));
        Assert.Equal(0, zone.Ratio!.Value);
        Assert.Equal(1, zone.Possible!.Value, 0.001);
    }

    [Theory]
    [InlineData("\"status\":\"repair\"")]
    [InlineData("\"status\":\"removed\"")]
    [InlineData("\"type\":\"checkpoint\"")]
    [InlineData("\"function\":\"3\"")]
    public async Task A_camera_that_does_not_work_or_only_captures_does_not_count(string property)
    {
        var eye = Eye.Replace("\"type\":\"bullet\"", property.StartsWith("\"type", StringComparison.Ordinal) ? property : "\"type\":\"bullet\"," + property, StringComparison.Ordinal);
        Assert.Equal(0, (await ZoneAsync(At(Square(0, 0, 20), Yard), At(Point(-1, -1), eye))).Ratio);
    }

    [Fact]
    public async Task A_built_over_site_is_watched_on_a_ring_and_a_site_out_of_scope_not_at_all()
    {
        var house = At(Square(0, 0, 20), """{"kind":"occluder","height":10}""");
        Assert.Equal((20 * 15 * 4) + (Math.PI * 15 * 15), (await ZoneAsync(At(Square(0, 0, 20), Yard), house)).Area, 2.0);
        var aside = await ZoneAsync(At(Square(0, 0, 20), Yard.Replace("\"code\"", "\"in_scope\":false,\"code\"", StringComparison.Ordinal)));
        Assert.Equal((0.0, null, null), (aside.Area, aside.Ratio, aside.Compliant));
    }

    [Fact]
    public async Task Protected_and_exempt_ground_is_not_watched_until_the_exemption_ends()
    {
        var zone = await ZoneAsync(At(Square(0, 0, 20), Yard),
            At(Square(0, 0, 5), """{"kind":"protected","name":"ward","reason":"privacy"}"""),
            At(Square(10, 10, 5), """{"kind":"exempt","reason":"works","until":"2999-01-01"}"""),
            At(Square(5, 10, 5), """{"kind":"exempt","reason":"works","until":"2001-01-01"}"""));
        Assert.Equal(350, zone.Area, 0.5);
    }

    [Fact]
    public async Task An_unchanged_region_keeps_its_results_and_their_history_begins_with_a_change()
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        await LoadAsync(connection, At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye));
        var first = await RowsAsync(connection);
        await AnalyzeAsync(connection, "--full");
        Assert.Equal(first, await RowsAsync(connection));
        await LoadAsync(connection, At(Square(0, 0, 20), Yard), At(Point(-1, -1), Eye.Replace("\"range\":100", "\"range\":10", StringComparison.Ordinal)));
        var (coverage, live, gaps) = await RowsAsync(connection);
        Assert.Equal((2L, 1L, 1L), (coverage, live, gaps));
    }

    private sealed record Zone(double Area, double? Ratio, double? Possible, bool? Compliant, int Gaps, int Cameras);

    private async Task<Zone> ZoneAsync(params string[] features)
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        await LoadAsync(connection, features);
        var export = await Cli.RunAsync(connection, "export", "zones", "--format", "geojson");
        using var zones = JsonDocument.Parse(export.Out);
        var p = zones.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .Single(z => z.GetProperty("kind").GetString() == "zone");
        return new Zone(p.GetProperty("area_m2").GetDouble(), Number(p, "ratio"), Number(p, "ratio_possible"),
            p.GetProperty("compliant").ValueKind == JsonValueKind.Null ? null : p.GetProperty("compliant").GetBoolean(),
            p.GetProperty("gaps").GetInt32(), p.GetProperty("cameras").GetInt32());
    }

    private static double? Number(JsonElement properties, string name) =>
        properties.GetProperty(name).ValueKind == JsonValueKind.Null ? null : properties.GetProperty(name).GetDouble();

    private static async Task LoadAsync(string connection, params string[] features)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""", Cancel);
        var import = await Cli.RunAsync(connection, "import", file, "--region", "r", "--source", "test");
        Assert.True(import.ExitCode == 0, import.Error);
        File.Delete(file);
        await AnalyzeAsync(connection);
    }

    private static async Task AnalyzeAsync(string connection, params string[] more)
    {
        var analysis = await Cli.RunAsync(connection, ["analyze", "--region", "r", .. more]);
        Assert.True(analysis.ExitCode == 0, analysis.Error);
    }

    private static async Task<(long Coverage, long Live, long Gaps)> RowsAsync(string connection)
    {
        await using var source = OpenDatabase.Connect(connection);
        await using var open = await source.OpenConnectionAsync(Cancel);
        return (await open.ValueAsync<long>("select count(*) from coverage", Cancel),
            await open.ValueAsync<long>("select count(*) from coverage where valid_to = 'infinity'", Cancel),
            await open.ValueAsync<long>("select count(*) from gap where valid_to = 'infinity'", Cancel));
    }

    private static string At(string geometry, string properties) =>
        $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    private static string Point(double x, double y) => $$"""{"type":"Point","coordinates":{{Place(x, y)}}}""";

    private static string Square(double x, double y, double side) =>
        $$"""{"type":"Polygon","coordinates":[[{{Place(x, y)}},{{Place(x + side, y)}},{{Place(x + side, y + side)}},{{Place(x, y + side)}},{{Place(x, y)}}]]}""";

    private static string Place(double x, double y) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"[{118.8 + (x / 94404.2):F9},{32.06 + (y / 110896.6):F9}]");
}
