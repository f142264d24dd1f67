using System.Net;
using System.Net.Sockets;
using CoverageGis.Commands;
using CoverageGis.Publishing;
using Npgsql;

namespace CoverageGis.Tests.Web;

[Collection<TownCollection>]
public sealed class GuardTests(TownServer town)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://192.168.1.7:8080")]
    [InlineData("http://example.org:8080")]
    [InlineData("http://*:8080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("8080")]
    public async Task Only_this_machine_is_served(string url)
    {
        var refusal = await Assert.ThrowsAsync<BadInput>(() => WebServer.RunAsync(town.Source, url, _ => { }, Cancel));
        Assert.Contains("127.0.0.1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => WebServer.RunAsync(town.Source, url, _ => { }, Cancel));
        Assert.Contains(url, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/ready", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/api/regions", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task A_database_that_went_away_is_told_and_the_program_lives_on(string path, HttpStatusCode status)
    {
        await using var gone = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");
        await using var app = WebServer.Build(gone, "http://127.0.0.1:0");
        await WebServer.StartAsync(app, "http://127.0.0.1:0", Cancel);
        using var answer = await town.Http.GetAsync(new Uri(new Uri(app.Urls.Single()), path), Cancel);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task A_name_that_was_made_to_point_here_is_refused(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/regions");
        request.Headers.Host = host;
        using var answer = await town.Http.SendAsync(request, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere_and_run_nothing_inline_but_its_import_map()
    {
        using var answer = await town.Http.GetAsync("/", Cancel);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        using var answer = await town.Http.PostAsync("/api/regions", new StringContent("{}"), Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
