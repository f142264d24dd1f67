using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Probes;

/// <summary>A yard of 20 m by 20 m, with cameras around it that see its middle, or do not.</summary>
public sealed class ProbeRoutesTests(PostgisFixture postgis)
{
    private static readonly string[] Town =
    [
        At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""),
        At(Box(8, 22, 4, 1), """{"kind":"occluder","code":"shed","height":7}"""),
        At(Box(2, 14, 3, 3), """{"kind":"protected","code":"ward","name":"Ward","reason":"privacy"}"""),
        Camera("sees", 10, -10, "\"azimuth\":0,\"hfov\":90"),
        // Its field of view may be 40° to 90°: the middle of the yard is 30° off its axis, or 40° for the next one.
        Camera("guessed", 10, -12, "\"azimuth\":30"),
        Camera("perhaps", 10, -12, "\"azimuth\":40"),
        Camera("proven", 10, -11, "\"azimuth\":15"),
        Camera("turned", -10, 10, "\"azimuth\":0,\"hfov\":90"),
        Camera("behind-shed", 10, 30, "\"azimuth\":180,\"hfov\":90"),
        Camera("coarse", 40, 10, "\"azimuth\":270,\"hfov\":90", 3000),
        Camera("unknown", 30, 30, "\"hfov\":90"),
        Camera("repair", 10, -14, "\"azimuth\":0,\"hfov\":90,\"status\":\"repair\""),
        Camera("far-away", 2500, 0, "\"azimuth\":270,\"hfov\":90"),
    ];

    private static string Camera(string code, double x, double y, string more, int pixels = 20000) => At(Point(x, y),
        FormattableString.Invariant($$"""{"kind":"camera","code":"{{code}}","name":"{{code}}","type":"bullet","vfov":180,"tilt":10,"height":6,"pixels":{{pixels}},"range":90,{{more}}}"""));

    [Fact]
    public async Task A_point_tells_who_sees_it_and_what_every_other_camera_lacks()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        var probe = await server.GetAsync(Address(10, 10));
        Assert.Equal(
            """
            sees certain in_use
            proven certain in_use
            repair certain repair
            guessed nominal in_use
            perhaps possible in_use horizontal_field 40.0/32.5
            unknown possible in_use unknown_azimuth
            coarse  in_use density 49.0/62.5
            behind-shed  in_use blocked 3.6/7
            turned  in_use horizontal_field 90.0/45.0
            """,
            string.Join('\n', probe["cameras"]!.AsArray().Select(Line)));
        Assert.Equal(("observe-person", "watched", "yard"), ((string)probe["purpose"]!, (string)probe["ground"]!["state"]!, (string)probe["ground"]!["zones"]![0]!["zone"]!));
    }

    [Fact]
    public async Task What_is_in_the_way_and_what_was_guessed_is_named()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        var cameras = (await server.GetAsync(Address(10, 10)))["cameras"]!.AsArray();
        var shed = Assert.Single(Find(cameras, "behind-shed")["blocking"]!.AsArray())!;
        Assert.Equal(("shed", "building", 7), ((string)shed["code"]!, (string)shed["use"]!, (double)shed["height"]!));
        Assert.Equal(7, (double)shed["distance_m"]!, 1);
        Assert.Equal(180, (double)shed["bearing"]!, 1);
        Assert.Equal((true, "hfov"), ((bool)Find(cameras, "guessed")["estimated"]!, (string)Find(cameras, "guessed")["guessed"]![0]!));
        Assert.Empty(Find(cameras, "sees")["guessed"]!.AsArray());
        Assert.Equal(20, (double)Find(cameras, "sees")["distance_m"]!, 1);
    }

    [Theory]
    [InlineData(10, 10, "watched")]
    [InlineData(3, 15, "protected")]
    [InlineData(10, 22.5, "inside_occluder")]
    [InlineData(500, 500, "not_watched")]
    public async Task The_ground_there_has_a_state(double x, double y, string state)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        Assert.Equal(state, (string)(await server.GetAsync(Address(x, y)))["ground"]!["state"]!);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_question_is_said_at_once()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        Assert.Equal(["lat", "lon"], Faults(await server.GetAsync("probe", HttpStatusCode.BadRequest)));
        Assert.Equal(["lat", "lon", "zoom"], Faults(await server.GetAsync("probe?lon=x&lat=99&zoom=1", HttpStatusCode.BadRequest)));
        Assert.Equal(["purpose"], Faults(await server.GetAsync("probe?lon=1&lat=9&purpose=none", HttpStatusCode.BadRequest)));
    }

    private static string[] Faults(JsonNode problem) => [.. problem["errors"]!.AsObject().Select(e => e.Key).Order()];

    private static string Address(double x, double y)
    {
        var place = JsonNode.Parse(Place(x, y))!;
        return string.Create(CultureInfo.InvariantCulture, $"probe?lon={(double)place[0]!}&lat={(double)place[1]!}");
    }

    private static JsonNode Find(JsonArray cameras, string code) => cameras.Single(c => (string)c!["code"]! == code)!;

    private static string Line(JsonNode? camera) => string.Join(' ', camera!["misses"]!.AsArray().Select(m => m!["has"] is null ? (string)m["code"]! :
            FormattableString.Invariant($"{m["code"]} {(double)m["has"]!:0.0}/{(double)m["needs"]!:0.0}").Replace("/7.0", "/7", StringComparison.Ordinal))
        .Prepend($"{camera["code"]} {camera["certainty"]} {camera["status"]}"));
}
