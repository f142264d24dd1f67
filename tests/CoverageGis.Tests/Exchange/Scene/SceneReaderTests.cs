using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Scene;

public sealed class SceneReaderTests
{
    /// <summary>What is wrong with a camera's properties, and what the report says of it.</summary>
    public static readonly TheoryData<string, string> FaultyCameras = new()
    {
        { "\"hfov\":\"60\"", "hfov \"60\" is wrong; right would be a number from 0.1 to 360" },
        { "\"hfov\":0", "hfov 0 is wrong" },
        { "\"hfov\":361", "hfov 361 is wrong" },
        { "\"hfov\":[70,60]", "hfov [70,60] is wrong; right would be [min, max]" },
        { "\"hfov\":[60]", "hfov [60] is wrong" },
        { "\"hfov\":[60,null]", "hfov [60,null] is wrong" },
        { "\"hfov\":1e999", "hfov 1e999 is wrong" },
        { "\"vfov\":181", "vfov 181 is wrong" },
        { "\"tilt\":91", "tilt 91 is wrong" },
        { "\"height\":-1", "height -1 is wrong" },
        { "\"height\":true", "height true is wrong" },
        { "\"pixels\":0", "pixels 0 is wrong" },
        { "\"azimuth\":\"north\"", "azimuth \"north\" is wrong" },
        { "\"azimuths\":[]", "azimuths [] is wrong" },
        { "\"azimuth_tolerance\":-1", "azimuth_tolerance -1 is wrong" },
        { "\"class\":1.5", "class 1.5 is not a whole number" },
        { "\"type\":\"dome\"", "type \"dome\" is not one of dome_ptz" },
        { "\"status\":\"broken\"", "status \"broken\" is not one of in_use, repair, removed" },
        { "\"mount\":\"roof\"", "mount \"roof\" is not one of pole, wall" },
        { "\"indoor\":\"no\"", "indoor \"no\" is wrong; right would be true or false" },
        { "\"name\":{}", "name {} is wrong; right would be a text" },
        { "\"function\":[{}]", "function [{}] is wrong" },
        { "\"code\":\"C2\"", "code stands there twice" },
    };

    /// <summary>Kind, geometry, further properties, and what the report says.</summary>
    public static readonly TheoryData<string, string, string, string> FaultyFeatures = new()
    {
        { "camera", Null, "\"code\":\"A\"", "its geometry must be a Point" },
        { "camera", Square(118.8), "\"code\":\"A\"", "its geometry must be a Point" },
        { "camera", """{"type":"Point","coordinates":[0,0]}""", "\"code\":\"A\"", "[0,0] is no place but a missing one" },
        { "camera", """{"type":"Point","coordinates":[32.3,118.8]}""", "\"code\":\"A\"", "are longitude and latitude swapped?" },
        { "camera", """{"type":"Point","coordinates":[386678.49,3549135.64]}""", "\"code\":\"A\"", "is not in degrees" },
        { "camera", """{"type":"Point","coordinates":["118.8",32.3]}""", "\"code\":\"A\"", "is no position" },
        { "camera", """{"type":"Point","coordinates":[118.8]}""", "\"code\":\"A\"", "is no position" },
        { "camera", """{"type":"Point","coordinates":[]}""", "\"code\":\"A\"", "is no position" },
        { "camera", """{"type":"Point"}""", "\"code\":\"A\"", "its geometry has no coordinates" },
        { "camera", "[118.8,32.3]", "\"code\":\"A\"", "its geometry is no GeoJSON geometry" },
        { "camera", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"name\":\"A\"", "code is missing" },
        { "camera", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"code\":\" \"", "code is missing" },
        { "camera", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"code\":\"a\\u0007b\"", "code holds control characters" },
        { "camera", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"code\":\"3.2E+19\"", "was rounded by a spreadsheet" },
        { "camera", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"code\":3.2E+19", "was rounded by a spreadsheet" },
        { "site", Square(118.8), "\"code\":\"A\"", "category is missing; right would be one of airport" },
        { "site", Square(118.8), "\"code\":\"A\",\"category\":\"station\"", "category \"station\" is not one of" },
        { "site", """{"type":"Point","coordinates":[118.8,32.3]}""", "\"code\":\"A\",\"category\":\"bus_stop\"", "needs a radius" },
        { "site", """{"type":"LineString","coordinates":[[118.8,32.3],[118.9,32.3]]}""", "\"code\":\"A\",\"category\":\"mall\"", "must be a Polygon or MultiPolygon, or a Point" },
        { "site", """{"type":"Polygon","coordinates":[]}""", "\"code\":\"A\",\"category\":\"mall\"", "its geometry is empty" },
        { "site", """{"type":"Polygon","coordinates":[[[118.8,32.3],[118.9,32.3]]]}""", "\"code\":\"A\",\"category\":\"mall\"", "right would be four or more" },
        { "site", """{"type":"Polygon","coordinates":[[[118.8,32.3],[118.9,32.3],[118.8,32.3],[118.8,32.3]]]}""", "\"code\":\"A\",\"category\":\"mall\"", "encloses no area" },
        { "site", """{"type":"Polygon","coordinates":[[118.8,32.3],[118.9,32.3]]}""", "\"code\":\"A\",\"category\":\"mall\"", "is no position" },
        { "site", """{"type":"Polygon","coordinates":[1,2]}""", "\"code\":\"A\",\"category\":\"mall\"", "not nested as its type asks" },
        { "site", """{"type":"GeometryCollection","coordinates":[]}""", "\"code\":\"A\",\"category\":\"mall\"", "GeometryCollection has no meaning here" },
        { "zone", Square(118.8), "\"code\":\"A\"", "site is missing" },
        { "zone", Square(118.8), "\"code\":\"A\",\"site\":\"S\",\"required_ratio\":1.1", "required_ratio 1.1 is wrong" },
        { "zone", Square(118.8), "\"code\":\"A\",\"site\":\"S\",\"certainty\":\"sure\"", "certainty \"sure\" is not one of" },
        { "purpose", Null, "\"name\":\"p\",\"min_ppm\":25,\"z_min\":2,\"z_max\":1", "z_max 1 is below z_min 2" },
        { "purpose", Null, "\"name\":\"p\",\"z_min\":0,\"z_max\":1", "min_ppm is missing" },
        { "purpose", Square(118.8), "\"name\":\"p\",\"min_ppm\":25,\"z_min\":0,\"z_max\":1", "its geometry must be null" },
        { "policy", Null, "\"category\":\"mall\"", "purpose is missing" },
        { "occluder", Square(118.8), "\"name\":\"x\"", "height is missing" },
        { "occluder", Square(118.8), "\"height\":3,\"base\":4", "height 3 is below base 4" },
        { "occluder", """{"type":"LineString","coordinates":[[118.8,32.3],[118.9,32.3]]}""", "\"height\":3", "needs a width" },
        { "occluder", """{"type":"LineString","coordinates":[[118.8,32.3]]}""", "\"height\":3,\"width\":1", "fewer than two points" },
        { "exempt", Square(118.8), "\"until\":\"next year\"", "until \"next year\" is no date" },
        { "backdrop", Square(118.8), "\"code\":\"A\",\"layer\":\"sky\"", "layer \"sky\" is not one of road, rail, water, green" },
    };

    /// <summary>A feature that is none, and what the report says.</summary>
    public static readonly TheoryData<string, string> NoFeatures = new()
    {
        { "17", "is not an object" },
        { "null", "is not an object" },
        { """{"type":"Feature","geometry":null}""", "has no properties" },
        { """{"type":"Feature","geometry":null,"properties":null}""", "has no properties" },
        { """{"type":"Feature","geometry":null,"properties":{}}""", "has no kind" },
        { """{"type":"Feature","geometry":null,"properties":{"kind":7}}""", "has no kind" },
        { """{"type":"Feature","geometry":null,"properties":{"kind":"tree"}}""", "is of kind \"tree\"; right would be one of backdrop, camera" },
        { """{"type":"Feature","geometry":null,"properties":{"kind":"camera","code":"\ud800"}}""", "lone surrogate" },
    };

    [Theory, MemberData(nameof(FaultyCameras))]
    public void A_camera_with_a_wrong_value_is_skipped_and_named(string property, string expected)
    {
        var (items, report) = Read(Collection(Camera("C1", property)));
        Assert.Empty(items);
        Assert.Equal((1, 1), (report.Kinds["camera"].Read, report.Kinds["camera"].Skipped));
        var problem = Assert.Single(report.Problems);
        Assert.StartsWith("feature 1 (camera C", problem.Ref, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(FaultyFeatures))]
    public void A_feature_that_cannot_be_right_is_skipped_and_named(string kind, string geometry, string more, string expected)
    {
        var (items, report) = Read(Collection(Feature(geometry, $$"""{"kind":"{{kind}}",{{more}}}""")));
        Assert.Empty(items);
        Assert.Equal((1, 1), (report.Kinds[kind].Read, report.Kinds[kind].Skipped));
        Assert.Contains(report.Problems, p => p.Reason.Contains(expected, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(NoFeatures))]
    public void What_is_no_feature_of_a_scene_is_counted_and_named(string feature, string expected)
    {
        var (items, report) = Read(Collection(feature, Camera("C1")));
        Assert.Single(items);
        Assert.Equal(1, report.Kinds["feature"].Skipped);
        Assert.Contains(expected, Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_a_feature_are_named_at_once()
    {
        var (_, report) = Read(Collection(Feature(Null, """{"kind":"camera","hfov":0,"type":"dome","tilt":"steep"}""")));
        var reason = Assert.Single(report.Problems).Reason;
        Assert.All(["geometry", "code", "hfov", "type", "tilt"], word => Assert.Contains(word, reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_camera_keeps_what_is_recorded_and_nothing_else()
    {
        var camera = One<CameraItem>(Camera("C1", "\"name\":\"门\",\"height\":[4,6],\"azimuth\":-90,\"tilt\":null,\"function\":\"1/5\",\"设备厂商\":\"望岚\",\"x\":{\"y\":[1]}"));
        Assert.Equal(("C1", "门", "other", "in_use", "pole"), (camera.Code, camera.Name, camera.Type, camera.Status, camera.Mount));
        Assert.Equal(new Interval(4, 6), camera.Height);
        Assert.Equal([270], camera.Azimuths!);
        Assert.Equal(["1", "5"], camera.Function);
        Assert.All([camera.Hfov, camera.Vfov, camera.Tilt, camera.Pixels, camera.Range, camera.NightRange], Assert.Null);
        Assert.Equal("""{"设备厂商":"望岚","x":{"y":[1]}}""", camera.Attributes!.ToJsonString(ImportReport.Json));
    }

    [Theory]
    [InlineData("\"azimuth\":null", null, 0)]
    [InlineData("\"azimuth\":0", "0", 0)]
    [InlineData("\"azimuth\":360", "0", 0)]
    [InlineData("\"azimuth\":90,\"azimuth_tolerance\":22.5", "90", 22.5)]
    [InlineData("\"azimuth\":[350,370]", "0", 10)]
    [InlineData("\"azimuths\":[10,190]", "10 190", 0)]
    public void Directions_are_read(string properties, string? azimuths, double tolerance)
    {
        var camera = One<CameraItem>(Camera("C1", properties));
        Assert.Equal(azimuths, camera.Azimuths is null ? null : string.Join(' ', camera.Azimuths));
        Assert.Equal(tolerance, camera.AzimuthTolerance);
    }

    [Theory]
    [InlineData("\"hfov\":40,\"vfov\":60", "vfov 60 is above hfov 40")]
    [InlineData("\"class\":1,\"azimuth\":0", "a class 1 camera without a contact")]
    [InlineData("\"class\":2", "without an azimuth")]
    [InlineData("\"class\":5", "class 5 is not one of 1, 2, 3, 4, 9")]
    [InlineData("\"note\":\"a\\u0000b\"", "note holds a NUL")]
    [InlineData("\"note\":[\"\\ud800\"]", "note holds a NUL, half a character")]
    [InlineData("\"note\":1e999", "endless number")]
    public void An_odd_value_is_a_warning_and_no_rejection(string properties, string expected)
    {
        var (items, report) = Read(Collection(Camera("C1", properties)));
        Assert.Single(items);
        Assert.Contains(expected, Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Unbounded_vertical_view_and_contact_are_nothing_odd() =>
        Assert.Empty(Read(Collection(Camera("C1", "\"hfov\":40,\"vfov\":180,\"class\":1,\"azimuth\":3,\"管理单位联系方式\":\"000\""))).Report.Problems);

    [Fact]
    public void A_ring_that_crosses_itself_is_repaired_and_named()
    {
        const string bow = """{"type":"Polygon","coordinates":[[[118.8,32.3],[118.801,32.301],[118.801,32.3],[118.8,32.301],[118.8,32.3]]]}""";
        var (items, report) = Read(Collection(Feature(bow, """{"kind":"site","code":"S","category":"mall"}""")));
        var shape = Assert.IsType<SiteItem>(Assert.Single(items)).Shape;
        Assert.True(shape.IsValid);
        Assert.Equal(4326, shape.SRID);
        Assert.Equal(0.5e-6, shape.Area, 1e-12);
        Assert.Equal("its polygon crosses itself and was repaired", Assert.Single(report.Problems).Reason);
    }

    [Fact]
    public void An_open_ring_is_closed_and_named()
    {
        const string open = """{"type":"Polygon","coordinates":[[[118.8,32.3],[118.801,32.3],[118.801,32.301]]]}""";
        var (items, report) = Read(Collection(Feature(open, """{"kind":"site","code":"S","category":"mall"}""")));
        Assert.Equal(4, Assert.IsType<SiteItem>(Assert.Single(items)).Shape.NumPoints);
        Assert.Equal("a ring was open and was closed", Assert.Single(report.Problems).Reason);
    }

    [Fact]
    public void Every_kind_is_read()
    {
        const string line = """{"type":"LineString","coordinates":[[118.8,32.3],[118.801,32.3]]}""";
        var (items, report) = Read(Collection(
            RegionFeature("""{"kind":"region","code":"T1","srid":4549}"""), Camera("C1"),
            Feature("""{"type":"Point","coordinates":[118.8,32.3]}""", """{"kind":"site","code":"B","category":"bus_stop","radius":15,"in_scope":false}"""),
            Zone("B", "Z", "\"required_ratio\":0.5,\"indoor\":true,\"counts_capture\":true,\"min_cameras\":2,\"min_retention_days\":30"),
            Feature(Null, """{"kind":"purpose","name":"p","min_ppm":25,"z_min":0,"z_max":1.7,"max_tilt":15}"""),
            Feature(Null, """{"kind":"policy","category":"mall","purpose":"p","required_ratio":0.7}"""),
            Occluder("\"height\":[9,12],\"base\":3"), Feature(line, """{"kind":"occluder","height":2,"width":0.3,"code":"W"}"""),
            Feature(Square(118.8), """{"kind":"protected","name":"n","reason":"r"}"""),
            Feature(Square(118.8), """{"kind":"exempt","reason":"r","until":"2027-01-31"}"""),
            Feature(Square(118.8), """{"kind":"unit","code":"U","name":"n"}"""),
            Feature(line, """{"kind":"backdrop","code":"R","layer":"road","class":"trunk"}""")));
        Assert.Empty(report.Problems);
        Assert.Equal(["RegionItem", "CameraItem", "SiteItem", "ZoneItem", "PurposeItem", "PolicyItem", "OccluderItem", "OccluderItem",
            "ExcludedAreaItem", "ExcludedAreaItem", "UnitItem", "BackdropItem"], items.Select(i => i.GetType().Name));
        Assert.Equal(["canopy", "wall"], items.OfType<OccluderItem>().Select(o => o.Use));
        Assert.Equal(new DateOnly(2027, 1, 31), items.OfType<ExcludedAreaItem>().Last().Until);
    }

    [Fact]
    public void A_region_with_a_fault_spoils_the_file()
    {
        var failure = Assert.Throws<BadInput>(() => Read(Collection(RegionFeature("""{"kind":"region","code":"T1","srid":"4549"}"""))));
        Assert.Contains("srid \"4549\" is wrong", failure.Message, StringComparison.Ordinal);
    }

    private static T One<T>(string feature) where T : SceneItem => Assert.IsType<T>(Assert.Single(Read(Collection(feature)).Items));

    private static (List<SceneItem> Items, ImportReport Report) Read(string text)
    {
        using var file = new ScratchFile(text);
        var report = new ImportReport();
        return (SceneReader.Read(file.Path, report, null, TestContext.Current.CancellationToken).ToList(), report);
    }
}
