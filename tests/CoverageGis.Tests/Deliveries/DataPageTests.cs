using CoverageGis.Tests.Coverage;
using CoverageGis.Tests.Exchange;
using CoverageGis.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoverageGis.Tests.Deliveries;

/// <summary>A person brings an archive in, finds a mistake, corrects it by dragging; and takes a delivery back. The real program.</summary>
public sealed class DataPageTests(PostgisFixture postgis, Chromium chromium)
{
    private const string Building = """{"kind":"occluder","code":"b1","name":"Tower","use":"building","height":20}""",
        Site = """{"kind":"site","code":"f1","name":"Fuel","category":"fuel_station"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string Archive = string.Join("\r\n",
        "机位号,设备名称,摄像机类型,看哪边,经度,纬度,联网属性,登录密码",
        Row("32011600001310000001", "Gate", 4, 0, 30, "0"), Row("32011600001310000002", "In the tower", 1, 0, 0, "1"), Row("32011600001310000003", "Yard", 2, 40, 0, "1"));

    [Fact]
    public async Task An_archive_is_brought_in_a_mistake_found_and_corrected_by_dragging()
    {
        await using var server = await OpenAsync();
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), server.Address, "1440x900", "en");
        var page = visit.Page;
        await SendAsync(page, $"{server.Address}#/data?region=T1", "archive.csv", Archive);
        await Expect(page.Locator(".columns tbody tr").First).ToContainTextAsync("机位号");
        await Expect(page.Locator("#data")).ToContainTextAsync("passwords are never kept");
        await page.GetByLabel("What 机位号 means").SelectOptionAsync("设备编码");
        await page.GetByLabel("What 看哪边 means").SelectOptionAsync("监视方位");
        await page.GetByLabel("What 联网属性 0 means").SelectOptionAsync("networked");
        await page.ReloadAsync(); // what was chosen stays
        await Expect(page.GetByLabel("What 机位号 means")).ToHaveValueAsync("设备编码");
        await page.GetByLabel("What 联网属性 1 means").SelectOptionAsync("not networked");
        await Expect(Button(page, "Import")).ToBeDisabledAsync();
        await Button(page, "Try it").ClickAsync();
        await Expect(page.Locator("tr[data-kind=camera]")).ToContainTextAsync("cameras3");
        await page.Locator("[data-fold=camera-new] summary").ClickAsync();
        await Expect(page.Locator("[data-fold=camera-new]")).ToContainTextAsync("32011600001310000002");
        Assert.Equal(0L, await server.Source.ValueAsync<long>("select count(*) from camera"));
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, "import-1440x900-en");
        await Button(page, "Import").ClickAsync();
        await Expect(page.Locator("#data .used")).ToContainTextAsync("archive.csv is in: cameras: 3 new");
        await page.GetByRole(AriaRole.Link, new() { Name = "Findings of the archive" }).ClickAsync();
        var finding = page.Locator("#archive .row", new() { HasText = "Inside a building" });
        await Expect(finding).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await finding.ClickAsync();
        await Expect(page.Locator("#drawer [data-rule=inside_building]")).ToHaveCountAsync(1);
        await CorrectAsync(page);
        await Expect(page.Locator("#drawer [data-rule=inside_building]")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(finding).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(page.Locator("#drawer h2")).ToContainTextAsync("In the tower");
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData("1440x900", "en", "Undo this delivery", "Leave these", "Undo it")]
    [InlineData("390x844", "zh", "撤销这次交付", "保留这些", "确认撤销")]
    public async Task A_delivery_is_looked_at_and_taken_back(string window, string language, string undo, string keep, string sure)
    {
        await using var server = await OpenAsync();
        await SceneText.ImportAsync(server.Source, SceneText.Collection(Camera("C1", 0, 30, 6), Camera("C2", 0, 40, 6)), "T1", "survey");
        await SceneText.ImportAsync(server.Source, SceneText.Collection(Camera("C1", 0, 30, 5), Camera("C2", 0, 40, 5), Camera("C3", 0, 50, 5)), "T1", "survey");
        await SceneText.ImportAsync(server.Source, SceneText.Collection(Camera("C2", 0, 40, 4)), "T1", "later", partial: true);
        await using var visit = await Visit.OpenAsync(await chromium.BrowserAsync(), server.Address, window, language);
        var page = visit.Page;
        await page.GotoAsync($"{server.Address}#/data?region=T1");
        await Expect(page.Locator("[data-delivery]")).ToHaveCountAsync(4);
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, $"data-{window}-{language}");
        await page.Locator("[data-delivery='3']").ClickAsync();
        await page.Locator("[data-fold=camera-changed] summary").ClickAsync();
        await Expect(page.Locator("[data-fold=camera-changed] dl").First).ToContainTextAsync("6 → 5");
        await page.GetByRole(AriaRole.Button, new() { Name = undo }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = sure })).ToBeDisabledAsync();
        await page.GetByLabel(keep).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = sure })).ToBeEnabledAsync();
        await Visit.AssertAccessibleAsync(page);
        await Visit.PictureAsync(page, $"undo-{window}-{language}");
        await page.GetByRole(AriaRole.Button, new() { Name = sure }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("delivery=[^3]"));
        Assert.Equal("C1 6, C2 4", await server.Source.ValueAsync<string>("select string_agg(code || ' ' || height_min, ', ' order by code) from camera where valid_to = 'infinity'"));
        await page.GoBackAsync();
        await Expect(page.Locator("#data .facts")).ToContainTextAsync("5");
    }

    private static async Task SendAsync(IPage page, string address, string name, string text)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Import a file" }).ClickAsync();
        await page.Locator(".drop input").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
    }

    /// <summary>The camera is dragged out of the building, and saved with a reason.</summary>
    private static async Task CorrectAsync(IPage page)
    {
        await page.Locator("#drawer .ask button").First.ClickAsync();
        var box = (await page.Locator(".handle-place").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 11, box.Y + 11);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 100, new() { Steps = 5 });
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 160, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.Locator("#drawer textarea").FillAsync("stands beside the tower");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private static ILocator Button(IPage page, string name) => page.Locator("#data").GetByRole(AriaRole.Button, new() { Name = name, Exact = name == "Import" });

    private static string Row(string code, string name, int direction, double x, double y, string networked)
    {
        var place = DrawnScene.Place(x, y).Trim('[', ']').Split(',');
        return $"{code},{name},3,{direction},{place[0]},{place[1]},{networked},secret";
    }

    private static string Camera(string code, double x, double y, double height) =>
        DrawnScene.At(DrawnScene.Point(x, y), FormattableString.Invariant($$"""{"kind":"camera","code":"{{code}}","name":"{{code}}","height":{{height}}}"""));

    private async Task<ImportServer> OpenAsync()
    {
        var server = await ImportServer.OfAsync(postgis, follows: true);
        await SceneText.ImportAsync(server.Source, SceneText.Collection(SceneText.RegionFeature(),
            DrawnScene.At(DrawnScene.Box(-10, -10, 20, 20), Building), DrawnScene.At(DrawnScene.Box(30, -20, 40, 40), Site)), source: "base");
        return server;
    }
}
