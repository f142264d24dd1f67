using System.Net;
using CoverageGis.Deliveries.Uploads;
using CoverageGis.Tests.Exchange;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Deliveries;

/// <summary>Importing over HTTP: sent, looked at, tried, done, taken back; whatever fails leaves nothing.</summary>
public sealed class ImportRoutesTests(PostgisFixture postgis)
{
    private static readonly string First = Collection(RegionFeature(), Camera("C1", "\"name\":\"North\",\"height\":6"), Camera("C2", "\"name\":\"South\""));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_sent_tried_imported_and_taken_back()
    {
        await using var server = await ImportServer.OfAsync(postgis);
        await server.EndAsync(await server.BeginAsync(First, "a"));
        Assert.Empty(server.Waiting);
        var second = Collection(Camera("C1", "\"name\":\"North\",\"height\":5,\"hfov\":0"), Camera("C2", "\"name\":\"South\",\"height\":4"), Camera("C3", "\"vfov\":0"), Camera("C4"));
        var tried = await server.EndAsync(await server.BeginAsync(second, "a", dryRun: true));
        var report = tried["report"]!;
        Assert.Equal("""[{"field":"height","from":null,"to":4}]""", report["changes"]!["camera"]!["changed"]!["records"]![0]!["fields"]!.ToJsonString());
        Assert.Equal("2 2 2", $"{report["problems"]!["total"]} {report["problems"]!["groups"]!.AsArray().Count} {(await server.Http.GetStringAsync((string)tried["changes_file"]!, Cancel)).Split("\r\n").Count(l => l.StartsWith("camera", StringComparison.Ordinal))}");
        Assert.Equal(2L, await server.Source.ValueAsync<long>("select count(*) from camera"));
        var done = await server.EndAsync(await server.BeginAsync(second, "a"));
        var delivery = (long)done["report"]!["delivery"]!;
        var listed = (await server.GetAsync("/api/regions/T1/deliveries?limit=1"))["deliveries"]![0]!;
        Assert.Equal($"{delivery} a a.geojson scene true 2", $"{listed["id"]} {listed["source"]} {listed["file"]} {listed["format"]} {listed["undoable"]} {listed["problems"]}");
        var detail = await server.GetAsync($"/api/regions/T1/deliveries/{delivery}");
        Assert.Equal(report["changes"]!["camera"]!["changed"]!.ToJsonString(), detail["changes"]!["camera"]!["changed"]!.ToJsonString());
        Assert.Contains("camera,C2,South,changed,height,,4", await server.Http.GetStringAsync($"/api/regions/T1/deliveries/{delivery}/changes.csv", Cancel), StringComparison.Ordinal);
        var undo = (await server.PostAsync($"/api/regions/T1/deliveries/{delivery}/undo", """{"dry_run":true}""")).Answer["kinds"]!["camera"]!;
        Assert.Equal("1 1 0", $"{undo["removed"]} {undo["changed"]} {undo["new"]}");
        await ImportAsync(server.Source, Collection(Camera("C2", "\"height\":3")), "T1", "b", partial: true);
        var (status, problem) = await server.PostAsync($"/api/regions/T1/deliveries/{delivery}/undo", "{}");
        Assert.Equal("Conflict camera C2 1", $"{status} {problem["later"]![0]!["kind"]} {problem["later"]![0]!["code"]} {problem["later_total"]}");
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync($"/api/regions/T1/deliveries/{delivery}/undo", """{"keep_later":true}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync("/api/regions/T1/deliveries/99/undo", "{}")).Status);
        Assert.Equal("C1 C2", await server.Source.ValueAsync<string>("select string_agg(code, ' ' order by code) from camera where valid_to = 'infinity'"));
    }

    [Fact]
    public async Task A_damaged_file_changes_nothing_and_tells_all_its_faults()
    {
        await using var server = await ImportServer.OfAsync(postgis);
        await server.EndAsync(await server.BeginAsync(First, "a"));
        var state = await StateAsync(server.Source);
        var cut = await server.EndAsync(await server.BeginAsync(First[..^40], "cut"));
        Assert.Equal("failed", (string)cut["state"]!);
        Assert.Contains("cut.geojson", cut["faults"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("uploads", cut["faults"]!.ToJsonString(), StringComparison.Ordinal);
        var (status, none) = await server.SendFileAsync("%PDF-1.7", "../../etc/passwd");
        Assert.Equal("BadRequest", $"{status}");
        Assert.StartsWith("passwd is neither", (string)none["errors"]!["file"]![0]!, StringComparison.Ordinal);
        var (_, faults) = await server.PostAsync("/api/imports", """{"file":"../x","region":7,"format":"pdf","dry_run":1,"map":[],"more":0}""");
        Assert.Equal("dry_run file format map more region", string.Join(' ', faults["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)));
        Assert.Equal(state, await StateAsync(server.Source));
    }

    [Fact]
    public async Task What_is_cancelled_or_cut_off_leaves_nothing_and_two_wait_for_each_other()
    {
        await using var server = await ImportServer.OfAsync(postgis);
        await server.EndAsync(await server.BeginAsync(First, "a"));
        var state = await StateAsync(server.Source);
        await using var holder = await server.Source.OpenConnectionAsync(Cancel);
        await using var held = await holder.BeginTransactionAsync(Cancel);
        await RunAsync(holder, "select pg_advisory_xact_lock(hashtext('delivery'), hashtext('T1'))");
        var (cancelled, cut) = (await server.BeginAsync(First.Replace("C1", "X1", StringComparison.Ordinal), "b"), await server.BeginAsync(First.Replace("C1", "X2", StringComparison.Ordinal), "c"));
        await WaitingAsync(server, 2);
        await server.PostAsync($"/api/imports/{cancelled}/cancel", "{}");
        Assert.Equal("cancelled", (string)(await server.EndAsync(cancelled))["state"]!);
        await RunAsync(holder, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");
        Assert.Equal("failed", (string)(await server.EndAsync(cut))["state"]!);
        Assert.Equal(state, await StateAsync(server.Source));
        var both = new[] { await server.BeginAsync(Collection(Camera("C1", "\"height\":5"), Camera("D1")), "d"), await server.BeginAsync(Collection(Camera("C1", "\"height\":4"), Camera("E1")), "e") };
        await WaitingAsync(server, 2);
        Assert.Equal(2, (await server.GetAsync("/api/imports"))["running"]!.AsArray().Count);
        await held.CommitAsync(Cancel);
        foreach (var job in both)
            Assert.Equal("done", (string)(await server.EndAsync(job))["state"]!);
        Assert.Equal("C1 C1 C1 C2 D1 E1", await server.Source.ValueAsync<string>("select string_agg(code, ' ' order by code) from camera"));
        Assert.Equal(1L, await server.Source.ValueAsync<long>("select count(*) from camera where code = 'C1' and valid_to = 'infinity'"));
    }

    [Fact]
    public async Task A_program_that_is_stopped_gives_up_what_it_imports()
    {
        await using var server = await ImportServer.OfAsync(postgis);
        await server.EndAsync(await server.BeginAsync(First, "a"));
        var state = await StateAsync(server.Source);
        await using var holder = await server.Source.OpenConnectionAsync(Cancel);
        await using var held = await holder.BeginTransactionAsync(Cancel);
        await RunAsync(holder, "select pg_advisory_xact_lock(hashtext('delivery'), hashtext('T1'))");
        await server.BeginAsync(First.Replace("C1", "X1", StringComparison.Ordinal), "b");
        await WaitingAsync(server, 1);
        await server.StopAsync();
        await held.CommitAsync(Cancel);
        Assert.Equal(state, await StateAsync(server.Source));
    }

    [Theory]
    [InlineData("application/octet-stream", null, 10, HttpStatusCode.OK)]
    [InlineData("application/octet-stream", "https://evil.example", 10, HttpStatusCode.Forbidden)]
    [InlineData("multipart/form-data", null, 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", null, 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/octet-stream", null, 5000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Only_files_of_our_own_pages_and_of_a_size_that_is_borne_are_taken(string type, string? origin, int spaces, HttpStatusCode expected)
    {
        await using var server = await ImportServer.OfAsync(postgis, mostBytes: 3000);
        Assert.Equal(expected, (await server.SendFileAsync(First + new string(' ', spaces), "x.geojson", type, origin)).Status);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, server.Waiting.Count());
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\..\\一机一档.csv", "一机一档.csv")]
    [InlineData("/", "file")]
    [InlineData("..", "file")]
    [InlineData("a\u0000\n\u001b[31m\".csv", "a[31m.csv")]
    public void The_name_of_a_file_leads_nowhere(string name, string safe) => Assert.Equal(safe, UploadFolder.Sane(name));

    private static async Task WaitingAsync(ImportServer server, long count)
    {
        while (await server.Source.ValueAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())") < count)
            await Task.Delay(30, Cancel);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
