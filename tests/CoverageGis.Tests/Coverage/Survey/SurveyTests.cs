using System.Net;
using System.Text.Json.Nodes;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Survey;

/// <summary>A yard of 20 m by 20 m; what cameras may see of it is drawn by hand as a band from x to x + width.</summary>
public sealed class SurveyTests(PostgisFixture postgis)
{
    private static string Camera(string code, string more) =>
        At(Point(10, -200), $$"""{"kind":"camera","code":"{{code}}","name":"Camera {{code}}","type":"bullet",{{more}}}""");

    [Fact]
    public async Task The_record_that_settles_most_comes_first_then_what_it_leaves()
    {
        await using var server = await DrawnServer.OfAsync(postgis,
            At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""),
            Camera("wide", "\"azimuth\":180,\"hfov\":60"), Camera("inner", "\"height\":[5,7]"), Camera("edge", "\"azimuth\":180,\"vfov\":180,\"hfov\":60,\"height\":6,\"pixels\":1920"),
            Camera("sure", "\"azimuth\":180"));
        await SeeAsync(server.Scene, "wide", "possible", 0, 12);
        await SeeAsync(server.Scene, "inner", "nominal", 2, 8);
        await SeeAsync(server.Scene, "edge", "possible", 10, 6);
        await SeeAsync(server.Scene, "sure", "certain", 14, 6);
        var survey = await server.GetAsync("sites/yard/survey");
        Assert.Equal(14 * 20, (double)survey["unproven_m2"]!, 4.0);
        Assert.Equal(
            """
            wide vfov,tilt,height,pixels 240 240 0.86
            edge occluder_height 80 40 1.00
            """,
            string.Join('\n', survey["visits"]!.AsArray().Select(v => FormattableString.Invariant(
                $"{v!["camera"]} {string.Join(',', v["fields"]!.AsArray())} {Tens(v["unproven_m2"]!)} {Tens(v["adds_m2"]!)} {(double)v["cumulative_share"]!:0.00}"))));
        await server.GetAsync("sites/none/survey", HttpStatusCode.NotFound);
    }

    /// <summary>The yard is drawn by longitude and latitude, half a degree off the plane's axes.</summary>
    private static double Tens(JsonNode area) => 10 * Math.Round((double)area / 10);

    private static Task<int> SeeAsync(DrawnScene scene, string camera, string certainty, int from, int width) => scene.RunAsync(FormattableString.Invariant($"""
        insert into view (region, camera_region, camera, code, purpose, certainty, light, working, capture, geom)
        select c.region, c.region, c.id, c.code, w.purpose, '{certainty}', 'any', true, false,
               ST_MakeEnvelope(ST_XMin(w.geom) + {from}, ST_YMin(w.geom) - 5, ST_XMin(w.geom) + {from + width}, ST_YMax(w.geom) + 5, ST_SRID(w.geom))
        from camera c, watched_area w where c.code = '{camera}'
        """));
}
