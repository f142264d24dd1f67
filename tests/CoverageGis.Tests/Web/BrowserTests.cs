using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>The page in a real browser, on a desk and on a phone, in both languages.</summary>
[Collection<TownCollection>]
public sealed class BrowserTests(TownServer town, Chromium chromium)
{
    private async Task OnPageAsync(string window, string language, string address, Func<IPage, Task> act)
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, window, language);
        await visit.GoAsync(address);
        await act(visit.Page);
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData("1440x900", "en", "Compliant", "Legend and layers")]
    [InlineData("1440x900", "zh", "达标", "图例与图层")]
    [InlineData("1024x768", "en", "Compliant", "Legend and layers")]
    [InlineData("390x844", "en", "Compliant", "Legend and layers")]
    [InlineData("390x844", "zh", "达标", "图例与图层")]
    public Task The_page_shows_the_town_without_a_fault(string window, string language, string word, string legend) =>
        OnPageAsync(window, language, "#/map?region=town", async page =>
        {
            await Expect(page.Locator("#strip")).ToContainTextAsync(word);
            await Expect(page.Locator("#legend summary")).ToHaveTextAsync(legend);
            await Visit.DrawnAsync(page);
            await Visit.PictureAsync(page, $"map-{window}-{language}");
        });

    [Theory]
    [InlineData("1440x900", "en")]
    [InlineData("390x844", "zh")]
    public Task Nobody_is_shut_out(string window, string language) => OnPageAsync(window, language, "#/map?region=town", async page =>
    {
        await Visit.AssertAccessibleAsync(page);
        await page.GotoAsync(Hash(page, "region=town&site=S3"));
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("南门公交站");
        await Visit.AssertAccessibleAsync(page);
        await page.GotoAsync(Hash(page, "region=town&camera=32011600001320000005"));
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("南门街口");
        await Visit.AssertAccessibleAsync(page);
    });

    [Fact]
    public Task A_row_opens_its_site_and_a_click_beside_it_closes_it() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.GetByText("六合客运站").First.ClickAsync();
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("六合客运站");
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Not compliant");
        await Expect(page.Locator("#drawer")).ToContainTextAsync("Requires 80");
        Assert.Contains("site=S2", page.Url, StringComparison.Ordinal);
        await Visit.PictureAsync(page, "site-1440x900-en");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#drawer")).ToBeHiddenAsync();
        await Expect(page.Locator(".row", new() { HasText = "六合客运站" })).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_click_on_the_map_opens_what_lies_there() => OnPageAsync("1440x900", "en", "#/map?region=town&view=32.33842,118.83167,18", async page =>
    {
        await Visit.DrawnAsync(page);
        await Visit.ClickMapAsync(page, 32.33835, 118.8318);
        await Expect(page.Locator("#drawer h2")).ToContainTextAsync("Gap of");
        await Expect(page.Locator("#drawer")).ToContainTextAsync("南门公交站");
        await Visit.DrawnAsync(page);
        await Visit.PictureAsync(page, "gap-1440x900-en");
        await Visit.ClickMapAsync(page, 32.338605515, 118.831933523);
        await Expect(page.Locator("#drawer h2")).ToHaveTextAsync("南门街口");
        await Expect(page.Locator("#drawer")).ToContainTextAsync("estimated by type");
    });

    [Fact]
    public async Task What_cannot_be_loaded_is_said_and_tried_again()
    {
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), town.Address, "1440x900", "en");
        await visit.GoAsync("#/map?region=town");
        await visit.Page.RouteAsync("**/api/regions/town/sites?*", route => route.AbortAsync());
        await visit.Page.GetByLabel("State").SelectOptionAsync("unproven");
        await Expect(visit.Page.Locator("#list .trouble")).ToContainTextAsync("Nothing was lost");
        await visit.Page.UnrouteAllAsync();
        await visit.Page.Locator("#list .trouble button").ClickAsync();
        await Expect(visit.Page.Locator(".row .row-name")).ToHaveTextAsync(["南门公交站"]);
    }

    [Fact]
    public Task Pointing_at_a_row_marks_its_place() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.Locator(".row").First.HoverAsync();
        await Expect(page.Locator(".leaflet-overlay-pane path")).ToHaveCountAsync(2);
        await page.Locator("#search").HoverAsync();
        await Expect(page.Locator(".leaflet-overlay-pane path")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Pointing_at_the_map_marks_the_row() => OnPageAsync("1440x900", "en", "#/map?region=town&view=32.3379,118.8353,17", async page =>
    {
        await Visit.DrawnAsync(page);
        await Visit.PointAsync(page, 32.337871, 118.835342);
        await Expect(page.Locator(".row.pointed .row-name")).ToHaveTextAsync("六合客运站");
    });

    [Fact]
    public Task A_filter_is_part_of_the_address_and_the_back_button_undoes_it() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.GetByLabel("State").SelectOptionAsync("not_compliant");
        await Expect(page.Locator(".row")).ToHaveCountAsync(3);
        Assert.Contains("state=not_compliant", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Category").SelectOptionAsync("compound");
        await Expect(page.Locator(".row")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Expect(page.Locator(".row")).ToHaveCountAsync(3);
        await page.GoBackAsync();
        await Expect(page.Locator(".row")).ToHaveCountAsync(7);
    });

    [Fact]
    public Task A_figure_of_the_summary_leads_to_the_list_that_it_counts() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.Locator(".stat", new() { HasText = "Not compliant" }).ClickAsync();
        await Expect(page.Locator(".row")).ToHaveCountAsync(3);
    });

    [Fact]
    public Task The_language_is_switched_and_remembered() => OnPageAsync("1440x900", "en", "#/map?region=town", async page =>
    {
        await page.GetByText("中文", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("#strip")).ToContainTextAsync("确定盲区");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(town.Address.ToString());
        await Expect(page.Locator("#strip")).ToContainTextAsync("确定盲区");
    });

    [Fact]
    public Task A_layer_that_is_switched_off_is_not_drawn_and_stays_off_in_the_address() => OnPageAsync("1440x900", "en", "#/map?region=town&view=32.3379,118.8353,17", async page =>
    {
        await Visit.DrawnAsync(page);
        var before = await Visit.InkAsync(page);
        foreach (var layer in new[] { "Sites", "Gaps", "Seen ground", "Camera views", "Cameras" })
            await page.Locator("#legend").GetByLabel(layer).UncheckAsync();
        await Visit.DrawnAsync(page);
        Assert.True(await Visit.InkAsync(page) < before / 4);
        Assert.Contains("layers=areas,buildings", page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task An_address_of_a_region_that_is_not_here_leads_to_one_that_is() => OnPageAsync("1440x900", "en", "#/map?region=atlantis&site=S1&view=1,1,12", async page =>
    {
        await Expect(page.Locator("#drawer")).ToBeHiddenAsync();
        Assert.DoesNotContain("atlantis", page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_region_without_sites_says_how_to_begin() => OnPageAsync("1440x900", "en", "#/map?region=hamlet", async page =>
    {
        await Expect(page.Locator("#list")).ToContainTextAsync("Hamlet stop");
        await page.Locator("#region").SelectOptionAsync("void");
        await Expect(page.Locator("#begin")).ToContainTextAsync("This region has no sites");
    });

    private static string Hash(IPage page, string query) => $"{page.Url.Split('#')[0]}#/map?{query}";
}
