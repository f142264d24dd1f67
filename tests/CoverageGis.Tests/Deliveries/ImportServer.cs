using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Database;
using CoverageGis.Deliveries.Uploads;
using CoverageGis.Publishing;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace CoverageGis.Tests.Deliveries;

/// <summary>The real program over a real socket, with a home of its own for files that are sent.</summary>
internal sealed class ImportServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryHome _home;

    private ImportServer(NpgsqlDataSource source, WebApplication app, TemporaryHome home)
    {
        (Source, _app, _home) = (source, app, home);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public NpgsqlDataSource Source { get; }
    public HttpClient Http { get; }
    public Uri Address => Http.BaseAddress!;

    /// <summary>Files that wait.</summary>
    public IEnumerable<string> Waiting => Directory.Exists(Path.Combine(_home.Path, "uploads"))
        ? Directory.EnumerateFiles(Path.Combine(_home.Path, "uploads"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_home.Path, f)) : [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImportServer> OfAsync(PostgisFixture postgis, long mostBytes = 1_000_000, bool follows = false)
    {
        var (source, home) = (OpenDatabase.Connect(await postgis.FreshConnectionAsync(Cancel)), new TemporaryHome());
        var app = WebServer.Build(source, "http://127.0.0.1:0", follows, new UploadFolder(home.Path, mostBytes));
        await WebServer.StartAsync(app, "http://127.0.0.1:0", Cancel);
        return new ImportServer(source, app, home);
    }

    public async Task<(HttpStatusCode Status, JsonNode Answer)> SendFileAsync(string text, string name, string type = "application/octet-stream", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/imports/files?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await ReadAsync(await Http.SendAsync(request, Cancel));
    }

    public async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(string path, string json) =>
        await ReadAsync(await Http.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), Cancel));

    public async Task<JsonNode> GetAsync(string path) => (await ReadAsync(await Http.GetAsync(path, Cancel))).Answer;

    /// <summary>Sends a file and begins its import.</summary>
    public async Task<string> BeginAsync(string text, string source, bool dryRun = false, string region = "T1")
    {
        var (_, file) = await SendFileAsync(text, source + ".geojson");
        var (status, job) = await PostAsync("/api/imports", $$"""{"file":"{{file["file"]}}","region":"{{region}}","source":"{{source}}","dry_run":{{(dryRun ? "true" : "false")}}}""");
        Assert.True(status == HttpStatusCode.Accepted, job.ToJsonString());
        return (string)job["id"]!;
    }

    /// <summary>Waits until an import is over.</summary>
    public async Task<JsonNode> EndAsync(string job)
    {
        for (; ; await Task.Delay(50, Cancel))
        {
            if (await GetAsync($"/api/imports/{job}") is var now && (string)now["state"]! != "running")
                return now;
        }
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!);
    }

    /// <summary>Stops the program, as Ctrl-C does.</summary>
    public ValueTask StopAsync() => _app.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Source.DisposeAsync();
        _home.Dispose();
    }
}
