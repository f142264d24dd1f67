using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Web;

[Collection<TownCollection>]
public sealed class ApiTests(TownServer town)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Regions_tell_where_they_lie_and_whose_data_they_show()
    {
        var regions = (await town.JsonAsync("/api/regions")).AsArray();
        var full = regions.Single(r => (string)r!["code"]! == "town")!;
        Assert.Equal(7, (int)full["sites"]!);
        Assert.True((bool)full["has_osm"]!);
        Assert.InRange((double)full["extent"]![0]!, 118.82, 118.84);
        Assert.False((bool)regions.Single(r => (string)r!["code"]! == "hamlet")!["has_osm"]!);
        Assert.Null(regions.Single(r => (string)r!["code"]! == "void")!["extent"]);
    }

    [Fact]
    public async Task The_summary_adds_up()
    {
        var summary = await town.JsonAsync("/api/regions/town/summary");
        var sites = summary["sites"]!.AsObject();
        Assert.Equal((int)sites["total"]!, sites.Where(s => s.Key is not ("total" or "judged")).Sum(s => (int)s.Value!));
        Assert.Equal(5, (int)sites["judged"]!);
        Assert.Equal((double)summary["area_m2"]!, (double)summary["seen_m2"]! + (double)summary["unproven_m2"]! + (double)summary["unseen_m2"]!, 3);
        Assert.Equal(1, (int)summary["cameras"]!["out_of_order"]!);
        Assert.Equal(1, (int)summary["areas"]!["protected"]!);
    }

    [Fact]
    public async Task Sites_come_worst_first_and_page_by_page_without_loss()
    {
        var whole = Codes(await town.JsonAsync("/api/regions/town/sites"));
        Assert.Equal(["S7", "S4", "S2", "S3", "S1", "S6", "S5"], whole);
        var paged = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await town.JsonAsync($"/api/regions/town/sites?limit=2&after={next}");
            Assert.Equal(7, (int)page["total"]!);
            paged.AddRange(Codes(page));
            next = (string?)page["next"];
        }
        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData("category=bus_stop", "S3,S5")]
    [InlineData("state=not_compliant", "S7,S4,S2")]
    [InlineData("q=客运", "S2")]
    [InlineData("q=SMALL", "S5")]
    [InlineData("q=s4", "S4")]
    [InlineData("category=airport", "")]
    public async Task Sites_are_filtered(string query, string codes) =>
        Assert.Equal(codes, string.Join(',', Codes(await town.JsonAsync($"/api/regions/town/sites?{query}"))));

    [Fact]
    public async Task Sites_come_by_name_when_asked() =>
        Assert.Equal("S5", Codes(await town.JsonAsync("/api/regions/town/sites?sort=name"))[0]);

    [Fact]
    public async Task A_site_shows_zones_gaps_by_size_and_cameras_that_contribute()
    {
        var site = await town.JsonAsync("/api/regions/town/sites/S3");
        var zone = Assert.Single(site["zones"]!.AsArray())!;
        Assert.Equal("observe-person", (string)zone["purpose"]!);
        Assert.Equal(0, (double)zone["ratio"]!);
        var gaps = site["gaps"]!.AsArray().Select(g => (double)g!["area_m2"]!).ToList();
        Assert.Equal(gaps.OrderDescending(), gaps);
        var camera = Assert.Single(site["cameras"]!.AsArray())!;
        Assert.Equal("32011600001320000005", (string)camera["code"]!);
        Assert.Equal(0, (double)camera["certain_m2"]!);
        Assert.InRange((double)camera["area_m2"]!, 500, 600);
        Assert.Equal("Polygon", (string)site["geometry"]!["type"]!);
    }

    [Fact]
    public async Task A_camera_out_of_order_contributes_nothing()
    {
        var cameras = (await town.JsonAsync("/api/regions/town/sites/S2"))["cameras"]!.AsArray().Select(c => (string)c!["code"]!);
        Assert.Equal(["32011600001320000003"], cameras);
    }

    [Fact]
    public async Task A_gap_names_its_site_and_what_is_required_there()
    {
        var id = (string)(await town.JsonAsync("/api/regions/town/sites/S4"))["gaps"]![0]!["id"]!;
        var gap = await town.JsonAsync($"/api/regions/town/gaps/{id}");
        Assert.Equal("滨河小区", (string)gap["site_name"]!);
        Assert.Equal("certain", (string)gap["certainty"]!);
        Assert.Equal(62.5, (double)gap["min_ppm"]!);
        Assert.True((double)gap["width_m"]! > 0);
    }

    [Fact]
    public async Task A_camera_tells_what_is_on_record_and_what_was_taken_instead()
    {
        var camera = await town.JsonAsync("/api/regions/town/cameras/32011600001320000005");
        var facts = camera["facts"]!.AsArray().ToDictionary(f => (string)f!["name"]!, f => f!);
        Assert.Null(facts["hfov"]["recorded"]);
        Assert.Equal("[40,90]", facts["hfov"]["used"]!.ToJsonString());
        Assert.Equal("[5,5]", facts["height"]["recorded"]!.ToJsonString());
        Assert.True((bool)camera["estimated"]!);
        Assert.Equal("S3", (string)camera["sites"]![0]!["code"]!);
        Assert.Equal("inside_building", (string)(await town.JsonAsync("/api/regions/town/cameras/32011600001320000008"))["blind"]!);
    }

    [Theory]
    [InlineData("客运", "site:S2,camera:32011600001320000004,camera:32011600001320000003")]
    [InlineData("s1", "site:S1")]
    [InlineData("unknown", "camera:C9")]
    [InlineData("no such thing", "")]
    public async Task Search_finds_names_and_codes_sites_first(string words, string found)
    {
        var hits = (await town.JsonAsync($"/api/regions/town/search?q={Uri.EscapeDataString(words)}"))["hits"]!.AsArray();
        Assert.Equal(found.Split(',').Order(), string.Join(',', hits.Select(h => $"{h!["kind"]}:{h["code"]}")).Split(',').Order());
        if (hits.Count > 1) Assert.Equal(found.Split(',')[0], $"{hits[0]!["kind"]}:{hits[0]!["code"]}");
    }

    [Fact]
    public async Task All_faults_of_a_query_are_told_at_once()
    {
        using var answer = await town.Http.GetAsync("/api/regions/town/sites?limit=0&state=good&colour=red&after=zz&q=a&q=b", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        Assert.Equal(["after", "colour", "limit", "q", "state"], problem!["errors"]!.AsObject().Select(e => e.Key).Order());
    }

    [Theory]
    [InlineData("sites.geojson", "application/geo+json")]
    [InlineData("gaps.csv", "text/csv")]
    [InlineData("sites.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("sites.gpkg", "application/geopackage+sqlite3")]
    [InlineData("sites.shp", "application/zip")]
    public async Task A_layer_is_taken_away_as_a_file(string file, string contentType)
    {
        using var answer = await town.Http.GetAsync($"/api/regions/town/export/{file}", Cancel);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"town-{file.Replace(".shp", ".zip", StringComparison.Ordinal)}", answer.Content.Headers.ContentDisposition?.FileName);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(contentType switch { "application/geopackage+sqlite3" => "SQLite format 3", "application/zip" => "sites.map.json", var kind when kind.Contains("sheet", StringComparison.Ordinal) => "xl/worksheets/sheet1.xml", _ => "S4" }, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/regions/town/export/sites.pdf", HttpStatusCode.NotFound)]
    [InlineData("/api/regions/nowhere/summary", HttpStatusCode.NotFound)]
    [InlineData("/api/regions/town/sites/S99", HttpStatusCode.NotFound)]
    [InlineData("/api/regions/town/cameras/no/such", HttpStatusCode.NotFound)]
    [InlineData("/api/regions/town/gaps/999999", HttpStatusCode.NotFound)]
    [InlineData("/api/regions/town/gaps/one", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/town/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/town/summary?x=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions?x=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_a_problem_in_words(string path, HttpStatusCode status)
    {
        using var answer = await town.Http.GetAsync(path, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_endpoint_is_described_and_says_who_may_call()
    {
        var document = await town.JsonAsync("/api/openapi.json");
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, Operation: o.Value!))).ToList();
        Assert.True(operations.Count >= 12);
        Assert.All(operations, o => Assert.Contains("Who may call", (string)o.Operation["description"]!, StringComparison.Ordinal));
        Assert.All(operations, o => Assert.False(string.IsNullOrEmpty((string?)o.Operation["summary"])));
        Assert.All(operations, o => Assert.Equal(o.Key.Count(c => c == '{'), o.Operation["parameters"]?.AsArray().Count(p => (string)p!["in"]! == "path") ?? 0));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string path) => Assert.NotNull((await town.JsonAsync(path))["status"]);

    private static List<string> Codes(JsonNode page) => page["sites"]!.AsArray().Select(s => (string)s!["code"]!).ToList();
}
