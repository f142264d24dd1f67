using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Coverage.Following;

/// <summary>An open page hears of an edit once its findings are worked out.</summary>
public sealed class EventTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const string Eye = """
        {"kind":"camera","code":"eye","name":"Eye","type":"bullet","azimuth":0,"hfov":120,"vfov":180,"tilt":10,"height":6,"pixels":20000,"range":90}
        """;

    [Fact]
    public async Task The_state_after_an_edit_is_told_within_a_second()
    {
        await using var server = await DrawnServer.FollowingAsync(postgis,
            At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""), At(Point(10, -10), Eye));
        await using var stream = await server.Http.GetStreamAsync("events", Cancel);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
        await StateAsync(events);
        // The first edits wait for code to be compiled and connections to be opened.
        var waits = new List<double>();
        foreach (var (azimuth, seen) in new[] { (180, 0), (0, 1), (180, 0), (0, 1) })
        {
            var clock = Stopwatch.StartNew();
            await EditAsync(server, azimuth);
            var before = "";
            do
            {
                var state = (string)(await StateAsync(events))["findings"]!;
                Assert.NotEqual(before, state);
                before = state;
            }
            while (await server.Scene.ValueAsync<double>("select ratio from coverage where valid_to = 'infinity'") != seen);
            waits.Add(clock.Elapsed.TotalSeconds);
        }
        Assert.True(waits.Min() < 1, $"waited {string.Join(", ", waits)} s");
    }

    private static async Task EditAsync(DrawnServer server, int azimuth)
    {
        using var body = new StringContent($$"""{"azimuth":{{azimuth}},"reason":"turned"}""", Encoding.UTF8, "application/json");
        using var answer = await server.Http.PatchAsync("cameras/eye", body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<JsonNode> StateAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancel))
        {
            if (events.Current.EventType == "state")
                return JsonNode.Parse(events.Current.Data)!;
        }
        throw new InvalidOperationException("The events ended.");
    }
}
