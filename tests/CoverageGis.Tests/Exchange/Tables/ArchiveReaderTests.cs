using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

public sealed class ArchiveReaderTests
{
    [Theory]
    [InlineData("utf-8", ','), InlineData("utf-8", '\t'), InlineData("utf-8", ';'), InlineData("mark", ','), InlineData("gbk", ','), InlineData("gbk", '\t'), InlineData("utf-16", '\t'), InlineData("utf-16be", ';')]
    public void The_form_is_read_the_same_in_every_encoding_and_with_every_separator(string encoding, char separator)
    {
        var text = "六合区一机一档表\r\n\r\n" + Csv([Row(1), Row(2, ("安装地址", "\"东门\"\n二层")), Row(3)], separator);
        var (items, report) = Read(Bytes(text, encoding));
        var camera = Assert.IsType<CameraItem>(items[0]);
        Assert.Equal((3, "镇北路1号枪机", "bullet", 1, "in_use"), (items.Count, camera.Name, camera.Type, camera.Class, camera.Status));
        Assert.Equal((118.84001, 32.340123, 0.0), (camera.Position.X, camera.Position.Y, camera.PositionTolerance));
        Assert.Equal(["1", "5"], camera.Function);
        Assert.Equal("""{"监控点位类型":"1","摄像机类型":"3","摄像机功能类型":"1/5","补光属性":"2","编码格式":"4","安装地址":"某路1号，北侧","监视方位":"5","安装时间":"2024-03-05","管理单位":"街道办事处","管理单位联系方式":"000-5550001","录像保存天数":"90","设备状态":"1","所属部门/行业":"1"}""",
            Kept(camera, "设备编码", "设备名称", "行政区域", "经度", "纬度"));
        Assert.Equal("\"东门\"\n二层", items[1].Attributes!["安装地址"]!.GetValue<string>());
        var problem = Assert.Single(report.Problems);
        Assert.EndsWith("never kept: IPv4, IPv6, MAC", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", 90), InlineData("西", 270), InlineData("朝南", 180), InlineData("N", 0), InlineData("5-东南", 135), InlineData("06", 45), InlineData("西南（7）", 225), InlineData("8.0", 315)]
    public void A_direction_is_one_of_eight_give_or_take(string written, double azimuth)
    {
        var (camera, _) = Camera(("监视方位", written));
        Assert.Equal((azimuth, 22.5), (Assert.Single(camera.Azimuths!), camera.AzimuthTolerance));
    }

    [Theory]
    [InlineData("9", "bullet"), InlineData("全向", "dome_ptz"), InlineData("由东往西", "bullet"), InlineData("135", "bullet"), InlineData("1/3", "bullet"), InlineData("9", "fisheye")]
    public void A_direction_that_is_not_known_proves_nothing(string written, string type)
    {
        var (camera, _) = Camera(("监视方位", written), ("摄像机类型", type switch { "bullet" => "固定枪机", "fisheye" => "鱼眼", _ => "球机" }));
        Assert.Equal((type, true), (camera.Type, camera.Azimuths is null));
    }

    [Fact]
    public void Optics_and_mounting_become_numbers_or_intervals_and_what_is_unclear_stays_unknown()
    {
        var (camera, _) = Camera(("方位角", "370"), ("视场角", "60°×34°"), ("俯角", "10-20"), ("高度(cm)", "650"), ("分辨率", "2560*1440"), ("红外距离", "30米"), ("最大可视距离", "80"), ("安装方式", "壁装"), ("室内外", "室内"));
        Assert.Equal((10, 0.0), (camera.Azimuths![0], camera.AzimuthTolerance));
        Assert.Equal((Exactly(60), Exactly(34), new Interval(10, 20), Exactly(6.5)), (camera.Hfov, camera.Vfov, camera.Tilt, camera.Height));
        Assert.Equal((Exactly(2560), Exactly(30), Exactly(80), "wall", true), (camera.Pixels, camera.NightRange, camera.Range, camera.Mount, camera.Indoor));
        var (vague, report) = Camera(("视场角", "广角"), ("高度", "约6米"), ("分辨率", "6"), ("焦距", "4mm"), ("传感器", "1/2.8英寸"), ("设备状态", "停用"));
        Assert.Equal((new Interval(64, 81.6), null, new Interval(1920, 3072), "repair"), (vague.Hfov, vague.Height, vague.Pixels, vague.Status));
        Assert.Contains(report.Problems, p => p.Reason.StartsWith("视场角 \"广角\" is not understood and was taken as unknown", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.Reason.StartsWith("设备状态 \"停用\" is no code or word that is known", StringComparison.Ordinal));
    }

    [Fact]
    public void A_camera_of_several_types_is_taken_to_have_what_any_of_them_has()
    {
        var (camera, _) = Camera(("摄像机类型", "1/5"), ("视场角", "50"));
        Assert.Equal(("other", Exactly(50), new Interval(4, 8), new Interval(1920, 4096)), (camera.Type, camera.Hfov, camera.Height, camera.Pixels));
    }

    [Theory]
    [InlineData("经度", "32.34", "纬度", "118.84", "longitude and latitude are swapped: 经度 32.34, 纬度 118.84; right would be 经度 118.84, 纬度 32.34")]
    [InlineData("经度", "218.84", "纬度", "32.34", "经度 218.84, 纬度 32.34 is not on earth; right would be degrees, or --datum with the plane they are in")]
    [InlineData("经度", "118,84", "纬度", "", "经度 \"118,84\" is wrong; right would be 118.8412 or 118°50′28.3″; 纬度 is missing, the other coordinate is there; right would be both or none")]
    [InlineData("设备编码", "3.2011600001320001E+19", "点位俗称", "x", "设备编码 3.2011600001320001E+19 was rounded by a spreadsheet, its last digits are lost; right would be all 20 digits: format the column as text before the codes are entered, and export it again")]
    [InlineData("设备编码", "32011600001320000000", "点位俗称", "x", "设备编码 32011600001320000000 was rounded by a spreadsheet, its last digits are lost; right would be all 20 digits: format the column as text before the codes are entered, and export it again")]
    [InlineData("设备编码", "", "点位俗称", "x", "设备编码 is missing; it identifies the camera")]
    public void What_is_impossible_skips_its_row_with_what_would_be_right(string one, string value, string other, string second, string reason)
    {
        var (items, report) = Read(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2, (one, value), (other, second)), Row(3)])));
        Assert.Equal(2, items.Count);
        var fault = Assert.Single(report.Problems, p => p.Ref.StartsWith("row 3", StringComparison.Ordinal));
        Assert.Equal(reason, fault.Reason);
        Assert.Equal(one == "设备编码", report.KeepsMissing);
    }

    [Fact]
    public void A_serial_number_that_ends_in_zeros_is_odd_and_no_fault()
    {
        var (items, report) = Read(Encoding.UTF8.GetBytes(Csv([Row(1, ("设备编码", "32011600001320100000"))])));
        Assert.Equal("32011600001320100000", items.OfType<CoverageGis.Exchange.Scene.CameraItem>().Single().Code);
        Assert.Contains(report.Problems, p => p.Reason.Contains("ends in 00000", StringComparison.Ordinal));
    }

    [Fact]
    public void Cameras_without_a_place_are_items_of_their_own()
    {
        var (items, _) = Read(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2, ("经度", ""), ("纬度", ""), ("监控点位类型", "三类")), Row(3, ("经度", "0"), ("纬度", "0.0"))])));
        Assert.Equal([(Code(2), 3), (Code(3), 1)], items.OfType<UnplacedCameraItem>().Select(u => (u.Code, u.Class!.Value)));
    }

    [Fact]
    public void Addresses_users_and_passwords_are_neither_kept_nor_told_wherever_they_stand()
    {
        string[] secrets = ["192.168.7.9", "AA:BB:CC:DD:EE:FF", "rtsp://admin:pa55@10.0.0.9/1", "admin", "pa55word", "fe80::a1b2"];
        var (items, report) = Read(Encoding.UTF8.GetBytes(Csv([Row(1, ("流", secrets[2]), ("用户名", secrets[3]), ("登录密码", secrets[4]), ("备用", secrets[0]), ("点位俗称", secrets[1]), ("高度", secrets[5]), ("注", "好"))],
            header: [.. Form, "流", "用户名", "登录密码", "备用", "高度", "注"])));
        var all = items[0].Attributes!.ToJsonString() + System.Text.Json.JsonSerializer.Serialize(report, CoverageGis.Exchange.ImportReport.Json);
        Assert.All(secrets.Concat(["10.20.30.40", "00-11-22-33-44-55"]), s => Assert.DoesNotContain(s, all, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("好", items[0].Attributes!["注"]!.GetValue<string>());
        Assert.Contains(report.Problems, p => p.Reason.EndsWith("IPv4, IPv6, MAC, 用户名, 登录密码", StringComparison.Ordinal));
    }

    [Fact]
    public void The_network_property_means_nothing_until_its_source_is_asked()
    {
        byte[] file = Encoding.UTF8.GetBytes(Csv(Enumerable.Range(1, 30).Select(i => Row(i, ("联网属性", i % 3 == 0 ? "1" : "0")))));
        var (items, report) = Read(file);
        Assert.Equal("0", items[0].Attributes!["联网属性"]!.GetValue<string>());
        Assert.Contains(report.Problems, p => p.Reason.Contains("kept as delivered: 0 in 20 rows, 1 in 10 rows. Say", StringComparison.Ordinal));
        (items, report) = Read(file, mapping: ArchiveMapping.Parse("""{"codes":{"联网属性":{"0":"networked","1":"not networked"}}}""", "map"));
        Assert.Equal(("networked", "not networked"), (items[0].Attributes!["联网属性"]!.GetValue<string>(), items[2].Attributes!["联网属性"]!.GetValue<string>()));
        Assert.Single(report.Problems);
    }

    [Fact]
    public void What_a_mapping_says_wins_and_all_that_is_wrong_with_it_is_told_at_once()
    {
        byte[] file = Encoding.UTF8.GetBytes(Csv([["7", "32.3401", "118.8412", Code(7), "A", "x"]], header: ["编号", "N", "E", "国标编码", "种类", "设备名称"]));
        var (items, _) = Read(file, mapping: ArchiveMapping.Parse("""{"columns":{"N":"纬度","E":"经度","种类":"摄像机类型","设备名称":null},"codes":{"摄像机类型":{"A":"球机"}}}""", "map"));
        var camera = Assert.IsType<CameraItem>(items[0]);
        Assert.Equal((Code(7), "", "dome_ptz", 118.8412), (camera.Code, camera.Name, camera.Type, camera.Position.X));
        var failure = Assert.Throws<BadInput>(() => Read(file, mapping: ArchiveMapping.Parse(
            """{"columns":{"N":"北","Q":"经度","E":"经度"},"codes":{"设备名称":{"a":"b"},"摄像机类型":{"A":"77"}}}""", "map")));
        Assert.All(["\"N\" for \"北\", which is no field", "a column \"Q\", which the file lacks", "\"Q\" and \"E\" for 经度", "codes for \"设备名称\"", "\"A\" of 摄像机类型 for \"77\"; right would be one of 1, 2", "its columns, in row 1, are 编号"],
            words => Assert.Contains(words, failure.Message, StringComparison.Ordinal));
    }

    private static Interval Exactly(double value) => Interval.Exactly(value);

    private static string Kept(CameraItem camera, params string[] without)
    {
        var kept = camera.Attributes!.DeepClone().AsObject();
        foreach (var name in without)
            Assert.True(kept.Remove(name));
        return kept.ToJsonString(CoverageGis.Exchange.ImportReport.Json);
    }

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "gbk" => Gbk.GetBytes(text),
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
