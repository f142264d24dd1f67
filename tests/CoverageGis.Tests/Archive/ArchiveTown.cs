using System.Globalization;
using System.Text.Json;
using CoverageGis.Edits;

namespace CoverageGis.Tests.Archive;

/// <summary>
/// Random edits of two regions "a" and "b" that know some of the same codes: cameras on a coarse grid, so that they often
/// stand beside each other, share names and say odd things; and all that rules ask of what is around. The same for a seed.
/// </summary>
internal sealed class ArchiveTown(int seed)
{
    public static readonly string[] Regions = ["a", "b"];

    private static readonly string[] Names = ["大门", "由东往西", "北路朝南", "Gate east to west", ""];

    private readonly Random _dice = new(seed);

    public static string Ground(string region) => Feature(Box(-100, -100, 200, 200), $$"""{"kind":"region","code":"{{region}}","name":"{{region}}"}""");

    /// <summary>One to three things that are changed at once in one of the regions.</summary>
    public (string Region, EditOrder Order) Edit()
    {
        List<string> features = [], endings = [];
        for (var i = _dice.Next(1, 4); i > 0; i--)
            Draw(features, endings);
        var body = JsonSerializer.Deserialize<JsonElement>(
            $$"""{"reason":"test","features":[{{string.Join(',', features)}}],"remove":[{{string.Join(',', endings.Distinct())}}]}""");
        var edit = EditBody.Read(body)!;
        Assert.Empty(edit.Faults);
        return (Regions[_dice.Next(2)], edit.Order("tester"));
    }

    private void Draw(List<string> features, List<string> endings)
    {
        switch (_dice.Next(16))
        {
            case < 8: features.Add(Camera()); break;
            case < 10: features.Add(Feature(Box(Place(), Place(), _dice.Next(4, 30), _dice.Next(4, 30)), $$"""{"kind":"occluder","code":"o{{_dice.Next(3)}}","use":"building","height":{{_dice.Next(2, 20)}}}""")); break;
            case 10: features.Add(Feature(Box(Place(), Place(), 30, 20), $$"""{"kind":"site","code":"s{{_dice.Next(2)}}","name":"Site","category":"fuel_station"}""")); break;
            case 11: features.Add(Feature(Box(Place(), Place(), 40, 40), $$"""{"kind":"backdrop","code":"w{{_dice.Next(2)}}","layer":"water","name":"Pond"}""")); break;
            case 12: features.Add(Feature(Text($$"""{"type":"LineString","coordinates":[{{At(-90, Place())}},{{At(90, Place())}}]}"""), """{"kind":"backdrop","code":"r","layer":"road","class":"primary","name":"Road"}""")); break;
            case 13: features.Add(Feature(Box(Place(), -100, 60, 200), $$"""{"kind":"unit","code":"32011{{_dice.Next(6, 8)}}0{{_dice.Next(2)}}","name":"Unit {{_dice.Next(3)}}"}""")); break;
            case 14: endings.Add($$"""{"kind":"camera","code":"c{{_dice.Next(6)}}"}"""); break;
            default: endings.Add($$"""{"kind":"occluder","code":"o{{_dice.Next(3)}}"}"""); break;
        }
    }

    private string Camera()
    {
        var properties = new List<string>
        {
            "\"kind\":\"camera\"", $"\"code\":\"{(_dice.Next(5) == 0 ? "32011700001320000001" : $"c{_dice.Next(6)}")}\"", $"\"name\":\"{Names[_dice.Next(Names.Length)]}\"",
            $"\"type\":\"{(_dice.Next(4) == 0 ? "dome_ptz" : "bullet")}\"", "\"hfov\":90,\"vfov\":180,\"tilt\":10,\"height\":5,\"pixels\":3840",
            $"\"status\":\"{(_dice.Next(6) == 0 ? "removed" : "in_use")}\"",
        };
        Maybe(properties, $"\"azimuth\":{_dice.Next(4) * 90}");
        Maybe(properties, $"\"class\":{_dice.Next(1, 4)}");
        Maybe(properties, $"\"录像保存天数\":\"{new[] { "0", "15", "30", "90" }[_dice.Next(4)]}\"");
        Maybe(properties, $"\"安装时间\":\"{new[] { "2024-05-31", "2199-01-01", "soon" }[_dice.Next(3)]}\"");
        Maybe(properties, $"\"联网属性\":\"{new[] { "networked", "not_networked", "0" }[_dice.Next(3)]}\"");
        Maybe(properties, $"\"监视方位\":\"{_dice.Next(1, 10)}\"");
        return Feature(Text($$"""{"type":"Point","coordinates":{{At(Place(), Place())}}}"""), $"{{{string.Join(',', properties)}}}");
    }

    private void Maybe(List<string> properties, string one)
    {
        if (_dice.Next(3) > 0)
            properties.Add(one);
    }

    private double Place() => _dice.Next(-5, 6) * 12;

    private static string Feature(string geometry, string properties) => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    private static string Box(double x, double y, double wide, double deep) =>
        $$"""{"type":"Polygon","coordinates":[[{{At(x, y)}},{{At(x + wide, y)}},{{At(x + wide, y + deep)}},{{At(x, y + deep)}},{{At(x, y)}}]]}""";

    private static string At(double x, double y) => Text($"[{118.8 + (x / 94404.2):F9},{32.06 + (y / 110896.6):F9}]");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
