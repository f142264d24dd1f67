using CoverageGis.Tests.Coverage;
using Microsoft.Playwright;
using static CoverageGis.Tests.Coverage.DrawnScene;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>The page on the whole program: what is changed on the map is analysed, and the page follows by itself.</summary>
public sealed class LivePageTests(PostgisFixture postgis, Chromium chromium)
{
    private static readonly string[] Yard =
    [
        At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""),
        Camera("turn", 10, -10, 120),
        Camera("idle", 60, 10, 90),
    ];

    private static string Camera(string code, double x, double y, double azimuth) => At(Point(x, y), FormattableString.Invariant(
        $$"""{"kind":"camera","code":"{{code}}","name":"{{code}}","type":"bullet","azimuth":{{azimuth}},"hfov":90,"vfov":180,"tilt":10,"height":6,"pixels":20000,"range":90,"vendor":"Example"}"""));

    [Fact]
    public async Task A_camera_that_is_turned_by_its_handle_changes_the_share_of_its_site_on_the_open_page()
    {
        await using var server = await DrawnServer.FollowingAsync(postgis, Yard);
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), server.Address, "1440x900", "en");
        var page = visit.Page;
        await visit.GoAsync("#/map?region=r&camera=turn&view=32.05997,118.80012,20");
        await Expect(page.Locator(".row strong")).ToHaveTextAsync("0\u202f%");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change this camera" }).ClickAsync();
        await DragToNorthAsync(page);
        await Expect(page.Locator("#drawer form")).ToContainTextAsync("points better");
        await Visit.AssertAccessibleAsync(page);
        await page.GetByLabel("Why").FillAsync("turned on site");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".handle")).ToHaveCountAsync(0);
        await Expect(page.Locator(".row strong")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(9\\d\\.\\d|100)\u202f%$"), new() { Timeout = 30_000 });
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Compliant");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"));
        await Visit.DrawnAsync(page);
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, "live-1440x900-en");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_camera_that_no_site_needs_shows_what_it_would_see()
    {
        await using var server = await DrawnServer.OfAsync(postgis, Yard);
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), server.Address, "1440x900", "zh");
        await visit.GoAsync("#/map?region=r&camera=idle");
        await Expect(visit.Page.Locator("#drawer")).ToContainTextAsync("没有分区需要此视域", new() { Timeout = 30_000 });
        await Expect(visit.Page.Locator(".leaflet-overlay-pane path")).ToHaveCountAsync(3);
        visit.AssertQuiet();
    }

    private static async Task DragToNorthAsync(IPage page)
    {
        await Expect(page.Locator(".handle")).ToHaveCountAsync(2);
        var aim = (await page.Locator(".handle-aim").BoundingBoxAsync())!;
        var place = (await page.Locator(".handle-place").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(aim.X + 11, aim.Y + 11);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(place.X + 60, place.Y - 60, new() { Steps = 4 });
        await page.Mouse.MoveAsync(place.X + 11, place.Y - 80, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
