using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Tests.Coverage;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Archive;

/// <summary>The archive over HTTP: pages, counts, workbooks, acceptance, standing figures, and the history of a record.</summary>
public sealed class ArchiveRoutesTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Archive =
    [
        At(Box(-50, -50, 40, 100), """{"kind":"unit","code":"u1","name":"West Station"}"""),
        At(Point(-20, 0), """{"kind":"camera","code":"a/1","name":"A","type":"bullet","class":1,"azimuth":0,"联网属性":"networked","录像保存天数":15}"""),
        At(Point(-20, 10), """{"kind":"camera","code":"a2","name":"=A2","type":"bullet","class":3,"azimuth":10,"管理单位":"Mall","联网属性":"not_networked","录像保存天数":"15"}"""),
        At(Point(20, 0), """{"kind":"camera","code":"b","name":"B","type":"bullet","azimuth":20}"""),
    ];

    [Fact]
    public async Task Findings_come_in_pages_and_workbooks_until_they_are_accepted_or_corrected()
    {
        await using var server = await DrawnServer.FollowingAsync(postgis, Archive);
        Assert.Equal(["a/1 class1_incomplete", "a/1 retention_of_law", "a2 retention_of_law"], await PagesAsync(server));
        Assert.Equal("West Station", (string)(await server.GetAsync("archive/findings?camera=a%2F1"))["findings"]![0]!["unit"]!);
        Assert.Contains("class 1 camera without installation time, contact", (string)(await server.GetAsync("archive/findings?limit=1"))["findings"]![0]!["words"]!["en"]!, StringComparison.Ordinal);
        await RequireWorkbookAsync(server);
        await AcceptAsync(server);
        await CorrectAsync(server);
        await RequireHistoryAsync(server);
        await RequireStandingAsync(server);
    }

    private static async Task<List<string>> PagesAsync(DrawnServer server)
    {
        var rows = new List<string>();
        string? after = null;
        do
        {
            var page = await server.GetAsync($"archive/findings?limit=2{(after is null ? "" : $"&after={after}")}");
            rows.AddRange(page["findings"]!.AsArray().Select(f => $"{f!["camera"]} {f["rule"]}"));
            after = (string?)page["next"];
        }
        while (after is not null);
        return rows;
    }

    private static async Task RequireWorkbookAsync(DrawnServer server)
    {
        await using var file = await server.Http.GetStreamAsync("archive/findings?unit=Mall&format=xlsx&lang=zh", Cancel);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, Cancel);
        using var book = new ZipArchive(memory);
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await sheet.ReadToEndAsync(Cancel);
        Assert.Contains("录像保存 15 天", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a/1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">=A2<", text, StringComparison.Ordinal);
    }

    private static async Task AcceptAsync(DrawnServer server)
    {
        var finding = (await server.GetAsync("archive/findings?camera=a2"))["findings"]![0]!;
        var accept = $$"""{"camera":"a2","rule":"retention_of_law","record":{{finding["record"]}},"reason":"ring memory"}""";
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(server, HttpMethod.Post, "archive/acceptances", accept));
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(server, HttpMethod.Post, "archive/acceptances", accept));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(server, HttpMethod.Post, "archive/acceptances", "{}"));
        Assert.Equal(2, (await PagesAsync(server)).Count);
        Assert.Equal("ring memory", (string)(await server.GetAsync("archive/findings?state=accepted"))["findings"]![0]!["accepted"]!["reason"]!);
        // Another version of the record, and it counts again.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Patch, "cameras/a2", """{"安装地址":"Long Road 1","reason":"moved in"}"""));
        await UntilAsync(async () => (await PagesAsync(server)).Contains("a2 retention_of_law"));
    }

    private static async Task CorrectAsync(DrawnServer server)
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Patch, "cameras/a%2F1",
            """{"contact":"12345","install_time":"2024-05-31","录像保存天数":90,"reason":"asked the unit"}"""));
        await UntilAsync(async () => (await PagesAsync(server)) is ["a2 retention_of_law"]);
        Assert.Equal(2L, await server.Scene.ValueAsync<long>("select count(*) from archive_finding where camera = 'a/1' and valid_to < 'infinity'"));
    }

    private static async Task RequireHistoryAsync(DrawnServer server)
    {
        foreach (var path in new[] { "cameras/a%2F1/history", "cameras/a/1/history" })
        {
            var steps = (await server.GetAsync(path))["steps"]!.AsArray();
            Assert.Equal(["changed", "created"], steps.Select(s => (string)s!["what"]!));
            Assert.Equal("asked the unit", (string)steps[0]!["reason"]!);
            Assert.Contains("""{"name":"录像保存天数","from":15,"to":90}""", steps[0]!["fields"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
            Assert.Equal("test", (string)steps[1]!["delivered_by"]!);
        }
        Assert.NotNull((await server.GetAsync("cameras/nobody/history", HttpStatusCode.NotFound))["title"]);
    }

    private static async Task RequireStandingAsync(DrawnServer server)
    {
        await server.Scene.RunAsync("insert into archive_day select region, day - 1, unit, class, records, 0, in_use, networked, networked_known, with_findings from archive_day");
        await server.Scene.RunAsync("update archive_state set version = version + 1");
        var told = await server.GetAsync("archive/standing");
        var west = told["standing"]!.AsArray().Single(s => (string)s!["unit"]! == "West Station")!;
        Assert.Equal("1 1 1 1 1", $"{west["class"]} {west["records"]} {west["complete"]} {west["networked"]} {west["networked_known"]}");
        Assert.Equal([0, 3], told["trend"]![0]!["days"]!.AsArray().Select(d => (int)d!["complete"]!));
        Assert.Equal("", (string)told["standing"]!.AsArray().Single(s => s!["class"] is null)!["unit"]!);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200 && !await holds(); i++)
            await Task.Delay(50, Cancel);
        Assert.True(await holds());
    }

    private static async Task<HttpStatusCode> SendAsync(DrawnServer server, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await server.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
