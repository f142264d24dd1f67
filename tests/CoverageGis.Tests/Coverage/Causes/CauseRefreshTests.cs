using System.Text.Json.Nodes;
using CoverageGis.Coverage.Causes;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Causes;

/// <summary>
/// A yard of 20 m by 20 m with its south-west corner at the origin, of which all must be seen at 62.5 px/m; a camera at
/// its south side that looks north, a plain sector of 120°, 6 m high, far enough for the whole yard.
/// </summary>
public sealed class CauseRefreshTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string Yard = At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}""");

    private static string Eye(string more = "", string code = "eye", double x = 10, double y = -10, double azimuth = 0, int pixels = 20000, double tilt = 10, double vfov = 180) =>
        At(Point(x, y), FormattableString.Invariant($$"""
            {"kind":"camera","code":"{{code}}","type":"bullet","azimuth":{{azimuth}},"hfov":120,"vfov":{{vfov}},"tilt":{{tilt}},"height":6,"pixels":{{pixels}},"range":90{{more}}}
            """));

    private static string Wall(double height, string use = "building", double thick = 1, double y = 8) =>
        At(Box(-15, y, 50, thick), FormattableString.Invariant($$"""{"kind":"occluder","code":"w","use":"{{use}}","height":{{height}}}"""));

    public static TheoryData<string, string[], string, string> Cases() => new()
    {
        { "nothing near", [], "none 1", "install" },
        { "looks away", [Eye(azimuth: 180)], "none 1 eye", "re-aim" },
        { "in repair", [Eye(",\"status\":\"repair\"")], "broken 1 eye", "repair" },
        { "record silent about its lens", [Eye().Replace("\"hfov\":120,", "", StringComparison.Ordinal)], "unproven", "survey" },
        { "behind a house", [Eye(), Wall(9)], "blocked 1 eye w", "install" },
        { "behind a hedge", [Eye(), Wall(9, "hedge")], "blocked 1 eye w", "clear" },
        { "behind a low wall", [Eye(), Wall(5.8, "wall", 0.2, -8)], "blocked 1 eye w", "raise" },
        { "too coarse", [Eye(pixels: 2400)], "too_far 1 eye", "install" },
        { "far end out of range", [Eye().Replace(":90}", ":20}", StringComparison.Ordinal)], "too_far 1 eye", "install" },
        { "looks over it", [Eye(y: -8, tilt: 0, vfov: 30)], "too_steep 1 eye", "re-aim" },
        { "another site's checkpoint", [Eye().Replace("bullet", "checkpoint", StringComparison.Ordinal)], "none 1", "install" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_gap_says_why_it_is_one(string scene, string[] features, string first, string action)
    {
        Assert.NotEmpty(scene);
        await using var drawn = await DrawnScene.OfAsync(postgis, [Yard, .. features]);
        await ExplainAsync(drawn);
        var gap = await LargestAsync(drawn);
        Assert.True(Text(gap["causes"]![0]!).StartsWith(first, StringComparison.Ordinal), gap["causes"]!.ToJsonString());
        Assert.Equal((action, (string?)gap["causes"]![0]!["cause"]), ((string?)gap["action"], (string?)gap["cause"]));
        Assert.Equal(1, gap["causes"]!.AsArray().Sum(c => (double)c!["share"]!), 9);
    }

    [Fact]
    public async Task Ground_that_must_be_seen_by_two_asks_for_the_one_that_is_missing()
    {
        var zone = At(Box(0, 0, 20, 20), """{"kind":"zone","site":"yard","code":"z","purpose":"observe-person","min_cameras":2}""");
        await using var drawn = await DrawnScene.OfAsync(postgis, Yard, zone, Eye(), Eye(code: "other", y: 30, azimuth: 0));
        await ExplainAsync(drawn);
        Assert.Equal("none 1 other", Text((await LargestAsync(drawn))["causes"]![0]!));
    }

    [Fact]
    public async Task Where_a_camera_sees_by_day_and_not_by_night_it_is_dark()
    {
        await using var drawn = await DrawnScene.OfAsync(postgis, Yard, Eye());
        await drawn.RunAsync("""
            update watched_area set hours = 'always';
            update view set light = 'day';
            insert into gap (region, site, zone, geom, area_m2, width_m, certainty, valid_from)
            select region, site, zone, geom, area_m2, 20, 'certain', now() from watched_area
            """);
        await ExplainAsync(drawn);
        var gap = await LargestAsync(drawn);
        Assert.Equal(("dark 1 eye", "light"), (Text(gap["causes"]![0]!), (string?)gap["action"]));
        await drawn.RunAsync("update watched_area set lit = true; update gap set cause = null");
        await ExplainAsync(drawn);
        Assert.NotEqual("dark", (string?)(await LargestAsync(drawn))["cause"]);
    }

    [Fact]
    public async Task A_first_cause_is_set_in_place_and_another_one_begins_a_new_row_of_the_same_number()
    {
        await using var drawn = await DrawnScene.OfAsync(postgis, Yard);
        Assert.Equal("none 20", await drawn.ValueAsync<string>("select cause || ' ' || round(width_m) from gap"));
        Assert.Equal(0, await ExplainAsync(drawn));
        Assert.Equal(1L, await drawn.ValueAsync<long>("select count(*) from gap"));
        await drawn.RunAsync("update gap set cause = null, causes = null, action = null, width_m = null");
        Assert.Equal(1, await ExplainAsync(drawn));
        Assert.Equal(1L, await drawn.ValueAsync<long>("select count(*) from gap where cause = 'none' and width_m > 19"));
        await drawn.AddAsync(Eye(azimuth: 180));
        Assert.Equal(0, await ExplainAsync(drawn));
        Assert.Equal("none:false,none:true", await drawn.ValueAsync<string>(
            "select string_agg(cause || ':' || (valid_to = 'infinity')::text, ',' order by valid_from) from gap"));
        Assert.Equal(1L, await drawn.ValueAsync<long>("select count(distinct number) from gap"));
        Assert.Equal(0L, await drawn.ValueAsync<long>("select count(*) from stale_cause"));
    }

    private static async Task<int> ExplainAsync(DrawnScene drawn)
    {
        await drawn.RunAsync("insert into stale_cause (region, site, zone) select region, site, zone from watched_area");
        return await CauseRefresh.RunAsync(drawn.Source, "r", null, Cancel);
    }

    private static async Task<JsonNode> LargestAsync(DrawnScene drawn) => JsonNode.Parse((await drawn.ValueAsync<string>(
        "select json_build_object('cause', cause, 'causes', causes, 'action', action)::text from gap where valid_to = 'infinity' order by area_m2 desc limit 1"))!)!;

    private static string Text(JsonNode share) =>
        FormattableString.Invariant($"{share["cause"]} {(double)share["share"]!:0.##} {share["camera"]} {share["occluder"]}").TrimEnd();
}
