using System.Globalization;
using System.Text.Json;
using CoverageGis.Edits;

namespace CoverageGis.Tests.Coverage;

/// <summary>
/// Two regions side by side, 240 m wide in all, with a border through cameras, houses and yards; and random edits of all
/// that an analysis depends on. Metres east and north of 118.8° E, 32.06° N. The same for the same seed.
/// </summary>
internal sealed class EditTown(int seed)
{
    private const double Half = 120;

    private static readonly string[] Categories = ["fuel_station", "bus_stop", "mall", "compound"];
    private static readonly string[] Purposes = ["observe-person", "detect-person", "recognise-person"];

    private readonly Random _dice = new(seed);

    public static readonly string[] Regions = ["west", "east"];

    /// <summary>The features that a region begins with.</summary>
    public string Scene(string region)
    {
        var (left, right) = region == "west" ? (-Half, 0.0) : (0.0, Half);
        var features = new List<string>
        {
            // The second region is kept in another plane than the first.
            Feature(Box(left, -Half, right - left, 2 * Half), $$"""{"kind":"region","code":"{{region}}","name":"{{region}}","srid":{{(region == "west" ? 4549 : 4548)}}}"""),
        };
        for (var i = 0; i < 5; i++)
            features.AddRange([Camera(region, i), Occluder(region, i), Site(region, i)]);
        features.AddRange([Zone(region, 0), Area(region, 0)]);
        return $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";
    }

    /// <summary>An edit of one to three things in one of the regions.</summary>
    public (string Region, EditOrder Order) Edit()
    {
        var region = Regions[_dice.Next(2)];
        List<string> features = [], endings = [];
        for (var i = _dice.Next(1, 4); i > 0; i--)
            Draw(region, features, endings);
        using var body = JsonDocument.Parse(
            $$"""{"reason":"test","features":[{{string.Join(',', features)}}],"remove":[{{string.Join(',', endings.Distinct())}}]}""");
        var edit = EditBody.Read(body.RootElement)!;
        Assert.Empty(edit.Faults);
        return (region, edit.Order("tester"));
    }

    private void Draw(string region, List<string> features, List<string> endings)
    {
        var n = _dice.Next(8);
        switch (_dice.Next(20))
        {
            case < 8: features.Add(Camera(region, n)); break;
            case < 12: features.Add(Occluder(region, n)); break;
            case < 14: features.Add(Site(region, n)); break;
            case 14: features.Add(Zone(region, _dice.Next(5))); break;
            case 15: features.Add(Area(region, _dice.Next(3))); break;
            case 16: features.Add(Policy()); break;
            case 17: features.Add(Purpose()); break;
            case 18: endings.Add($$"""{"kind":"camera","code":"c{{_dice.Next(5)}}"}"""); break;
            default: endings.Add($$"""{"kind":"occluder","code":"o{{_dice.Next(5)}}"}"""); break;
        }
    }

    private string Camera(string region, int number)
    {
        var (x, y) = Place(region);
        var optics = _dice.Next(3) switch
        {
            0 => """ "hfov":90,"vfov":180,"tilt":10,"height":5,"pixels":4000,"range":60""",
            1 => """ "hfov":70,"vfov":40,"tilt":15,"height":4,"pixels":3840,"night_range":25""",
            _ => """ "height":[3,5]""",
        };
        var status = _dice.Next(6) == 0 ? "repair" : "in_use";
        var tolerance = _dice.Next(3) == 0 ? 22.5 : 0;
        return Feature(Point(x, y), Text($$"""{"kind":"camera","code":"c{{number}}","name":"","type":"{{(_dice.Next(9) == 0 ? "checkpoint" : "bullet")}}","azimuth":{{_dice.Next(360)}},"azimuth_tolerance":{{tolerance}},"status":"{{status}}",{{optics}}}"""));
    }

    private string Occluder(string region, int number)
    {
        var (x, y) = Place(region);
        return Feature(Box(x, y, _dice.Next(3, 20), _dice.Next(3, 20)), Text($$"""{"kind":"occluder","code":"o{{number}}","height":{{(_dice.Next(2) == 0 ? "12" : "[2,4]")}}}"""));
    }

    private string Site(string region, int number)
    {
        var (x, y) = Place(region);
        return Feature(Box(x, y, _dice.Next(8, 40), _dice.Next(8, 40)),
            Text($$"""{"kind":"site","code":"s{{number}}","name":"","category":"{{Categories[_dice.Next(4)]}}","in_scope":{{(_dice.Next(8) == 0 ? "false" : "true")}}}"""));
    }

    private string Zone(string region, int site)
    {
        var (x, y) = Place(region);
        return Feature(Box(x, y, 15, 25), Text($$"""{"kind":"zone","site":"s{{site}}","code":"z","purpose":"{{Purposes[_dice.Next(3)]}}","min_cameras":{{_dice.Next(1, 3)}},"hours":"{{(_dice.Next(2) == 0 ? "day" : "always")}}"}"""));
    }

    private string Area(string region, int number)
    {
        var (x, y) = Place(region);
        return Feature(Box(x, y, 12, 12), Text($$"""{"kind":"{{(_dice.Next(2) == 0 ? "protected" : "exempt")}}","code":"a{{number}}","reason":"test"}"""));
    }

    private string Policy() => Feature("null", Text(
        $$"""{"kind":"policy","category":"{{Categories[_dice.Next(4)]}}","purpose":"{{Purposes[_dice.Next(3)]}}","required_ratio":{{(_dice.Next(2) == 0 ? "0.5" : "1")}},"lit":{{(_dice.Next(2) == 0 ? "true" : "false")}}}"""));

    private string Purpose() => Feature("null", Text(
        $$"""{"kind":"purpose","name":"{{Purposes[_dice.Next(3)]}}","min_ppm":{{_dice.Next(20, 120)}},"z_min":0,"z_max":1.7}"""));

    private (double X, double Y) Place(string region) =>
        ((region == "west" ? -1 : 1) * _dice.NextDouble() * 80 - 5, (_dice.NextDouble() * 160) - 80);

    private static string Feature(string geometry, string properties) => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    private static string Point(double x, double y) => $$"""{"type":"Point","coordinates":{{At(x, y)}}}""";

    private static string Box(double x, double y, double wide, double deep) =>
        $$"""{"type":"Polygon","coordinates":[[{{At(x, y)}},{{At(x + wide, y)}},{{At(x + wide, y + deep)}},{{At(x, y + deep)}},{{At(x, y)}}]]}""";

    private static string At(double x, double y) => Text($"[{118.8 + (x / 94404.2):F9},{32.06 + (y / 110896.6):F9}]");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
