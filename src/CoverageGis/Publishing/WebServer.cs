using System.Net.Sockets;
using System.Text.Json;
using CoverageGis.Archive.Reading;
using CoverageGis.Cameras;
using CoverageGis.Commands;
using CoverageGis.Coverage;
using CoverageGis.Coverage.Following;
using CoverageGis.Edits;
using CoverageGis.Coverage.Overreach;
using CoverageGis.Coverage.Probes;
using CoverageGis.Coverage.Survey;
using CoverageGis.Coverage.Past;
using CoverageGis.Database;
using CoverageGis.Deliveries;
using CoverageGis.Deliveries.Uploads;
using CoverageGis.Policies;
using CoverageGis.Http;
using CoverageGis.KeySites;
using CoverageGis.Planning.Previews;
using CoverageGis.Publishing.Regions;
using CoverageGis.Publishing.Tiles;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Npgsql;

namespace CoverageGis.Publishing;

/// <summary>The map, its tiles and its API, for this machine only.</summary>
public static class WebServer
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    /// <summary>Serves until <paramref name="cancel"/>.</summary>
    /// <param name="started">Told the address when the first request can come.</param>
    /// <exception cref="BadInput">The address is none, or can be reached from other machines.</exception>
    /// <exception cref="BadEnvironment">The address is in use.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, string url, Action<string> started, CancellationToken cancel)
    {
        await using var app = Build(source, url);
        await StartAsync(app, url, cancel);
        started(app.Urls.Single());
        await app.WaitForShutdownAsync(cancel);
    }

    internal static async Task StartAsync(WebApplication app, string url, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new BadEnvironment($"Nothing can be served on {url}: another program uses this port. Stop it, or choose another with --urls.", taken);
        }
        catch (SocketException refused)
        {
            throw new BadEnvironment($"Nothing can be served on {url}: {refused.Message}. Choose another address with --urls.", refused);
        }
    }

    /// <param name="follows">Keep the regions up to date while serving.</param>
    /// <param name="uploads">Where files that are sent wait; null = in COVERAGE_HOME.</param>
    internal static WebApplication Build(NpgsqlDataSource source, string url, bool follows = true, UploadFolder? uploads = null)
    {
        var address = LoopbackGuard.Listen(url);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = "web" });
        builder.WebHost.UseUrls(address.ToString()).ConfigureKestrel(Limit);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a failed start is told by StartAsync
        AddServices(builder.Services, source, uploads);
        if (follows) builder.Services.AddHostedService<RegionFollower>();
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 << 10;
        kestrel.Limits.MaxRequestLineSize = 4 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static void AddServices(IServiceCollection services, NpgsqlDataSource source, UploadFolder? uploads)
    {
        services.AddSingleton(source).AddSingleton<KeptAnswers>().AddSingleton<RegionExtents>().AddSingleton<TilePress>().AddSingleton<RegionNews>();
        services.AddSingleton(_ => uploads ?? UploadFolder.In(DatabaseChoice.From(null).Home)).AddSingleton<ImportJobs>();
        services.AddProblemDetails().AddExceptionHandler<Failures>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        services.AddResponseCompression();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = LongestAnswer });
        // A map asks for some twenty tiles at once; more than this at a time only makes all of them slower.
        services.AddRateLimiter(limits => limits.AddConcurrencyLimiter("data", queue =>
        {
            queue.PermitLimit = 16;
            queue.QueueLimit = 1000;
        }));
        services.AddApiDocument();
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseSecurityHeaders();
        app.UseLoopbackGuard();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapApiDocument();
        var data = app.MapGroup("").RequireRateLimiting("data");
        data.MapTiles();
        var api = data.MapGroup("/api");
        api.MapRegions();
        var region = api.MapGroup("/regions/{region}").ChecksQuery().OfRegion().ProducesProblem(404).ProducesValidationProblem();
        region.MapRegion();
        region.MapCoverage();
        region.MapProbe();
        region.MapSurvey();
        region.MapOverreach();
        region.MapPast();
        region.MapPolicies();
        region.MapSites();
        region.MapArchive();
        region.MapAcceptances();
        region.MapCameras();
        region.MapPreview();
        region.MapExports();
        region.MapEdits();
        region.MapDeliveries();
        app.MapGroup("/api/imports").ChecksQuery().ProducesValidationProblem().MapImports();
        // Listening takes no place from those who ask: it lasts as long as a page is open.
        app.MapGroup("/api/regions/{region}").ChecksQuery().OfRegion().ProducesProblem(404).MapEvents();
    }
}
