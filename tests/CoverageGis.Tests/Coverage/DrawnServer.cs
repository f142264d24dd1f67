using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Publishing;
using Microsoft.AspNetCore.Builder;

namespace CoverageGis.Tests.Coverage;

/// <summary>The real program serving a drawn scene, over a real socket; it follows changes only where it is told to.</summary>
internal sealed class DrawnServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private DrawnServer(DrawnScene scene, WebApplication app, HttpClient http) => (Scene, _app, _http) = (scene, app, http);

    public DrawnScene Scene { get; }

    public Uri Address => new(_app.Urls.Single());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<DrawnServer> OfAsync(PostgisFixture postgis, params string[] features) => OfAsync(postgis, false, features);

    public static Task<DrawnServer> FollowingAsync(PostgisFixture postgis, params string[] features) => OfAsync(postgis, true, features);

    private static async Task<DrawnServer> OfAsync(PostgisFixture postgis, bool follows, string[] features)
    {
        var scene = await DrawnScene.OfAsync(postgis, features);
        var app = WebServer.Build(scene.Source, "http://127.0.0.1:0", follows);
        await WebServer.StartAsync(app, "http://127.0.0.1:0", Cancel);
        return new DrawnServer(scene, app, new HttpClient { BaseAddress = new Uri($"{app.Urls.Single()}/api/regions/r/") });
    }

    public HttpClient Http => _http;

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await _http.GetAsync(path, Cancel);
        return await ReadAsync(path, answer, expected);
    }

    public async Task<JsonNode> PostAsync(string path, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(path, body, Cancel);
        return await ReadAsync(path, answer, expected);
    }

    private static async Task<JsonNode> ReadAsync(string path, HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == expected, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Scene.DisposeAsync();
    }
}
