using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>What is required, and how it is changed. Edits are answered here: the tests are about the page.</summary>
[Collection<TownCollection>]
public sealed class PolicyPageTests(TownServer town, Chromium chromium)
{
    [Theory]
    [InlineData("1440x900", "en", "judged by version 2", "Bus stop")]
    [InlineData("390x844", "zh", "现行第 2 版", "公交站")]
    public async Task Policies_say_what_they_touch_and_by_which_version_the_results_were_judged(string window, string language, string used, string category)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, language);
        await visit.Page.GotoAsync($"{town.Address}#/policies?region=town");
        var page = visit.Page;
        if (language == "zh") await Expect(page.Locator("#policies .used")).ToContainTextAsync(used);
        else await Expect(page.Locator("#policies .used")).ToContainTextAsync("1 of 6 zones");
        await Expect(page.Locator("[data-policy=bus_stop]")).ToContainTextAsync(category);
        await Expect(page.Locator("[data-policy]")).ToHaveCountAsync(8);
        await Expect(page.Locator(".version")).ToHaveCountAsync(2);
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, $"policies-{window}-{language}");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_policy_is_changed_with_a_note_and_what_is_wrong_is_said_first()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        var page = visit.Page;
        JsonNode? sent = null;
        await page.RouteAsync("**/api/regions/town/edits", route =>
        {
            sent = JsonNode.Parse(route.Request.PostData!);
            return route.FulfillAsync(new() { ContentType = "application/json", Body = "{}" });
        });
        await page.GotoAsync($"{town.Address}#/policies?region=town");
        await page.Locator("[data-policy=fuel_station] button").ClickAsync();
        await page.GetByLabel("Share that must be seen").FillAsync("180");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".faults p")).ToHaveCountAsync(2);
        await Visit.PictureAsync(page, "policy-faults-1440x900-en");
        await Visit.AssertAccessibleAsync(page);
        await page.GetByLabel("Share that must be seen").FillAsync("95");
        await page.GetByLabel("Recordings kept").FillAsync("");
        await page.GetByLabel("Why").FillAsync("Decree 799");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#policies form")).ToHaveCountAsync(0);
        var policy = sent!["features"]![0]!["properties"]!;
        Assert.Equal("policy fuel_station 0.95 always true  Decree 799",
            $"{policy["kind"]} {policy["category"]} {policy["required_ratio"]} {policy["hours"]} {policy["lit"]} {policy["min_retention_days"]} {sent["reason"]}");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task A_category_without_a_policy_is_given_one_and_a_form_speaks_the_language_of_the_page()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        var page = visit.Page;
        JsonNode? sent = null;
        await page.RouteAsync("**/api/regions/town/edits", route =>
        {
            sent = JsonNode.Parse(route.Request.PostData!);
            return route.FulfillAsync(new() { ContentType = "application/json", Body = "{}" });
        });
        await page.GotoAsync($"{town.Address}#/policies?region=town");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create: Mall" }).ClickAsync();
        await page.GetByLabel("Share that must be seen").FillAsync("65");
        await page.GetByLabel("Why").FillAsync("第 1 号令");
        await page.Locator("#language").ClickAsync();
        await Expect(page.GetByLabel("须看到的比例")).ToHaveValueAsync("65");
        await Visit.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("#policies form")).ToHaveCountAsync(0);
        var policy = sent!["features"]![0]!["properties"]!;
        Assert.Equal("policy mall observe-person 0.65 1 第 1 号令", $"{policy["kind"]} {policy["category"]} {policy["purpose"]} {policy["required_ratio"]} {policy["min_cameras"]} {sent["reason"]}");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task What_cannot_be_saved_stays_in_the_form()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        var page = visit.Page;
        await page.RouteAsync("**/api/regions/town/edits", route => route.FulfillAsync(new()
        {
            Status = 400, ContentType = "application/problem+json", Body = """{"title":"The edit is not as it must be.","errors":{"min_ppm":["is too small"]}}""",
        }));
        await page.GotoAsync($"{town.Address}#/policies?region=town");
        await page.Locator("[data-purpose=observe-person] button").ClickAsync();
        await page.GetByLabel("Pixel density").FillAsync("2");
        await page.GetByLabel("Why").FillAsync("a try");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".faults")).ToContainTextAsync("min_ppm is too small");
        await Expect(page.GetByLabel("Pixel density")).ToHaveValueAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator("[data-purpose=observe-person] button")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task News_move_the_page_without_a_jump_and_longer_work_shows_how_far_it_is()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        var page = visit.Page;
        await page.RouteAsync("**/api/regions/town/events", route => route.FulfillAsync(new()
        {
            ContentType = "text/event-stream",
            Body = "retry: 3600000\nevent: state\ndata: {\"records\":\"r2\",\"findings\":\"f2\"}\n\nevent: progress\ndata: {\"doing\":\"views\",\"share\":0.42}\n\n",
        }));
        var asked = 0;
        page.Request += (_, request) => { if (request.Url.Contains("/summary", StringComparison.Ordinal)) asked++; };
        await page.AddInitScriptAsync("EventSource.prototype.close = () => {}; Object.defineProperty(EventSource.prototype, 'onerror', { set() {} });");
        await visit.GoAsync("#/map?region=town&site=S4");
        await Expect(page.Locator("#progress")).ToContainTextAsync("Camera views: 42.0");
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("滨河小区");
        var held = await page.Locator(".drawer-body").EvaluateAsync<int>("b => { b.scrollTop = 120; return b.scrollTop; }");
        await page.WaitForRequestAsync(request => request.Url.Contains("/summary", StringComparison.Ordinal), new() { Timeout = 5000 }).ContinueWith(_ => { }, TaskScheduler.Default);
        await page.WaitForTimeoutAsync(600);
        Assert.True(asked >= 2);
        Assert.Equal(held, await page.Locator(".drawer-body").EvaluateAsync<int>("b => b.scrollTop"));
        await Visit.PictureAsync(page, "progress-1440x900-en");
    }
}
