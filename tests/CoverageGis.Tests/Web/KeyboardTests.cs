using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

[Collection<TownCollection>]
public sealed class KeyboardTests(TownServer town, Chromium chromium)
{
    [Theory]
    [InlineData("1440x900")]
    [InlineData("390x844")]
    public async Task Everything_is_reached_without_a_mouse(string window)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, "en");
        await visit.GoAsync("#/map?region=town");
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await keys.PressAsync("Tab");
        await Expect(page.Locator("#skip")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await page.Locator(".row").First.FocusAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(page.Locator(".row").Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("滨河小区");
        await Expect(page.Locator("#drawer")).ToBeFocusedAsync();
        await page.Locator("#drawer .item").First.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#drawer h2")).ToContainTextAsync("Gap of");
        await keys.PressAsync("Escape");
        await Expect(page.Locator("#drawer")).ToBeHiddenAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Search_is_a_slash_a_word_and_enter()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        await visit.GoAsync("#/map?region=town");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.Locator("#search")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("客运");
        await Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(3);
        await Visit.PictureAsync(visit.Page, "search-1440x900-en");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator(".hit").Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#drawer")).ToContainTextAsync("3201160000132000000");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData("1440x900")]
    [InlineData("720x450")]
    public async Task Text_of_double_size_is_neither_cut_nor_pushed_aside(string window)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, "en");
        await visit.GoAsync("#/map?region=town&site=S4");
        await Expect(visit.Page.Locator("#drawer h2")).ToHaveTextAsync("滨河小区");
        if (window == "1440x900") await visit.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '28px'; }");
        await Expect(visit.Page.Locator("#drawer .close")).ToBeInViewportAsync();
        await Expect(visit.Page.Locator("#map")).ToBeInViewportAsync();
        var cut = await visit.Page.EvaluateAsync<bool>("() => ['html', '.drawer-body'].some(s => document.querySelector(s).scrollWidth > document.querySelector(s).clientWidth)");
        Assert.False(cut);
        await Visit.PictureAsync(visit.Page, $"double-text-{window}-en");
    }

    [Fact]
    public async Task The_page_to_try_the_API_needs_nothing_from_elsewhere()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        await visit.Page.GotoAsync($"{town.Address}api/docs");
        await Expect(visit.Page.GetByText("The program runs and its database answers.").First).ToBeVisibleAsync(new() { Timeout = 15_000 });
        Assert.Empty(visit.Strangers);
        await Visit.PictureAsync(visit.Page, "api-1440x900");
    }
}
