using System.Text.Json.Nodes;
using CoverageGis.Tests.Coverage;
using static CoverageGis.Tests.Coverage.DrawnScene;

namespace CoverageGis.Tests.Archive;

/// <summary>What the rules have against a drawn archive: every rule once, and beside it records that are as they should be.</summary>
public sealed class ArchiveChecksTests(PostgisFixture postgis)
{
    private const string Prefix = "320116000013";

    [Fact]
    public async Task Every_rule_finds_what_it_is_for_and_nothing_else()
    {
        await using var scene = await OfAsync(postgis, [.. Surroundings, .. Cameras.Select((c, i) => Camera(c, i))]);
        var expected = Cameras.SelectMany(c => c.Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => $"{c.Code} {r}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), await FindingsAsync(scene));
    }

    /// <param name="Code">Its code, or the end of a device code of the region's district.</param>
    /// <param name="Properties">Beside its code, its name and a direction of its own.</param>
    /// <param name="Rules">That have something against it.</param>
    private sealed record Drawn(string Code, double X, double Y, string Properties, string Rules = "");

    private static readonly string[] Surroundings =
    [
        At(Box(-500, -500, 1000, 1000), """{"kind":"region","code":"r","name":"Liuhe"}"""),
        At(Box(-490, -490, 480, 980), """{"kind":"unit","code":"320116001","name":"West Station"}"""),
        At(Box(-10, -490, 480, 980), """{"kind":"unit","code":"320117001","name":"East Station"}"""),
        At(Box(100, 100, 40, 40), """{"kind":"backdrop","code":"w1","layer":"water","name":"Mirror Lake"}"""),
        At($$"""{"type":"LineString","coordinates":[{{Place(-400, 300)}},{{Place(400, 300)}}]}""", """{"kind":"backdrop","code":"r1","layer":"road","class":"primary","name":"Long Road"}"""),
        At(Box(-200, -200, 40, 40), """{"kind":"occluder","code":"b1","name":"Tower","use":"building","height":20}"""),
        At(Box(200, -200, 30, 30), """{"kind":"site","code":"f1","name":"Fuel","category":"fuel_station"}"""),
    ];

    private static readonly Drawn[] Cameras =
    [
        new("good", -50, 0, """ "class":1,"安装时间":"2024-05-31","管理单位联系方式":"12345","录像保存天数":"90","监视方位":"4","azimuth":10,"联网属性":"networked" """),
        new("zero", -50, 10, """ "class":1,"install_time":"20240531","contact":0,"retention_days":30,"azimuth":20"""),
        new("bare1", -50, 20, """ "class":1,"azimuth":30""", "class1_incomplete"),
        new("bare2", -50, 30, """ "class":2,"azimuth":40"""),
        new($"{Prefix}21000001", -50, 40, """ "azimuth":50""", "class_missing"),
        new("32011600001210000001", -50, 50, """ "azimuth":60"""),
        new("32020500001320000001", -50, 60, """ "class":3,"azimuth":70""", "other_district"),
        new("32011700001320000001", -50, 70, """ "class":3,"azimuth":80""", "outside_district"),
        new("abroad", 900, 0, """ "azimuth":90""", "outside_region"),
        new("wet", 120, 120, """ "azimuth":100""", "in_water"),
        new("inside", -180, -180, """ "azimuth":110,"height":4""", "inside_building"),
        new("indoors", -175, -175, """ "azimuth":120,"height":4,"indoor":true,"室内外":"1" """, "indoor_or_not"),
        new("onroof", -170, -170, """ "azimuth":130,"height":22"""),
        new("onroad", -100, 300.5, """ "azimuth":140""", "on_road"),
        new("gantry", -90, 300.5, """ "azimuth":150,"type":"checkpoint","监视方位":"9" """, "checkpoint_all_round"),
        new("beside", -80, 302, """ "azimuth":160"""),
        new("twin1", -50, 90, """ "azimuth":170""", "same_place"),
        new("twin2", -50, 90.6, """ "azimuth":175""", "same_place"),
        new("back", -50, 90.3, """ "azimuth":350"""),
        new("blank1", -50, 100, "", "same_place_unaimed"),
        new("blank2", -50, 100, "", "same_place_unaimed"),
        new("name1", -50, 110, """ "name":"大门","azimuth":180""", "same_name"),
        new("name2", -50, 120, """ "name":"大门","azimuth":190""", "same_name"),
        new("westward", -50, 130, """ "name":"人民路由东往西","azimuth":90""", "name_direction"),
        new("westward2", -50, 135, """ "name":"中山路由东向西","azimuth":250"""),
        new("facing", -50, 140, """ "name":"广场朝北","azimuth":185""", "name_direction"),
        new("english", -50, 150, """ "name":"High Street east to west","azimuth":95""", "name_direction"),
        new("gate", -50, 160, """ "name":"通往北门","azimuth":180"""),
        new("both", -50, 165, """ "name":"卡口由东往西","type":"checkpoint","azimuth":92"""),
        new("coded", -50, 170, """ "监视方位":"1","azimuth":270""", "code_direction"),
        new("round", -50, 180, """ "监视方位":"9","azimuth":15""", "bullet_all_round"),
        new("wide", -50, 190, """ "hfov":200,"azimuth":25""", "bullet_wide_angle"),
        new("dome", -50, 200, """ "type":"dome_ptz","监视方位":"4","azimuth":5""", "dome_one_direction"),
        new("dome2", -50, 210, """ "type":"dome_ptz","监视方位":"4","azimuth":6,"看守位":"1" """),
        new("coarse", -50, 220, """ "pixels":3840,"分辨率":"4","azimuth":35""", "fine_but_coarse"),
        new("model", -50, 230, """ "设备型号":"XY-4K-2","分辨率":"4","azimuth":45""", "model_but_coarse"),
        new("fine", -50, 240, """ "pixels":1280,"分辨率":"7","azimuth":55""", "coarse_but_4k"),
        new("lookout", -50, 250, """ "function":"6","室内外":"2","azimuth":65""", "indoor_lookout"),
        new("brief", -50, 260, """ "录像保存天数":"15","azimuth":75""", "retention_of_law"),
        new("months", -50, 270, """ "录像保存天数":"三个月","azimuth":85""", "retention_unreadable"),
        new("serves", 215, -210, """ "录像保存天数":"30","azimuth":0,"hfov":60,"vfov":180,"tilt":10,"height":5,"pixels":3840""", "retention_of_site"),
        new("future", -50, 280, """ "安装时间":"2099-01-01","azimuth":105""", "installed_in_future"),
        new("never", -50, 285, """ "安装时间":"2024-13-01","azimuth":106""", "install_time_unreadable"),
        new("gone", -50, 290, """ "status":"removed","联网属性":"networked","录像保存天数":"3","azimuth":115""", "removed_but_networked"),
        new("unmapped", -40, 290, """ "status":"removed","联网属性":"0","azimuth":125"""),
        new("lonely", 215, -185, """ "class":3,"networked":false,"azimuth":180""", "class3_not_networked"),
    ];

    private static string Camera(Drawn one, int number)
    {
        var properties = JsonNode.Parse($$"""{{{one.Properties}}}""")!.AsObject();
        (properties["kind"], properties["code"]) = ("camera", one.Code);
        properties.TryAdd("name", FormattableString.Invariant($"n{number}"));
        properties.TryAdd("type", "bullet");
        return At(Point(one.X, one.Y), properties.ToJsonString());
    }

    private static async Task<List<string>> FindingsAsync(DrawnScene scene)
    {
        var text = await scene.ValueAsync<string>("select string_agg(camera || ' ' || rule, chr(10)) from archive_finding where valid_to = 'infinity'");
        return [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}
