using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>The town as it was, and what has changed since (town-past.sql).</summary>
[Collection<TownCollection>]
public sealed partial class PastPageTests(TownServer town, Chromium chromium)
{
    private const string Then = "2026-01-02T12:00:00Z", Last = "2026-01-03T00:00:00Z";

    private async Task OnPageAsync(string window, string language, string address, Func<IPage, Task> act)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, language);
        await visit.GoAsync(address);
        await act(visit.Page);
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData("1440x900", "en", "not now")]
    [InlineData("390x844", "zh", "不是现在")]
    public Task A_past_state_says_that_it_is_one(string window, string language, string banner) =>
        OnPageAsync(window, language, $"#/map?region=town&at={Then}&site=S2&view=32.3372,118.8357,17", async page =>
        {
            await Expect(page.Locator("#past")).ToContainTextAsync(banner);
            await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("六合客运站");
            await Expect(page.Locator("#drawer .badge")).ToContainTextAsync("100");
            if (window != "390x844") await Expect(page.Locator("#legend-body [data-layer=views]")).ToBeEnabledAsync();
            await Visit.DrawnAsync(page);
            await Visit.AssertAccessibleAsync(page);
            await Visit.PictureAsync(page, $"past-{window}-{language}");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(page.Locator(".credits")).ToBeVisibleAsync();
            await Expect(page.Locator("#past")).ToBeVisibleAsync();
            await Visit.PictureAsync(page, $"print-{window}-{language}");
        });

    [Fact]
    public Task The_way_back_leads_to_now() => OnPageAsync("1440x900", "en", $"#/map?region=town&at={Then}&site=S2", async page =>
    {
        await page.Locator("#past button").ClickAsync();
        await Expect(page.Locator("#past")).ToBeHiddenAsync();
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Not compliant");
        Assert.DoesNotContain("at=", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await Expect(page.Locator("#past")).ToBeVisibleAsync();
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Compliant");
    });

    [Theory]
    [InlineData("1440x900", "en")]
    [InlineData("390x844", "zh")]
    public Task A_moment_is_picked_from_those_of_the_analyses(string window, string language) => OnPageAsync(window, language, "#/map?region=town", async page =>
    {
        await page.Locator("#time").ClickAsync();
        await Expect(page.Locator(".moment")).ToHaveCountAsync(2);
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, $"moments-{window}-{language}");
        await page.Locator(".moment").Nth(1).ClickAsync();
        await Expect(page.Locator("#past")).ToBeVisibleAsync();
        Assert.Contains($"at={Then}", page.Url, StringComparison.Ordinal);
        Assert.Contains($"at={Uri.EscapeDataString(Then)}", await page.Locator("#list .exports a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Locator("#time").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#time-panel")).ToBeHiddenAsync();
        await Expect(page.Locator("#time")).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData("1440x900", "en", "No longer seen")]
    [InlineData("390x844", "zh", "不再看到")]
    public Task Two_moments_are_compared_by_site_and_on_the_map(string window, string language, string lost) =>
        OnPageAsync(window, language, $"#/changes?region=town&from={Then}&at={Last}&view=32.339,118.8345,16", async page =>
        {
            await Expect(page.Locator("#changes .totals")).ToContainTextAsync(lost);
            await Expect(page.Locator("#changes .row-name")).ToHaveTextAsync(["滨河小区", "六合客运站", "建设路加油站"]);
            await Expect(page.Locator("#changes .change-lost").First).ToHaveTextAsync(Area());
            await Visit.DrawnAsync(page);
            Assert.True(await InkAsync(page) > 2000);
            await Visit.AssertAccessibleAsync(page);
            await Visit.PictureAsync(page, $"changes-map-{window}-{language}");
            if (window != "390x844") return;
            await page.Locator("#tab-list").ClickAsync();
            await Visit.PictureAsync(page, $"changes-list-{window}-{language}");
        });

    [Fact]
    public Task The_comparison_begins_with_the_last_two_analyses_and_leads_to_a_site() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.Locator("#rail-changes").ClickAsync();
        await Expect(page.Locator("#changes .row")).ToHaveCountAsync(3);
        Assert.Contains($"from={Then}", page.Url, StringComparison.Ordinal);
        await page.Locator("#changes .row").First.ClickAsync();
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("滨河小区");
        await Visit.DrawnAsync(page);
        await Visit.PictureAsync(page, "changes-site-1440x900-en");
    });

    [GeneratedRegex("^− [0-9.\u202f]+ ?(m²|ha)$")]
    private static partial Regex Area();

    private static Task<int> InkAsync(IPage page) => page.EvaluateAsync<int>("""
        () => { const c = document.querySelector('canvas.ground'); const { data } = c.getContext('2d').getImageData(0, 0, c.width, c.height);
          let painted = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) painted++; return painted; }
        """);
}
