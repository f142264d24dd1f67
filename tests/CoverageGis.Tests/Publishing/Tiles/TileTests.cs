using System.Net;
using System.Net.Http.Headers;
using CoverageGis.Tests.Web;

namespace CoverageGis.Tests.Publishing.Tiles;

[Collection<TownCollection>]
public sealed class TileTests(TownServer town)
{
    private const string Near = "15/27200/13270", Far = "11/1700/829";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<Dictionary<string, List<Dictionary<string, string>>>> LayersAsync(string path)
    {
        using var answer = await town.Http.GetAsync(path, Cancel);
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType?.MediaType);
        return VectorTileText.Read(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task The_base_map_shows_roads_waters_and_buildings()
    {
        var layers = await LayersAsync($"/tiles/town/base/{Near}.mvt");
        Assert.Contains(layers["backdrop"], f => f["kind"] == "road" && f["class"] == "primary" && f["name"] == "建设路");
        Assert.Contains(layers["backdrop"], f => f["kind"] == "water");
        Assert.Contains(layers["buildings"], f => f["use"] == "canopy");
        Assert.True(layers["buildings"].Count > 10);
    }

    [Fact]
    public async Task Only_large_roads_are_shown_from_afar()
    {
        var layers = await LayersAsync($"/tiles/town/base/{Far}.mvt");
        Assert.Equal(["primary", "secondary"], layers["backdrop"].Where(f => f["kind"] == "road").Select(f => f["class"]).Order());
        Assert.DoesNotContain("buildings", layers.Keys);
    }

    [Fact]
    public async Task A_site_carries_its_state_and_share()
    {
        var marks = (await LayersAsync($"/tiles/town/findings/{Near}.mvt"))["site_marks"];
        Assert.Contains(marks, f => f["code"] == "S1" && f["state"] == "compliant" && f["name"] == "建设路加油站");
        Assert.Contains(marks, f => f["code"] == "S3" && f["state"] == "unproven");
        Assert.Contains(marks, f => f["code"] == "S6" && f["state"] == "nothing_to_watch");
    }

    [Fact]
    public async Task A_gap_tells_whether_it_is_certain()
    {
        var gaps = (await LayersAsync($"/tiles/town/findings/{Near}.mvt"))["gaps"];
        Assert.Contains(gaps, f => f["site"] == "S3" && f["certainty"] == "unproven");
        Assert.Contains(gaps, f => f["site"] == "S4" && f["certainty"] == "certain");
    }

    [Fact]
    public async Task A_camera_points_and_tells_when_it_is_out_of_order()
    {
        var cameras = (await LayersAsync($"/tiles/town/findings/{Near}.mvt"))["cameras"];
        Assert.Contains(cameras, f => f["code"] == "32011600001320000007" && f["azimuth"] == "80,10");
        Assert.Contains(cameras, f => f["code"] == "32011600001320000004" && f["status"] == "repair");
        Assert.Contains(cameras, f => f["code"] == "32011600001320000008" && f["blind"] == "inside_building");
    }

    [Fact]
    public async Task From_afar_cameras_and_sites_are_counted_and_none_is_lost()
    {
        var layers = await LayersAsync($"/tiles/town/findings/{Far}.mvt");
        Assert.Equal(9, layers["camera_groups"].Sum(f => int.Parse(f["cameras"], null)));
        Assert.Equal(7, layers["site_marks"].Sum(f => int.Parse(f["sites"], null)));
        Assert.Equal(1, layers["camera_groups"].Sum(f => int.Parse(f["out_of_order"], null)));
    }

    [Fact]
    public async Task Neighbouring_tiles_agree_on_what_they_count()
    {
        await TownServer.RunAsync(town.Source, """
            insert into region (region, name, srid) values ('strip', 'Strip', 4549);
            insert into site (region, code, name, category, geom, source, content, valid_from)
            select 'strip', 'T' || i, '', 'bus_stop', ST_Buffer(ST_SetSRID(ST_MakePoint(390000, 3560000 + i * 170), 4549), 15), '', gen_random_uuid(), now()
            from generate_series(1, 100) as i
            """);
        var marks = new HashSet<(string, string)>();
        foreach (var row in Enumerable.Range(3315, 8))
        {
            using var answer = await town.Http.GetAsync($"/tiles/strip/findings/13/6800/{row}.mvt", Cancel);
            if (answer.StatusCode == HttpStatusCode.NoContent) continue;
            var layers = VectorTileText.Read(await answer.Content.ReadAsByteArrayAsync(Cancel));
            marks.UnionWith(layers["site_marks"].Select(f => (f["code"], f["sites"])));
        }
        await TownServer.RunAsync(town.Source, "delete from site where region = 'strip'; delete from region where region = 'strip'");
        Assert.Equal(100, marks.Sum(m => int.Parse(m.Item2, null)));
    }

    [Fact]
    public async Task Views_are_drawn_for_one_purpose_and_working_cameras()
    {
        var views = (await LayersAsync($"/tiles/town/views/{Near}.mvt?purpose=observe-person"))["views"];
        Assert.Contains(views, f => f["camera"] == "32011600001320000005" && f["certainty"] == "nominal");
        Assert.DoesNotContain(views, f => f["camera"] == "32011600001320000004");
        using var none = await town.Http.GetAsync($"/tiles/town/views/{Near}.mvt?purpose=read-plate", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Theory]
    [InlineData("base/15/0/0")]
    [InlineData("base/3/6/3")]
    [InlineData("findings/0/0/0")]
    public async Task A_tile_without_anything_is_empty(string tile)
    {
        using var answer = await town.Http.GetAsync($"/tiles/town/{tile}.mvt", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("/tiles/town/base/15/x/13270.mvt", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/town/base/15/99999/13270.mvt", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/town/base/40/1/1.mvt", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/town/base/15/27200/13270.mvt?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("/tiles/nowhere/base/15/27200/13270.mvt", HttpStatusCode.NotFound)]
    [InlineData("/tiles/town/nothing/15/27200/13270.mvt", HttpStatusCode.NotFound)]
    public async Task A_wrong_address_is_refused_with_a_problem(string path, HttpStatusCode status)
    {
        using var answer = await town.Http.GetAsync(path, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_tile_that_was_seen_is_not_sent_again_until_the_region_changes()
    {
        var path = "/tiles/hamlet/findings/15/27207/13271.mvt";
        using var first = await town.Http.GetAsync(path, Cancel);
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(path, tag));
        await TownServer.RunAsync(town.Source, "insert into analysis (region, basis, summary) values ('hamlet', 'later', '{}')");
        Assert.NotEqual(HttpStatusCode.NotModified, await StatusAsync(path, tag));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("/tiles/hamlet/base/15/27207/13271.mvt", await TagAsync("/tiles/hamlet/base/15/27207/13271.mvt")));
    }

    [Fact]
    public async Task A_tile_asked_for_by_its_state_may_be_kept_for_ever()
    {
        var state = (string)(await town.JsonAsync("/api/regions/town/state"))["findings"]!;
        using var exact = await town.Http.GetAsync($"/tiles/town/findings/{Near}.mvt?v={state}", Cancel);
        using var other = await town.Http.GetAsync($"/tiles/town/findings/{Near}.mvt?v=older", Cancel);
        Assert.Contains("immutable", exact.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(other.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_tile_travels_packed_when_the_caller_can_unpack_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tiles/town/base/{Near}.mvt");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await town.Http.SendAsync(request, Cancel);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    private async Task<EntityTagHeaderValue> TagAsync(string path)
    {
        using var answer = await town.Http.GetAsync(path, Cancel);
        return answer.Headers.ETag!;
    }

    private async Task<HttpStatusCode> StatusAsync(string path, EntityTagHeaderValue seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(seen);
        using var answer = await town.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
