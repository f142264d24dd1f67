using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Findings;

/// <summary>
/// A yard of 20 m by 20 m, all of which must be seen, and plain sectors 10 m south of it that look north: the one called
/// eye sees all of it, the one called half the ground east of its middle.
/// </summary>
public sealed class FindingTests(PostgisFixture postgis)
{
    private static readonly string Yard = At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}""");

    private static string Camera(string code, int azimuth, int hfov, string more) => At(Point(10, -10), FormattableString.Invariant($$"""
        {"kind":"camera","code":"{{code}}","name":"{{code}}","type":"bullet","azimuth":{{azimuth}},"hfov":{{hfov}},"vfov":180,"tilt":10,"height":6,"pixels":20000,"range":90{{more}}}
        """));

    private static string Eye(string more = "") => Camera("eye", 0, 120, more);

    private static string Half(string more = "") => Camera("half", 45, 90, more);

    private static string Exempt(string code, int x, int wide) =>
        At(Box(x, -1, wide, 22), $$"""{"kind":"exempt","code":"{{code}}","reason":"works"}""");

    private static string Zone(string more) =>
        At(Box(0, 0, 20, 20), $$"""{"kind":"zone","site":"yard","code":"z","purpose":"observe-person",{{more}}}""");

    [Fact]
    public async Task A_gap_shrinks_breaks_closes_and_opens_again_under_its_number()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Yard);
        Assert.Equal("1: 400", await GapsAsync(scene));
        await scene.AddAsync(Exempt("west", 0, 5));
        Assert.Equal("1: 300", await GapsAsync(scene));
        await scene.AddAsync(Exempt("middle", 12, 2));
        Assert.Equal("1: 140, 2: 120 from 1", await GapsAsync(scene));
        await scene.AddAsync(Eye());
        Assert.Null(await GapsAsync(scene));
        await scene.AddAsync(Eye(",\"status\":\"repair\""));
        Assert.Equal("1: 140, 2: 120", await GapsAsync(scene));
        Assert.Equal("400, 300, 140, 140", await scene.ValueAsync<string>(
            "select string_agg(round(area_m2)::text, ', ' order by valid_from) from gap where number = (select min(number) from gap) and area_m2 is not null and cause is not null"));
    }

    [Fact]
    public async Task Less_than_half_of_a_closed_gap_is_another_one()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Yard, Eye(",\"status\":\"repair\""));
        await scene.AddAsync(Eye());
        await scene.AddAsync(Exempt("most", 0, 11), Eye(",\"status\":\"repair\""));
        Assert.Equal("2: 180", await GapsAsync(scene));
    }

    [Fact]
    public async Task What_two_must_see_is_a_gap_where_one_does()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Yard, Zone("\"min_cameras\":2"), Eye());
        Assert.Equal("0.00 0.00 false 1", await StandingAsync(scene));
        Assert.Equal("1: 400", await GapsAsync(scene));
        await scene.AddAsync(Half());
        Assert.Equal("0.50 0.50 false 1", await StandingAsync(scene));
        Assert.Equal("1: 200", await GapsAsync(scene));
        await scene.AddAsync(Camera("west", 315, 90, ""));
        Assert.Equal("1.00 1.00 true 0", await StandingAsync(scene));
        await scene.AddAsync(Half().Replace("\"hfov\":90,", "", StringComparison.Ordinal));
        // Known to be 40° to 90° wide, it may or may not see the ground beside its narrowest angle.
        var standing = (await StandingAsync(scene))!.Split(' ');
        Assert.InRange(double.Parse(standing[0], System.Globalization.CultureInfo.InvariantCulture), 0.5, 0.9);
        Assert.Equal(("1.00", "false"), (standing[1], standing[2]));
    }

    [Theory]
    [InlineData("day", false, "", "1.00 0.00 1.00 true 0")]
    [InlineData("always", false, "", "1.00 0.00 1.00 false 1")]
    [InlineData("always", true, "", "1.00 1.00 1.00 true 0")]
    [InlineData("always", false, ",\"night_range\":90", "1.00 1.00 1.00 true 0")]
    [InlineData("always", false, ",\"night_range\":9", "1.00 0.00 0.00 false 1")]
    [InlineData("always", false, ",\"night_range\":[9,90]", "1.00 0.00 1.00 false 1")]
    [InlineData("always", false, ",\"fill_light\":\"1\"", "1.00 0.00 0.00 false 1")]
    [InlineData("always", true, ",\"fill_light\":\"1\"", "1.00 1.00 1.00 true 0")]
    public async Task By_night_counts_what_a_light_is_known_to_reach(string hours, bool lit, string light, string standing)
    {
        var zone = Zone($"\"hours\":\"{hours}\",\"lit\":{(lit ? "true" : "false")}");
        await using var scene = await DrawnScene.OfAsync(postgis, Yard, zone, Eye(light));
        Assert.Equal(standing, await scene.ValueAsync<string>("""
            select concat_ws(' ', round(ratio::numeric, 2), round(coalesce(ratio_night, ratio)::numeric, 2), round(coalesce(ratio_night_possible, ratio_possible)::numeric, 2), compliant::text, gaps)
            from coverage where zone = 'z' and valid_to = 'infinity'
            """));
        Assert.Equal(standing.EndsWith("0.00 1.00 false 1", StringComparison.Ordinal) ? "unproven" : standing.EndsWith('1') ? "certain" : null,
            await scene.ValueAsync<string>("select min(certainty) from gap where valid_to = 'infinity' and zone = 'z'"));
    }

    [Theory]
    [InlineData("", "day false true")]
    [InlineData(",\"hours\":\"always\"", "always false false")]
    [InlineData(",\"hours\":\"always\",\"lit\":true", "always true true")]
    public async Task A_policy_says_whether_the_night_counts(string night, string standing)
    {
        var policy = At("null", $$"""{"kind":"policy","category":"fuel_station","purpose":"observe-person","required_ratio":0.5{{night}}}""");
        await using var scene = await DrawnScene.OfAsync(postgis, policy, Yard, Eye());
        Assert.Equal(standing, await scene.ValueAsync<string>("select concat_ws(' ', hours, lit::text, compliant::text) from coverage where valid_to = 'infinity'"));
    }

    /// <summary>Numbers counted from the first gap on.</summary>
    private static Task<string?> GapsAsync(DrawnScene scene) => scene.ValueAsync<string>("""
        select string_agg(concat(number - first + 1, ': ', round(area_m2), ' from ' || (origin - first + 1)), ', ' order by number)
        from gap, (select min(number) as first from gap) f where valid_to = 'infinity'
        """);

    private static Task<string?> StandingAsync(DrawnScene scene) => scene.ValueAsync<string>(
        "select concat_ws(' ', round(ratio::numeric, 2), round(ratio_possible::numeric, 2), compliant::text, gaps) from coverage where zone = 'z' and valid_to = 'infinity'");
}
