using CoverageGis.Tests.Coverage;
using Microsoft.Playwright;
using static CoverageGis.Tests.Coverage.DrawnScene;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Web;

/// <summary>The Archive page on the whole program: a mistake is found in the list, corrected on the map or in the file, and vanishes.</summary>
public sealed class ArchivePageTests(PostgisFixture postgis, Chromium chromium)
{
    private static readonly string[] Yard =
    [
        At(Box(0, 0, 20, 20), """{"kind":"site","code":"yard","name":"Yard","category":"fuel_station"}"""),
        At(Box(-100, -100, 200, 200), """{"kind":"unit","code":"u1","name":"Yard Station"}"""),
        Camera("gate/1", 10, -10, 90, """ "name":"Gate facing north","监视方位":"1" """),
        Camera("wall", 60, 10, 90, """ "name":"Wall","class":1,"安装时间":"2024-05-31","录像保存天数":"90" """),
    ];

    private static string Camera(string code, double x, double y, double azimuth, string more) => At(Point(x, y), FormattableString.Invariant(
        $$"""{"kind":"camera","code":"{{code}}","type":"bullet","azimuth":{{azimuth}},"hfov":90,"vfov":180,"tilt":10,"height":6,"pixels":20000,"range":90,{{more}}}"""));

    [Theory]
    [InlineData("1440x900", "en")]
    [InlineData("390x844", "zh")]
    public async Task A_mistake_is_found_corrected_and_vanishes(string window, string language)
    {
        var isEnglish = language == "en";
        await using var server = await DrawnServer.FollowingAsync(postgis, Yard);
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), server.Address, window, language);
        var page = visit.Page;
        await visit.GoAsync("#/archive?region=r&view=32.05997,118.80012,19");
        if (!isEnglish)
            await page.Locator("#tab-list").ClickAsync();
        await Expect(page.Locator(".finding-row")).ToHaveCountAsync(2);
        await Visit.AssertAccessibleAsync(page);
        await page.Locator("#archive select").Nth(2).SelectOptionAsync("name_direction");
        await Expect(page.Locator(".finding-row")).ToHaveCountAsync(1);
        Assert.Contains("rule=name_direction", page.Url, StringComparison.Ordinal);
        await page.Locator(".finding-row").ClickAsync();
        await Expect(page.Locator("#drawer .finding")).ToContainTextAsync("90°");
        await Expect(page.Locator("#drawer .step")).ToHaveCountAsync(1);
        await Visit.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = isEnglish ? "Change this camera" : "修改此点位" }).ClickAsync();
        await page.Locator("input[name=azimuth]").FillAsync("5");
        await SaveAsync(page);
        await Expect(page.Locator("#drawer .finding")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(page.Locator("#drawer .turns").First).ToContainTextAsync("90", new() { Timeout = 30_000 });
        await Expect(page.Locator(".finding-row")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await CorrectAsync(visit, isEnglish);
        visit.AssertQuiet();
    }

    /// <summary>Another camera, in its file: what is missing is entered.</summary>
    private static async Task CorrectAsync(Visit visit, bool isEnglish)
    {
        var page = visit.Page;
        await visit.GoAsync("#/archive?region=r&camera=wall");
        await Expect(page.Locator("#drawer .finding")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = isEnglish ? "Correct the file" : "更正档案" }).ClickAsync();
        await page.Locator("input[name=管理单位联系方式]").FillAsync("025-5550100");
        await Visit.AssertAccessibleAsync(page);
        await SaveAsync(page);
        await Expect(page.Locator("#drawer .finding")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(page.Locator("#drawer .step")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Visit.PictureAsync(page, $"archive-{(isEnglish ? "en" : "zh")}");
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("#drawer textarea").FillAsync("looked at on site");
        await page.Locator("#drawer button[type=submit]").ClickAsync();
    }
}
