using System.Net;
using System.Text.Json.Nodes;
using CoverageGis.Publishing;
using CoverageGis.Tests.Web;

namespace CoverageGis.Tests.Coverage;

/// <summary>
/// One square site of 100 m, 10 000 m². On 1 March its gap is the strip x 0–20 (2 000 m²). On 1 April the strip is 10 m wide,
/// and a corner of 4 by 10 m is lost as well. The site is renamed and a camera comes on 15 March; a second site comes on 1 April.
/// </summary>
public sealed class PastTests(PostgisFixture postgis)
{
    private const string March = "2026-03-01T00:00:00Z", MidMarch = "2026-03-20T08:00:00%2B08:00", April = "2026-04-01T00:00:00Z";

    private const string Records = """
        insert into region (region, name, srid, created_at) values ('r', 'R', 4549, '2026-01-01');
        insert into delivery (region, source, file, format, operator, delivered_at, report) values ('r', 's', 's', 'scene', 't', '2026-02-01', '{}');
        create function pg_temp.box(x float8, y float8, w float8, h float8) returns geometry language sql as
          'select ST_MakeEnvelope(390000 + x, 3580000 + y, 390000 + x + w, 3580000 + y + h, 4549)';
        insert into policy_version (region, version, made_at, operator, note) values ('r', 1, '2026-02-01', 'import', ''), ('r', 2, '2026-03-30', 'Li', 'stricter');
        insert into purpose (region, name, min_ppm, z_min, z_max, source, content, valid_from) values ('r', 'see', 62.5, 0, 1.7, 'd', gen_random_uuid(), '2026-02-01');
        insert into policy (region, category, purpose, required_ratio, source, content, valid_from, valid_to) values
          ('r', 'compound', 'see', 0.8, 'd', gen_random_uuid(), '2026-02-01', '2026-03-30'), ('r', 'compound', 'see', 0.9, 'd', gen_random_uuid(), '2026-03-30', 'infinity');
        insert into site (region, code, name, category, geom, source, content, valid_from, valid_to) values
          ('r', 'A', 'Old name', 'compound', pg_temp.box(0, 0, 100, 100), 's', gen_random_uuid(), '2026-02-01', '2026-03-15'),
          ('r', 'A', 'New name', 'compound', pg_temp.box(0, 0, 100, 100), 's', gen_random_uuid(), '2026-03-15', 'infinity'),
          ('r', 'B', 'Second', 'mall', pg_temp.box(300, 0, 10, 10), 's', gen_random_uuid(), '2026-04-01', 'infinity');
        insert into camera (region, code, name, type, position, lon, lat, north, source, content, valid_from)
        values ('r', 'C', 'C', 'bullet', ST_Centroid(pg_temp.box(0, 0, 2, 2)), 118.8, 32.3, 0.6, 's', gen_random_uuid(), '2026-03-15');
        insert into gap (region, number, origin, site, zone, geom, area_m2, width_m, certainty, valid_from, valid_to) values
          ('r', 901, null, 'A', 'A', pg_temp.box(0, 0, 20, 100), 2000, 20, 'certain', '2026-03-01', '2026-04-01'),
          ('r', 901, null, 'A', 'A', pg_temp.box(0, 0, 10, 100), 1000, 10, 'certain', '2026-04-01', 'infinity'),
          ('r', 902, null, 'A', 'A', pg_temp.box(96, 90, 4, 10), 40, 4, 'unproven', '2026-04-01', 'infinity');
        insert into coverage (region, site, zone, purpose, required_ratio, area_m2, seen_m2, unproven_m2, unseen_m2, ratio, ratio_nominal, ratio_possible, cameras, gaps, compliant, policy_version, valid_from, valid_to) values
          ('r', 'A', 'A', 'see', 0.8, 10000, 8000, 0, 2000, 0.8, 0.8, 0.8, 1, 1, true, 1, '2026-03-01', '2026-04-01'),
          ('r', 'A', 'A', 'see', 0.9, 10000, 8960, 40, 1000, 0.896, 0.9, 0.9, 1, 2, false, 2, '2026-04-01', 'infinity');
        insert into analysis (region, basis, kind, finished_at, policy_version, zones, summary) values
          ('r', 'b', 'full', '2026-03-01', 1, 1, '{"compliant": 1, "gaps": 1}'), ('r', 'b', 'incremental', '2026-04-01', 2, 1, null);
        """;

    private async Task ServeAsync(Func<Func<string, Task<JsonNode>>, HttpClient, Task> ask)
    {
        await using var source = await postgis.FreshDatabaseAsync(TestContext.Current.CancellationToken);
        await TownServer.RunAsync(source, Records);
        await using var app = WebServer.Build(source, "http://127.0.0.1:0", follows: false); // what was written by hand is not to be worked out anew
        await WebServer.StartAsync(app, "http://127.0.0.1:0", TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(new Uri(app.Urls.Single()), "/api/regions/r/") };
        await ask(async path => JsonNode.Parse(await http.GetStringAsync(path))!, http);
    }

    [Fact]
    public Task A_site_stands_as_it_stood_at_the_moment_asked_for() => ServeAsync(async (json, _) =>
    {
        Assert.Equal("Old name 0.8 compliant", Told(await json($"sites/A?at={March}")));
        Assert.Equal("New name 0.8 compliant", Told(await json($"sites/A?at={MidMarch}")));
        Assert.Equal("New name 0.896 unproven", Told(await json($"sites/A?at={April}")));
        Assert.Equal("New name 0.896 unproven", Told(await json("sites/A")));
        Assert.Equal("Old name  not_analysed", Told(await json("sites/A?at=2026-02-10T00:00:00Z")));
        Assert.Null((await json($"sites/A?at={March}"))["cameras"]);
        Assert.Equal(0.8, (double)(await json($"sites/A?at={MidMarch}"))["zones"]![0]!["required_ratio"]!);
    });

    [Fact]
    public Task Lists_sums_and_exports_are_of_the_same_moment() => ServeAsync(async (json, http) =>
    {
        Assert.Equal(1, (int)(await json($"sites?at={March}"))["total"]!);
        Assert.Equal(2, (int)(await json($"sites?at={April}"))["total"]!);
        Assert.Equal(2000, (double)(await json($"summary?at={MidMarch}"))["unseen_m2"]!, 6);
        Assert.Equal(1000, (double)(await json("summary"))["unseen_m2"]!, 6);
        Assert.Equal(0, (int)(await json($"summary?at={March}"))["cameras"]!["total"]!);
        Assert.Equal(1, (int)(await json($"summary?at={MidMarch}"))["cameras"]!["total"]!);
        Assert.Equal(2, Features(await json($"export/sites.geojson?at={March}")));
        Assert.Equal(1, Features(await json($"export/gaps.geojson?at={March}")));
        Assert.Equal(2, Features(await json("export/gaps.geojson")));
        Assert.Contains("0.8,", await http.GetStringAsync($"export/zones.csv?at={March}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, Features(await json($"export/cameras.geojson?at={March}")));
    });

    [Fact]
    public Task A_gap_keeps_its_number_through_time() => ServeAsync(async (json, http) =>
    {
        Assert.Equal(2000, (double)(await json($"gaps/901?at={March}"))["area_m2"]!);
        Assert.Equal(1000, (double)(await json("gaps/901"))["area_m2"]!);
        Assert.StartsWith("2026-03-01", (string)(await json("gaps/901"))["found_at"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"gaps/902?at={March}", TestContext.Current.CancellationToken)).StatusCode);
    });

    [Fact]
    public Task What_was_gained_and_lost_between_two_moments_is_counted_by_site() => ServeAsync(async (json, _) =>
    {
        var told = await json($"comparison?from={March}&to={April}");
        Assert.Equal((1000d, 40d, 7960d), Ground(told["totals"]!));
        Assert.Equal("1 2 1 0", $"{told["totals"]!["sites_from"]} {told["totals"]!["sites_to"]} {told["totals"]!["gaps_opened"]} {told["totals"]!["gaps_closed"]}");
        Assert.Equal("1 0", $"{told["totals"]!["ceased_compliant"]} {told["totals"]!["became_compliant"]}");
        Assert.Equal(["A", "B"], told["sites"]!.AsArray().Select(s => (string)s!["code"]!));
        Assert.Equal((1000d, 40d, 7960d), Ground(told["sites"]![0]!));
        Assert.Null(told["sites"]![1]!["state_from"]);
        var same = await json($"comparison?from={March}&to={MidMarch}");
        Assert.Equal((0d, 0d, 8000d), Ground(same["totals"]!));
        Assert.Empty(same["sites"]!.AsArray());
    });

    [Fact]
    public Task The_ground_that_changed_is_drawn_where_it_lies() => ServeAsync(async (json, http) =>
    {
        var ground = (await json($"comparison/ground?from={March}"))["features"]!.AsArray();
        Assert.Equal(["gained 1000", "lost 40"], ground.Select(f => $"{f!["properties"]!["change"]} {Math.Round((double)f["properties"]!["area_m2"]!, 3)}"));
        var corner = ground[1]!["geometry"]!["coordinates"]![0]![0]!;
        var (lon, lat) = ((double)corner[0]!, (double)corner[1]!);
        var box = FormattableString.Invariant($"{lon - 1e-4},{lat - 1e-4},{lon + 1e-4},{lat + 1e-4}");
        Assert.Equal("lost", (string)Assert.Single((await json($"comparison/ground?from={March}&bbox={box}"))["features"]!.AsArray())!["properties"]!["change"]!);
        Assert.Single((await json($"comparison/ground?from={March}&limit=1"))["features"]!.AsArray());
        Assert.Contains("A,New name,compound,compliant,unproven,0.8,0.896,8000,8960",
            await http.GetStringAsync($"comparison/sites.csv?from={March}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, Features(await json($"comparison/ground.geojson?from={March}")));
    });

    [Fact]
    public Task Moments_come_newest_first_with_what_each_changed() => ServeAsync(async (json, _) =>
    {
        var page = await json("moments?limit=1");
        Assert.Equal("incremental 1 1 0", Moment(page["moments"]![0]!));
        var before = await json($"moments?before={Uri.EscapeDataString((string)page["next"]!)}");
        Assert.Equal("full 1 1 0", Moment(before["moments"]![0]!));
        Assert.Null(before["next"]);
    });

    [Fact]
    public Task Policies_tell_what_they_touch_and_which_version_was_used() => ServeAsync(async (json, _) =>
    {
        var told = await json("policies");
        Assert.Equal("2 2 0", $"{told["version"]} {told["shown_version"]} {told["outdated"]}");
        Assert.Equal(["2 Li stricter", "1 import "], told["versions"]!.AsArray().Select(v => $"{v!["version"]} {v["operator"]} {v["note"]}"));
        var policy = Assert.Single(told["policies"]!.AsArray())!;
        Assert.Equal("compound 0.9 1 1 day", $"{policy["category"]} {policy["required_ratio"]} {policy["sites"]} {policy["zones"]} {policy["hours"]}");
        Assert.Equal("mall 1", $"{told["without"]![0]!["category"]} {told["without"]![0]!["sites"]}");
        Assert.Equal("see 1 1", $"{told["purposes"]![0]!["name"]} {told["purposes"]![0]!["zones"]} {told["purposes"]![0]!["policies"]}");
    });

    [Theory]
    [InlineData("sites?at=yesterday", "at")]
    [InlineData("sites?at=2026-03-01", "at")]
    [InlineData("sites/A?at=2999-01-01T00:00:00Z", "at")]
    [InlineData("comparison", "from")]
    [InlineData("comparison?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "to")]
    [InlineData("comparison/ground?from=2026-03-02T00:00:00Z&bbox=9,9,1,1", "bbox")]
    [InlineData("moments?before=soon", "before")]
    public Task A_moment_that_is_none_is_refused_with_what_would_be_right(string path, string parameter) => ServeAsync(async (_, http) =>
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal([parameter], problem["errors"]!.AsObject().Select(e => e.Key));
    });

    [Fact]
    public Task A_past_state_has_a_tag_of_its_own_and_a_caller_who_has_it_is_told_so() => ServeAsync(async (_, http) =>
    {
        using var then = await http.GetAsync($"summary?at={March}", TestContext.Current.CancellationToken);
        using var now = await http.GetAsync("summary", TestContext.Current.CancellationToken);
        Assert.NotEqual(then.Headers.ETag, now.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"summary?at={March}");
        again.Headers.IfNoneMatch.Add(then.Headers.ETag!);
        using var same = await http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    });

    [Theory]
    [InlineData("null", "camera_live_", "camera_past_position")]
    [InlineData("'2026-03-01'", "camera_past_position", "Seq Scan")]
    public async Task Now_is_read_from_what_is_live_and_the_past_from_both(string moment, string used, string unused)
    {
        await using var source = await postgis.FreshDatabaseAsync(TestContext.Current.CancellationToken);
        await using var command = source.CreateCommand($"set enable_seqscan = off; explain (format json) select code from camera where holds(valid_from, valid_to, {moment}::timestamptz) and position && ST_MakeEnvelope(0, 0, 1, 1, 4549)");
        var plan = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains(used, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(unused, plan, StringComparison.Ordinal);
    }

    private static string Told(JsonNode site) => $"{site["name"]} {site["ratio"]} {site["state"]}";

    private static string Moment(JsonNode moment) => $"{moment["kind"]} {moment["zones_changed"]} {moment["gaps_opened"]} {moment["gaps_closed"]}";

    private static int Features(JsonNode collection) => collection["features"]!.AsArray().Count;

    private static (double, double, double) Ground(JsonNode told) =>
        (Math.Round((double)told["gained_m2"]!, 3), Math.Round((double)told["lost_m2"]!, 3), Math.Round((double)told["unchanged_m2"]!, 3));
}
