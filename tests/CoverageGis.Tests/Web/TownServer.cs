using System.Text.Json.Nodes;
using CoverageGis.Publishing;
using CoverageGis.Tests.Web;
using Microsoft.AspNetCore.Builder;
using Npgsql;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CoverageGis.Tests.Web;

/// <summary>The real program serving the small town of town.sql, over a real socket.</summary>
public sealed class TownServer(PostgisFixture postgis) : IAsyncLifetime
{
    private WebApplication? _app;

    public NpgsqlDataSource Source { get; private set; } = null!;
    public HttpClient Http { get; private set; } = null!;
    public Uri Address => Http.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        Source = await postgis.FreshDatabaseAsync(CancellationToken.None);
        foreach (var part in (string[])["town", "town-past"])
            await RunAsync(Source, Text(part));
        _app = WebServer.Build(Source, "http://127.0.0.1:0", follows: false);
        await WebServer.StartAsync(_app, "http://127.0.0.1:0", CancellationToken.None);
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<JsonNode> JsonAsync(string path)
    {
        using var answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static string Text(string part)
    {
        using var reader = new StreamReader(typeof(TownServer).Assembly.GetManifestResourceStream($"CoverageGis.Tests.Web.{part}.sql")!);
        return reader.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (Source is not null) await Source.DisposeAsync();
    }
}

[CollectionDefinition]
public sealed class TownCollection : ICollectionFixture<TownServer>;
