using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Tests.Coverage;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Edits;

/// <summary>Editing over HTTP: what is asked for is done whole, or refused with all that is wrong with it.</summary>
public sealed class EditRoutesTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string Eye = At(Point(10, -10), """
        {"kind":"camera","code":"eye","name":"Eye","type":"bullet","azimuth":0,"hfov":90,"vfov":180,"tilt":10,"height":6,"pixels":20000,"range":90,"contact":"Li"}
        """);

    [Fact]
    public async Task A_patch_changes_what_it_names_and_keeps_the_rest()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        var report = await SendAsync(server, HttpMethod.Patch, "cameras/eye", $$"""{"height":5.5,"pixels":null,"reason":"measured","version":{{await VersionAsync(server)}}}""");
        Assert.Equal(1, (int)report["kinds"]!["camera"]!["changed"]!);
        var record = JsonNode.Parse((await server.Scene.ValueAsync<string>(Live("recorded_camera(c)::text")))!)!;
        Assert.Equal("5.5  90 Li", $"{record["height"]} {record["pixels"]} {record["hfov"]} {record["contact"]}");
        Assert.Equal("test measured", await server.Scene.ValueAsync<string>($"select concat_ws(' ', {"(select source from camera c where c.valid_to = 'infinity')"}, file) from delivery order by id desc limit 1"));
        Assert.Equal(2L, await server.Scene.ValueAsync<long>("select count(*) from camera"));
    }

    [Fact]
    public async Task Who_saw_an_older_version_changes_nothing()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        var seen = await VersionAsync(server);
        await SendAsync(server, HttpMethod.Patch, "cameras/eye", $$"""{"height":5,"reason":"first","version":{{seen}}}""");
        var problem = await SendAsync(server, HttpMethod.Patch, "cameras/eye", $$"""{"height":4,"reason":"second","version":{{seen}}}""", HttpStatusCode.Conflict);
        Assert.Contains("eye", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(5, await server.Scene.ValueAsync<double>(Live("height_min")));
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_one_wins()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        var seen = await VersionAsync(server);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i =>
            AskAsync(server, HttpMethod.Patch, "cameras/eye", $$"""{"height":{{10 + i}},"reason":"race","version":{{seen}}}""")));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.Conflict));
        Assert.Equal(2L, await server.Scene.ValueAsync<long>("select count(*) from camera"));
    }

    [Theory]
    [InlineData("PATCH", "cameras/eye", """{"height":"high","azimuth":400,"version":"x"}""", "features,reason,version")]
    [InlineData("PATCH", "cameras/eye", """{"reason":"move","position":[999,0]}""", "features")]
    [InlineData("PATCH", "cameras/eye", "[]", "body")]
    [InlineData("POST", "edits", """{"features":[{"type":"Feature","geometry":null,"properties":{"kind":"camera"}},7],"remove":[{"kind":"region","code":"r"},{"kind":"zone","code":"z"}]}""", "features,reason,remove[0],remove[1]")]
    [InlineData("POST", "edits", """{"reason":"gone","remove":[{"kind":"camera","code":"none"}]}""", "features")]
    [InlineData("POST", "edits", """{"reason":"nothing"}""", "body")]
    [InlineData("POST", "edits?dry=1", """{"reason":"nothing","features":[]}""", "dry")]
    public async Task All_faults_are_told_at_once_and_nothing_is_changed(string method, string path, string body, string faults)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        var problem = await SendAsync(server, new HttpMethod(method), path, body, HttpStatusCode.BadRequest);
        Assert.Equal(faults, string.Join(',', problem["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)));
        Assert.Equal(1L, await server.Scene.ValueAsync<long>("select count(*) from camera"));
    }

    [Fact]
    public async Task One_bad_feature_stops_all_of_them()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        var bad = Eye.Replace("\"eye\"", "\"other\"", StringComparison.Ordinal).Replace("\"height\":6", "\"height\":-6", StringComparison.Ordinal);
        var good = Eye.Replace("\"height\":6", "\"height\":7", StringComparison.Ordinal);
        await SendAsync(server, HttpMethod.Post, "edits", $$"""{"reason":"both","features":[{{good}},{{bad}}]}""", HttpStatusCode.BadRequest);
        Assert.Equal(6, await server.Scene.ValueAsync<double>(Live("height_min")));
    }

    [Theory]
    [InlineData("application/json", null, HttpStatusCode.OK)]
    [InlineData("application/json", "own", HttpStatusCode.OK)]
    [InlineData("application/json", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("application/json", "null", HttpStatusCode.Forbidden)]
    [InlineData("text/plain", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", null, HttpStatusCode.UnsupportedMediaType)]
    public async Task Pages_of_other_sites_change_nothing(string type, string? origin, HttpStatusCode expected)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        foreach (var (method, path) in new[] { (HttpMethod.Patch, "cameras/eye"), (HttpMethod.Post, "edits") })
            Assert.Equal(expected, await AskAsync(server, method, path, """{"height":5,"reason":"try","features":[]}""", type, origin));
    }

    [Theory]
    [InlineData(900_000, HttpStatusCode.OK)]
    [InlineData(1_200_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_city_is_no_edit(int bytes, HttpStatusCode expected)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        Assert.Equal(expected, await AskAsync(server, HttpMethod.Post, "edits", $$"""{"reason":"large","features":[]{{new string(' ', bytes)}}}"""));
    }

    [Theory]
    [InlineData("cameras/none", """{"reason":"x","height":1}""", HttpStatusCode.NotFound)]
    [InlineData("cameras/eye", "{", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_done_is_a_problem_in_words(string path, string body, HttpStatusCode expected)
    {
        await using var server = await DrawnServer.OfAsync(postgis, Eye);
        Assert.NotNull((await SendAsync(server, HttpMethod.Patch, path, body, expected))["title"]);
    }

    private static string Live(string what) => $"select {what} from camera c where c.code = 'eye' and c.valid_to = 'infinity'";

    private static Task<long> VersionAsync(DrawnServer server) => server.Scene.ValueAsync<long>(Live("id"));

    private static async Task<JsonNode> SendAsync(
        DrawnServer server, HttpMethod method, string path, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = Request(method, path, body, "application/json");
        using var answer = await server.Http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == expected, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<HttpStatusCode> AskAsync(
        DrawnServer server, HttpMethod method, string path, string body, string type = "application/json", string? origin = null)
    {
        using var request = Request(method, path, body, type);
        if (origin is not null)
            request.Headers.Add("Origin", origin == "own" ? server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);
        using var answer = await server.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string body, string type) =>
        new(method, path) { Content = new StringContent(body, Encoding.UTF8, type) };
}
