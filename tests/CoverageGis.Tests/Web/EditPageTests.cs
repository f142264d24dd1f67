using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>A camera is turned by its handle or by numbers; the server's preview and its edit are answered here.</summary>
[Collection<TownCollection>]
public sealed class EditPageTests(TownServer town, Chromium chromium)
{
    private const string Camera = "32011600001320000003";

    private const string Preview = """
        {"views":[{"purpose":"observe-person","certainty":"certain","light":"any","area_m2":900,"geometry":{"type":"Polygon","coordinates":[[[118.8349,32.3384],[118.8356,32.3381],[118.8355,32.3387],[118.8349,32.3384]]]}}],
         "zones":[{"site":"S2","site_name":"六合客运站","zone":"S2","ratio":0.214,"ratio_after":0.318}]}
        """;

    private async Task OnCameraAsync(string window, string language, Func<IPage, List<JsonNode>, Task> act)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, language);
        var asked = new List<JsonNode>();
        await visit.Page.RouteAsync($"**/cameras/{Camera}/preview", route =>
        {
            asked.Add(JsonNode.Parse(route.Request.PostData!)!);
            return route.FulfillAsync(new() { ContentType = "application/json", Body = Preview });
        });
        await visit.GoAsync($"#/map?region=town&camera={Camera}&view=32.33825,118.8352,18");
        await visit.Page.Locator("#drawer .ask button").ClickAsync();
        await Expect(visit.Page.Locator(".handle")).ToHaveCountAsync(2);
        await act(visit.Page, asked);
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData("1440x900", "en", "10.4 points better")]
    [InlineData("390x844", "zh", "提高 10.4 个百分点")]
    public Task Dragging_the_handle_turns_the_camera_and_shows_what_becomes_of_its_sites(string window, string language, string better) => OnCameraAsync(window, language, async (page, asked) =>
    {
        var aim = (await page.Locator(".handle-aim").BoundingBoxAsync())!;
        var place = (await page.Locator(".handle-place").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(aim.X + 11, aim.Y + 11);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + 60, place.Y + 11, new() { Steps = 4 });
        await page.Mouse.MoveAsync(place.X + 99, place.Y + 11, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("#drawer")).ToContainTextAsync(better);
        await Expect(page.Locator("input[name=azimuth]")).ToHaveValueAsync("90");
        Assert.Equal("90 observe-person", $"{asked[^1]["azimuth"]} {asked[^1]["purpose"]}");
        Assert.InRange((await page.Locator(".handle-aim").BoundingBoxAsync())!.Y, place.Y - 3, place.Y + 3);
        await Visit.AssertAccessibleAsync(page);
        await Visit.DrawnAsync(page);
        await Visit.PictureAsync(page, $"edit-{window}-{language}");
    });

    [Fact]
    public Task Numbers_and_arrow_keys_do_the_same_and_a_reason_is_needed() => OnCameraAsync("1440x900", "en", async (page, asked) =>
    {
        JsonNode? saved = null;
        await page.RouteAsync($"**/cameras/{Camera}", route =>
        {
            if (route.Request.Method != "PATCH") return route.ContinueAsync();
            saved = JsonNode.Parse(route.Request.PostData!);
            return route.FulfillAsync(new() { ContentType = "application/json", Body = "{}" });
        });
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save" });
        await Expect(save).ToBeDisabledAsync();
        await page.Locator(".handle-aim").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("input[name=azimuth]")).ToHaveValueAsync("151");
        await page.Locator("input[name=tilt]").FillAsync("200");
        await Expect(page.Locator(".faults")).ToContainTextAsync("between -20 and 90");
        await page.Locator("input[name=tilt]").FillAsync("20");
        await page.Locator("#drawer textarea").FillAsync("turned on site");
        await save.ClickAsync();
        await Expect(page.Locator(".handle")).ToHaveCountAsync(0);
        Assert.True(saved!.AsObject().Remove("version", out var version) && (long)version! > 0);
        Assert.Equal("""{"tilt":20,"azimuth":151,"reason":"turned on site"}""", saved!.ToJsonString());
        Assert.True(asked.Count >= 3);
    });

    [Fact]
    public Task Cancelling_leaves_everything_as_it_was() => OnCameraAsync("1440x900", "en", async (page, _) =>
    {
        await page.Locator("input[name=azimuth]").FillAsync("10");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".handle")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator(".handle")).ToHaveCountAsync(0);
        await Expect(page.Locator("#drawer .facts").First).ToContainTextAsync("150° (south-east)");
    });
}
