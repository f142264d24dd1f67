using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

public sealed class CatalogTests
{
    private const string Of2016 = "<Name>北门球机</Name><Manufacturer>某厂</Manufacturer><IPAddress>10.1.1.1</IPAddress><Password>geheim</Password><Status>ON</Status>"
        + "<Longitude>118.8412</Longitude><Latitude>32.3401</Latitude><Info><PTZType>1</PTZType><DirectionType>3</DirectionType><SupplyLightType>2</SupplyLightType><Resolution>6/4</Resolution></Info>";

    private const string Of2022 = "<Name>卡口</Name><Status>OFF</Status><Longitude>118.8422</Longitude><Latitude>32.3402</Latitude><Info><PTZType>3</PTZType><PointType>1</PointType>"
        + "<FunctionType>1/5</FunctionType><HorizontalFieldAngle>62.5</HorizontalFieldAngle><VerticalFieldAngle>36</VerticalFieldAngle><MaxViewDistance>80</MaxViewDistance>"
        + "<InstallTime>2024-03-05T10:20:30</InstallTime><RecordSaveDays>90</RecordSaveDays><MACAddress>00:11:22:33:44:55</MACAddress><GrassrootsCode>320116</GrassrootsCode></Info>";

    [Theory]
    [InlineData("GB2312", true), InlineData("gb18030", true), InlineData("UTF-8", false), InlineData(null, false), InlineData("UTF-8", true)]
    public void Both_editions_are_read_in_either_encoding(string? declared, bool isChinese)
    {
        var text = (declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>\r\n") + Response(3, Item(Code(1), Of2016), Item(Code(2), Of2022), Item("32011600002150000001", "<Name>目录</Name>"));
        var (items, report) = Read((isChinese ? Gbk : Encoding.UTF8).GetBytes(text), ".xml");
        var (old, late) = (Assert.IsType<CameraItem>(items[0]), Assert.IsType<CameraItem>(items[1]));
        Assert.Equal(("北门球机", "dome_ptz", 180, 22.5, "in_use", new Interval(704, 3072)), (old.Name, old.Type, old.Azimuths![0], old.AzimuthTolerance, old.Status, old.Pixels));
        Assert.Equal(("bullet", 1, "repair", Interval.Exactly(62.5), Interval.Exactly(36), Interval.Exactly(80)), (late.Type, late.Class, late.Status, late.Hfov, late.Vfov, late.Range));
        Assert.Equal("2024-03-05 90 320116", $"{late.Attributes!["安装时间"]} {late.Attributes["录像保存天数"]} {late.Attributes["GrassrootsCode"]}");
        Assert.DoesNotContain("geheim", old.Attributes!.ToJsonString() + late.Attributes.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["elements dropped, since addresses, users and passwords are never kept: IPAddress, MACAddress, Password", "1 entries are no cameras and were passed over: 1 type 215"], report.Problems.Select(p => p.Reason));
    }

    [Fact]
    public void Several_responses_in_one_file_are_one_catalog_and_a_part_of_one_marks_nothing()
    {
        const string declaration = "<?xml version=\"1.0\" encoding=\"GB2312\"?>";
        var parts = declaration + Response(3, Item(Code(1), Of2016)) + "\r\n" + declaration + "\n" + Response(3, Item(Code(2), Of2022), Item(Code(3), Of2016));
        var (items, report) = Read(Gbk.GetBytes(parts), ".xml");
        Assert.Equal(["item 1 (camera " + Code(1) + ")", "response 2, item 2 (camera " + Code(2) + ")", "response 2, item 3 (camera " + Code(3) + ")"], items.Select(i => i.Ref));
        Assert.False(report.KeepsMissing);
        (_, report) = Read(Gbk.GetBytes(declaration + Response(9, Item(Code(1), Of2016))), ".xml");
        Assert.True(report.KeepsMissing);
        Assert.Contains(report.Problems, p => p.Reason.StartsWith("its responses announce 9 entries and hold 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><Response><CmdType>Catalog</CmdType><Item>&b;</Item></Response>", "holds a document type (DTD)")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Item>&x;</Item></Response>", "holds a document type (DTD)")]
    [InlineData("<Response><Item><Name>&x;</Name></Item></Response>", "is no sound XML")]
    [InlineData("<Response><CmdType>DeviceInfo</CmdType></Response>", "right would be CmdType Catalog")]
    [InlineData("<Notify><CmdType>Catalog</CmdType></Notify>", "begins with <Notify>")]
    [InlineData("<html><body>登录</body></html>", "saved as .xlsx or CSV")]
    [InlineData("<Response><CmdType>Catalog</CmdType><DeviceList><Item><DeviceID>1</DeviceID>", "is no sound XML")]
    [InlineData("<Response><CmdType>Catalog</CmdType><SumNum>0</SumNum></Response>", "none of its 0 entries")]
    public void What_is_no_sound_catalog_is_refused(string text, string words) =>
        Assert.Contains(words, Assert.Throws<BadInput>(() => Read(Encoding.UTF8.GetBytes(text), ".xml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Codes_can_be_mapped_for_a_catalog_too()
    {
        var (items, _) = Read(Encoding.UTF8.GetBytes(Response(1, Item(Code(1), Of2016.Replace("<PTZType>1", "<PTZType>7", StringComparison.Ordinal)))), ".xml",
            ArchiveMapping.Parse("""{"codes":{"摄像机类型":{"7":"卡口"}}}""", "map"));
        Assert.Equal("checkpoint", Assert.IsType<CameraItem>(items[0]).Type);
    }

    internal static string Item(string code, string rest) => $"<Item><DeviceID>{code}</DeviceID>{rest}</Item>";

    internal static string Response(int all, params string[] items) =>
        $"<Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>32011600002000000001</DeviceID><SumNum>{all}</SumNum><DeviceList Num=\"{items.Length}\">{string.Concat(items)}</DeviceList></Response>";
}
