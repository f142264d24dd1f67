using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CoverageGis.Tests.Web;

/// <summary>One visit of the page: a fresh browser profile that notes every fault and every request to another host.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<string> _faults = [];

    // How many answers the page waits for; the line on which news come never ends and is none of them.
    private const string Asking = """
        window.asking = 0;
        const ask = window.fetch;
        window.fetch = (...request) => { window.asking++; return ask(...request).finally(() => setTimeout(() => window.asking--, 50)); };
        """;

    public List<string> Strangers { get; } = [];
    public IPage Page { get; }

    private Visit(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _faults.Add($"{message.Text} ({message.Location})"); };
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Response += (_, answer) => { if (answer.Status >= 400) _faults.Add($"{answer.Status} {answer.Url}"); };
        page.Request += (_, request) => Note(request.Url);
    }

    private void Note(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != _address.Authority)
            Strangers.Add(url);
    }

    public static async Task<Visit> OpenAsync(IBrowser browser, Uri address, string window, string language)
    {
        var size = window.Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = size[0], Height = size[1] },
            Locale = language == "zh" ? "zh-CN" : "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddInitScriptAsync(Asking);
        return new Visit(context, await context.NewPageAsync(), address);
    }

    /// <summary>Opens an address of the page and waits until the list is there.</summary>
    public async Task GoAsync(string hash)
    {
        await Page.GotoAsync($"{_address}{hash}");
        await Page.Locator(".row").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits until every tile in sight is painted.</summary>
    public static async Task DrawnAsync(IPage page)
    {
        await page.WaitForFunctionAsync("""
            () => {
              const tiles = [...document.querySelectorAll('canvas.leaflet-tile')];
              const isQuiet = window.asking === 0 && tiles.length > 0 && tiles.every(t => t.classList.contains('leaflet-tile-loaded'));
              window.quietSince = isQuiet ? window.quietSince ?? performance.now() : null;
              return isQuiet && performance.now() - window.quietSince > 300;
            }
            """);
        await page.EvaluateAsync("() => { window.quietSince = null; }");
    }

    /// <summary>How many pixels of the findings are painted.</summary>
    public static Task<int> InkAsync(IPage page) => page.EvaluateAsync<int>("""
        () => [...document.querySelectorAll('.leaflet-layer:nth-child(2) canvas')].reduce((sum, tile) => {
          const copy = new OffscreenCanvas(tile.width, tile.height).getContext('2d', { willReadFrequently: true });
          copy.drawImage(tile, 0, 0);
          const { data } = copy.getImageData(0, 0, tile.width, tile.height);
          let painted = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i]) painted++;
          return sum + painted;
        }, 0)
        """);

    public static async Task ClickMapAsync(IPage page, double lat, double lon)
    {
        var (x, y) = await PlaceAsync(page, lat, lon);
        await page.Mouse.ClickAsync(x, y);
    }

    public static async Task PointAsync(IPage page, double lat, double lon)
    {
        var (x, y) = await PlaceAsync(page, lat, lon);
        await page.Mouse.MoveAsync(x - 3, y);
        await page.Mouse.MoveAsync(x, y);
    }

    // Where a place is on the screen, from the middle of the map as its address tells it.
    private static async Task<(float X, float Y)> PlaceAsync(IPage page, double lat, double lon)
    {
        var box = (await page.Locator("#map").BoundingBoxAsync())!;
        var view = page.Url.Split("view=")[1].Split('&')[0].Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var world = 256 * Math.Pow(2, view[2]);
        var x = (lon - view[1]) / 360 * world;
        var y = (Mercator(view[0]) - Mercator(lat)) / (2 * Math.PI) * world;
        return ((float)(box.X + (box.Width / 2) + x), (float)(box.Y + (box.Height / 2) + y));
    }

    private static double Mercator(double latitude) => Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360)));

    /// <summary>Nothing serious found by axe-core.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        var axe = Path.Combine(Root(), "tests", "web", "lib", "axe-core", "axe.min.js");
        if (!File.Exists(axe)) Assert.Skip("axe-core is not restored: run ./test once, it fetches what tests/web/libman.json lists.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken) + "; void 0");
        var found = await page.EvaluateAsync<string>("""
            async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`))
            """);
        Assert.Empty(JsonSerializer.Deserialize<string[]>(found)!);
    }

    /// <summary>Keeps a picture for people to look at.</summary>
    public static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Root(), "artifacts", "screens", $"{name}.png") });

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    public void AssertQuiet()
    {
        Assert.Empty(_faults);
        Assert.Empty(Strangers);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
