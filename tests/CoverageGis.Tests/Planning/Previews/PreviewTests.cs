using System.Diagnostics;
using System.Net;

using CoverageGis.Tests.Coverage;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Planning.Previews;

/// <summary>A yard of 20 m by 20 m with a camera at its south side that looks away from it.</summary>
public sealed class PreviewTests(PostgisFixture postgis)
{
    private const string Sector = "\"hfov\":120,\"vfov\":180,\"tilt\":10,\"height\":6,\"pixels\":20000,\"range\":90";

    private static readonly string[] Town =
    [
        At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""),
        At(Point(10, -10), $$"""{"kind":"camera","code":"eye","name":"Eye","type":"bullet","azimuth":180,{{Sector}}}"""),
    ];

    [Fact]
    public async Task A_camera_turned_round_sees_the_yard_and_nothing_is_stored()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        var before = await server.Scene.ValueAsync<string>("select md5(string_agg(v::text, '' order by v::text)) || (select count(*) from camera) from view v");
        var preview = await server.PostAsync("cameras/eye/preview", """{"azimuth":0,"ratios":true}""");
        var feature = Assert.Single(preview["features"]!.AsArray())!;
        // Nobody wrote down how far its light reaches.
        Assert.Equal(("observe-person", "certain", "dim"), ((string)feature["properties"]!["purpose"]!, (string)feature["properties"]!["certainty"]!, (string)feature["properties"]!["light"]!));
        Assert.Equal(90 * 90 * Math.PI / 3, (double)feature["properties"]!["area_m2"]!, 10.0);
        var zone = Assert.Single(preview["zones"]!.AsArray())!;
        Assert.Equal((0.0, 1.0), (Math.Round((double)zone["ratio_now"]!, 6), Math.Round((double)zone["ratio_after"]!, 6)));
        Assert.Equal(before, await server.Scene.ValueAsync<string>("select md5(string_agg(v::text, '' order by v::text)) || (select count(*) from camera) from view v"));
    }

    [Fact]
    public async Task The_unchanged_record_is_previewed_as_it_was_stored()
    {
        // Looking at the yard: what no zone in its reach asks for is not stored.
        await using var server = await DrawnServer.OfAsync(postgis, [Town[0], Town[1].Replace("\"azimuth\":180", "\"azimuth\":0", StringComparison.Ordinal)]);
        var preview = await server.PostAsync("cameras/eye/preview", """{"ratios":true}""");
        var stored = await server.Scene.ValueAsync<double>("select ST_Area(geom) from view where purpose = 'observe-person'");
        Assert.Equal(stored, (double)preview["features"]![0]!["properties"]!["area_m2"]!, 0.5);
        var zone = Assert.Single(preview["zones"]!.AsArray())!;
        Assert.Equal((double)zone["ratio_now"]!, (double)zone["ratio_after"]!, 6);
    }

    [Fact]
    public async Task A_zone_that_wants_two_cameras_counts_two()
    {
        await using var server = await DrawnServer.OfAsync(postgis, [.. Town,
            At(Box(0, 0, 20, 20), """{"kind":"zone","site":"yard","code":"z","purpose":"observe-person","min_cameras":2}"""),
            At(Point(10, 30), $$"""{"kind":"camera","code":"north","type":"bullet","azimuth":180,{{Sector}}}""")]);
        var zones = (await server.PostAsync("cameras/eye/preview", """{"azimuth":0,"ratios":true}"""))["zones"]!;
        Assert.Equal((0.0, 1.0), (Math.Round((double)zones[0]!["ratio_now"]!, 6), Math.Round((double)zones[0]!["ratio_after"]!, 6)));
        zones = (await server.PostAsync("cameras/north/preview", """{"azimuth":0,"ratios":true}"""))["zones"]!;
        Assert.Equal(0, (double)zones[0]!["ratio_after"]!, 6);
    }

    [Fact]
    public async Task A_new_camera_needs_a_place_and_what_it_leaves_open_is_estimated()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        var known = await server.PostAsync("preview", $$"""{"position":{{Place(10, -10)}},"azimuth":0,{{Sector}},"ratios":true}""");
        Assert.Equal((false, 1.0), ((bool)known["estimated"]!, Math.Round((double)known["zones"]![0]!["ratio_after"]!, 6)));
        var open = await server.PostAsync("preview", $$"""{"position":{{Place(10, -10)}},"azimuth":0,"type":"dome_ptz","ratios":true}""");
        Assert.True((bool)open["estimated"]!);
        Assert.DoesNotContain(open["features"]!.AsArray(), f => (string)f!["properties"]!["certainty"]! == "certain");
        Assert.Equal(0, (double)open["zones"]![0]!["ratio_after"]!);
    }

    [Theory]
    [InlineData("cameras/eye/preview", """{"azimuth":"north","height":-1,"colour":"red","purpose":"none"}""", "azimuth,colour,height,purpose")]
    [InlineData("preview", """{"position":[200,1],"hfov":0}""", "hfov,position")]
    [InlineData("preview", """{"position":[1,100]}""", "position")]
    [InlineData("preview", "{}", "position")]
    public async Task All_faults_are_told_at_once(string path, string body, string faults)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        var problem = await server.PostAsync(path, body, HttpStatusCode.BadRequest);
        Assert.Equal(faults, string.Join(',', problem["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_is_no_object_or_no_camera_is_refused()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        foreach (var body in new[] { "[]", "{", "", """{"azimuth":1,"azimuth":2}""" })
            await server.PostAsync("preview", body, HttpStatusCode.BadRequest);
        await server.PostAsync("cameras/none/preview", "{}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_among_sixteen_buildings_comes_at_once()
    {
        var houses = Enumerable.Range(0, 16).Select(i => At(Box(-60 + i % 8 * 15, 25 + i / 8 * 15, 9, 9), $$"""{"kind":"occluder","code":"b{{i}}","height":12}"""));
        await using var server = await DrawnServer.OfAsync(postgis, [.. Town, .. houses]);
        for (var i = 0; i < 50; i++)
            await server.PostAsync("cameras/eye/preview", """{"azimuth":0}""");
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var clock = Stopwatch.StartNew();
            await server.PostAsync("cameras/eye/preview", $$"""{"azimuth":{{i}}}""");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        var sorted = times.Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"preview: median {sorted[50]:0.0} ms, p95 {sorted[95]:0.0} ms");
        // The goal is 15 ms at p95; a machine that others use as well is given more.
        Assert.True(sorted[50] < 50, $"median {sorted[50]} ms");
    }
}
