using System.Text.Json.Nodes;
using CoverageGis.Coverage.Overreach;
using CoverageGis.Database;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Overreach;

/// <summary>A ward of 10 m by 10 m; the cameras look away from it, and views for the purpose are drawn by hand, in metres from its south-west corner.</summary>
public sealed class OverreachTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Town =
    [
        At(Box(0, 0, 10, 10), """{"kind":"protected","code":"ward","name":"Ward","reason":"privacy"}"""),
        At(Box(20, 0, 10, 10), """{"kind":"exempt","code":"works","reason":"works"}"""),
        At(Point(-5, 5), """{"kind":"camera","code":"c1","name":"Gate","type":"bullet","azimuth":270}"""),
        At(Point(-5, 9), """{"kind":"camera","code":"c2","name":"Yard","type":"bullet","azimuth":270}"""),
    ];

    [Fact]
    public async Task What_views_reach_is_told_certain_and_possible_apart()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Town);
        await SeeAsync(scene, "c1", "certain", 0, 4);
        await SeeAsync(scene, "c1", "possible", 0, 6);
        await SeeAsync(scene, "c2", "nominal", 8, 10);
        Assert.Equal(3, await RefreshAsync(scene, "c1", "c2"));
        Assert.Equal("c1 ward certain 40, c1 ward possible 20, c2 ward possible 20", await LiveAsync(scene));
    }

    [Fact]
    public async Task What_stays_is_not_touched_and_what_changes_begins_anew()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Town);
        await SeeAsync(scene, "c1", "certain", 0, 4);
        await SeeAsync(scene, "c2", "certain", 8, 10);
        Assert.Equal(2, await RefreshAsync(scene, "c1", "c2"));
        Assert.Equal(0, await RefreshAsync(scene, "c1", "c2"));
        await scene.RunAsync("delete from view where code = 'c1'");
        await SeeAsync(scene, "c1", "certain", 0, 5);
        Assert.Equal(0, await RefreshAsync(scene, "c2"));
        Assert.Equal(2, await RefreshAsync(scene, "c1"));
        await scene.RunAsync("update view set working = false where code = 'c2'");
        Assert.Equal(1, await RefreshAsync(scene, "c1", "c2"));
        Assert.Equal("c1 ward certain 50", await LiveAsync(scene));
        Assert.Equal(2L, await scene.ValueAsync<long>("select count(*) from overreach where valid_to < 'infinity'"));
    }

    [Fact]
    public async Task The_list_the_summary_and_the_export_tell_the_same()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Town);
        await SeeAsync(server.Scene, "c1", "certain", 0, 4);
        await SeeAsync(server.Scene, "c2", "possible", 8, 10);
        await RefreshAsync(server.Scene, "c1", "c2");
        var first = await server.GetAsync("overreach?limit=1");
        var second = await server.GetAsync($"overreach?limit=1&after={first["next"]}");
        Assert.Equal(("c1", "c2", 2), (Code(first), Code(second), (int)first["total"]!));
        Assert.Null(second["next"]);
        var part = first["cameras"]![0]!["parts"]![0]!;
        Assert.Equal(("Ward", "certain", "Polygon"), ((string)part["name"]!, (string)part["certainty"]!, (string)part["geometry"]!["type"]!));
        Assert.Equal(40, (double)part["area_m2"]!, 0.2);
        Assert.Equal("c2", Code(await server.GetAsync("overreach?certainty=possible")));
        Assert.Equal((2, 1), ((int)(await server.GetAsync("summary"))["overreach"]!["cameras"]!, (int)(await server.GetAsync("summary"))["overreach"]!["certain_cameras"]!));
        Assert.Equal(2, (await server.GetAsync("export/overreach.geojson"))["features"]!.AsArray().Count);
    }

    [Fact]
    public async Task Every_region_knows_the_purpose_once()
    {
        await using var scene = await DrawnScene.OfAsync(postgis, Town);
        const string Purposes = "select string_agg(concat_ws(' ', min_ppm, z_min, z_max, source), ',') from purpose where name = 'protect-privacy'";
        Assert.Equal("62.5 1.5 1.5 default", await scene.ValueAsync<string>(Purposes));
        var content = await scene.ValueAsync<Guid>("select content from purpose where name = 'protect-privacy'");
        await scene.RunAsync("delete from purpose where name = 'protect-privacy'");
        var migration = typeof(Migrations).Assembly.GetManifestResourceStream("CoverageGis.Database.Migrations.0007_protected_areas.sql")!;
        using var text = new StreamReader(migration);
        var sql = await text.ReadToEndAsync(Cancel);
        await scene.RunAsync(sql);
        await scene.RunAsync(sql);
        Assert.Equal("62.5 1.5 1.5 default", await scene.ValueAsync<string>(Purposes));
        Assert.Equal(content, await scene.ValueAsync<Guid>("select content from purpose where name = 'protect-privacy'"));
    }

    private static string Code(JsonNode page) => (string)page["cameras"]![0]!["camera"]!;

    /// <summary>A view that covers the ward from one height (m north of its south side) to another, and ground beside it.</summary>
    private static Task<int> SeeAsync(DrawnScene scene, string camera, string certainty, int from, int to) => scene.RunAsync(FormattableString.Invariant($"""
        insert into view (region, camera_region, camera, code, purpose, certainty, light, working, capture, geom)
        select c.region, c.region, c.id, c.code, 'protect-privacy', '{certainty}', 'any', true, false, ST_MakeEnvelope(
          ST_XMin(e.geom) - 5, ST_YMin(e.geom) + (ST_YMax(e.geom) - ST_YMin(e.geom)) * {from} / 10,
          ST_XMax(e.geom) + 5, ST_YMin(e.geom) + (ST_YMax(e.geom) - ST_YMin(e.geom)) * {to} / 10, ST_SRID(e.geom))
        from camera c, excluded_area e where c.code = '{camera}' and e.code = 'ward'
        """));

    private static async Task<int> RefreshAsync(DrawnScene scene, params string[] cameras)
    {
        await using var connection = await scene.Source.OpenConnectionAsync(Cancel);
        var now = await connection.ValueAsync<DateTime>("select clock_timestamp()", Cancel);
        return await OverreachRefresh.RunAsync(connection, "r", cameras, now, Cancel);
    }

    private static Task<string?> LiveAsync(DrawnScene scene) => scene.ValueAsync<string>(
        "select string_agg(concat_ws(' ', camera, area, certainty, round(area_m2)), ', ' order by camera, certainty) from overreach where valid_to = 'infinity'");
}
