using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>Causes, night, surveys, overreach, and the probe of one point. What other rooms answer is answered here.</summary>
[Collection<TownCollection>]
public sealed class FindingPageTests(TownServer town, Chromium chromium)
{
    private const string Probe = """
        {"point":{"type":"Point","coordinates":[118.83285,32.33975]},"ground":"watched","zones":[{"site":"S4","zone":"S4","purpose":"observe-person"}],"gap":null,"cameras":[
          {"code":"32011600001320000006","name":"小区东门","status":"in_use","distance_m":31.2,"ppm":88.4,"certainty":null,"estimated":false,"point":{"type":"Point","coordinates":[118.8342565,32.3406858]},
           "misses":[{"code":"blocked","has":1.2,"needs":12}],"blockers":[{"code":"b3-7","use":"building","height":12,"bearing":48,"distance_m":14.5,"point":{"type":"Point","coordinates":[118.8335,32.3402]}}]},
          {"code":"32011600001320000007","name":"小区西门","status":"in_use","distance_m":64.8,"ppm":41.2,"certainty":null,"estimated":true,"point":{"type":"Point","coordinates":[118.8317975,32.340226]},
           "misses":[{"code":"density","has":41.2,"needs":62.5},{"code":"horizontal_field","has":53.1,"needs":30.4}],"blockers":[]}]}
        """;

    private const string Overreach = """
        {"overreach":[{"camera":"32011600001320000006","camera_region":"town","name":"小区东门","area":"p1","area_name":"职工宿舍","certainty":"certain","area_m2":375,"since":"2026-01-03T00:00:00Z","point":{"type":"Point","coordinates":[118.8338,32.3409]}}],"last":null}
        """;

    private async Task OnPageAsync(string window, string language, string address, Func<IPage, Task> act)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, language);
        await AnswerAsync(visit.Page, "probe?*", Probe);
        await AnswerAsync(visit.Page, "overreach", Overreach);
        await AnswerAsync(visit.Page, "sites/S3/survey", """
            {"cameras":[{"camera":"32011600001320000005","name":"南门街口","fields":["hfov","tilt"],"unproven_m2":540,"adds_m2":512.5,"cumulative_share":0.91}]}
            """);
        await visit.GoAsync(address);
        await act(visit.Page);
        visit.AssertQuiet();
    }

    private static Task AnswerAsync(IPage page, string path, string json) =>
        page.RouteAsync($"**/api/regions/town/{path}", route => route.FulfillAsync(new() { ContentType = "application/json", Body = json }));

    [Theory]
    [InlineData("1440x900", "en", "Blocked by the building to the", "Re-aim a camera", "70.0")]
    [InlineData("390x844", "zh", "被", "调整朝向", "70.0")]
    public Task A_gap_says_why_with_shares_and_what_work_follows(string window, string language, string cause, string action, string share) =>
        OnPageAsync(window, language, "#/map?region=town&site=S4", async page =>
        {
            await page.Locator("#drawer .item", new() { HasText = action }).First.ClickAsync();
            await Expect(page.Locator("#drawer")).ToContainTextAsync(cause);
            await Expect(page.Locator("#drawer")).ToContainTextAsync(share);
            await Expect(page.Locator("#drawer .facts").First).ToContainTextAsync(action);
            await Visit.DrawnAsync(page);
            await Visit.AssertAccessibleAsync(page);
            await Visit.PictureAsync(page, $"causes-{window}-{language}");
        });

    [Fact]
    public Task Night_stands_beside_day_and_an_estimate_is_called_one() => OnPageAsync("1440x900", "en", "#/map?region=town&site=S1", async page =>
    {
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Certainly seen by night");
        await Visit.PictureAsync(page, "night-1440x900-en");
        await page.GotoAsync($"{town.Address}#/map?region=town&site=S3");
        await Expect(page.Locator("#drawer .facts").First).ToContainTextAsync("an estimate, proves nothing");
    });

    [Fact]
    public Task Surveys_come_in_the_order_in_which_they_prove_most() => OnPageAsync("1440x900", "en", "#/map?region=town&site=S3", async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Work out the order" }).ClickAsync();
        await Expect(page.Locator("#drawer")).ToContainTextAsync("To survey: Field of view across, Tilt below level");
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, "survey-1440x900-en");
    });

    [Theory]
    [InlineData("1440x900", "en", "1 view reaches a protected area")]
    [InlineData("390x844", "zh", "1 处视域进入受保护区域")]
    public Task Overreach_is_listed(string window, string language, string title) => OnPageAsync(window, language, "#/map?region=town", async page =>
    {
        await page.Locator(".stat").Last.ClickAsync();
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync(title);
        await Expect(page.Locator("#drawer .item")).ToContainTextAsync("职工宿舍");
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, $"overreach-{window}-{language}");
    });

    [Theory]
    [InlineData("1440x900", "en", "Seen by no camera", "Behind the building to the north-east")]
    [InlineData("390x844", "zh", "没有摄像机看到", "东北侧的建筑")]
    public Task A_point_is_probed_by_a_click_and_by_a_button(string window, string language, string verdict, string blocker) =>
        OnPageAsync(window, language, "#/map?region=town&view=32.33975,118.83285,18&layers=cameras,buildings", async page =>
        {
            await Visit.DrawnAsync(page);
            if (window == "390x844") await page.Locator("#zoom-probe").ClickAsync();
            else await Visit.ClickMapAsync(page, 32.33975, 118.83285);
            await Expect(page.Locator("#drawer")).ToContainTextAsync(verdict);
            await Expect(page.Locator("#drawer .item-note").Nth(1)).ToContainTextAsync(blocker);
            await Expect(page.Locator(".leaflet-overlay-pane path")).ToHaveCountAsync(8);
            Assert.Contains("probe=118.8328", page.Url, StringComparison.Ordinal);
            await Visit.DrawnAsync(page);
            await Visit.AssertAccessibleAsync(page);
            await Visit.PictureAsync(page, $"probe-{window}-{language}");
        });
}
