using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Coverage.Following;

internal static class EventRoutes
{
    public static void MapEvents(this IEndpointRouteBuilder region) =>
        region.MapGet("/events", (Delegate)Listen)
            .Produces(200, contentType: "text/event-stream").WithTags("Coverage").WithSummary("Server-sent events: `state` whenever the region has new stamps of records and findings, `progress` while longer work goes on.")
            .DisableRequestTimeout();

    private static IResult Listen(HttpContext http)
    {
        var region = http.State().Region;
        var heard = http.RequestServices.GetRequiredService<RegionNews>().Listen(region, http.RequestAborted);
        return heard is null
            ? TypedResults.Problem("Too many pages are open; ask for the state instead.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Too many listeners.")
            : TypedResults.ServerSentEvents(EventsAsync(http, region, heard, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpContext http, string region, System.Threading.Channels.ChannelReader<RegionEvent> heard, [EnumeratorCancellation] CancellationToken token)
    {
        var told = await StateAsync(http, region, token);
        yield return told;
        while (!token.IsCancellationRequested)
        {
            // A line now and then keeps what lies between from taking the silence for the end.
            var item = await NextAsync(heard, token) is not { } next ? new SseItem<string>("", "alive")
                : next.Doing is null ? await StateAsync(http, region, token)
                : new SseItem<string>(JsonSerializer.Serialize(new { doing = next.Doing, share = next.Share }), "progress");
            if (item.EventType == told.EventType && item.Data == told.Data)
                continue; // two commits, and the first of their news was told after both
            yield return item;
            told = item.EventType == told.EventType ? item : told;
        }
    }

    private static async Task<RegionEvent?> NextAsync(System.Threading.Channels.ChannelReader<RegionEvent> heard, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        try
        {
            return await heard.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<SseItem<string>> StateAsync(HttpContext http, string region, CancellationToken token)
    {
        var state = await RegionState.FindAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), region, token);
        return new SseItem<string>(JsonSerializer.Serialize(new { records = state?.Records, findings = state?.Findings }), "state");
    }
}
