using System.Diagnostics;
using System.Net;
using CoverageGis.Publishing;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace CoverageGis.Benchmarks.Serving;

/// <summary>The real web server on a free port, with nothing kept yet, and a browser's connection to it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly WebApplication _app;

    private RunningServer(WebApplication app) => (_app, Http) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public HttpClient Http { get; }

    public static async Task<RunningServer> StartAsync(NpgsqlDataSource source, CancellationToken token)
    {
        var app = WebServer.Build(source, AnyPort, follows: false);
        await WebServer.StartAsync(app, AnyPort, token);
        return new RunningServer(app);
    }

    /// <summary>Asks for each address once, as many at a time as there are cores.</summary>
    /// <returns>Answers a second.</returns>
    public async Task<double> RateAsync(IReadOnlyList<string> addresses, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token };
        await Parallel.ForEachAsync(addresses, options, async (address, cancel) =>
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            question.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await Http.SendAsync(question, cancel);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancel);
        });
        return addresses.Count / clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
