using System.Globalization;
using System.Text;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Exchange.Tables;

/// <summary>Archives for tests: the 27 columns of the form, and rows in which only what matters is said.</summary>
internal static class ArchiveRows
{
    public static readonly string[] Form =
    [
        "设备编码", "设备名称", "设备厂商", "行政区域", "监控点位类型", "设备型号", "点位俗称", "IPv4", "IPv6", "MAC", "摄像机类型", "摄像机功能类型",
        "补光属性", "编码格式", "安装地址", "经度", "纬度", "摄像机位置类型", "监视方位", "联网属性", "所属辖区公安机关", "安装时间", "管理单位",
        "管理单位联系方式", "录像保存天数", "设备状态", "所属部门/行业",
    ];

    static ArchiveRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gbk => Encoding.GetEncoding("GB18030");

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"32011600001320{number:000000}");

    /// <summary>A whole row of the form.</summary>
    public static string[] Row(int number, params (string Column, string Value)[] other)
    {
        var values = new Dictionary<string, string>
        {
            ["设备编码"] = Code(number), ["设备名称"] = $"镇北路{number}号枪机", ["行政区域"] = "320116", ["监控点位类型"] = "1", ["IPv4"] = "10.20.30.40",
            ["IPv6"] = "fe80::1", ["MAC"] = "00-11-22-33-44-55", ["摄像机类型"] = "3", ["摄像机功能类型"] = "1/5", ["补光属性"] = "红外补光", ["编码格式"] = "H.265",
            ["安装地址"] = "某路1号，北侧", ["经度"] = string.Create(CultureInfo.InvariantCulture, $"{118.84 + (number * 1e-5):0.000000}"),
            ["纬度"] = "32.340123", ["监视方位"] = "5", ["安装时间"] = "2024年3月5日", ["管理单位"] = "街道办事处", ["管理单位联系方式"] = "000-5550001",
            ["录像保存天数"] = "90天", ["设备状态"] = "在用", ["所属部门/行业"] = "公安",
        };
        foreach (var (column, value) in other)
            values[column] = value;
        return [.. Form.Concat(other.Select(o => o.Column)).Distinct().Select(c => values.GetValueOrDefault(c, ""))];
    }

    public static string Csv(IEnumerable<string[]> rows, char separator = ',', string[]? header = null) => string.Concat(
        rows.Prepend(header ?? Form).Select(r => string.Join(separator, r.Select(c => Quoted(c, separator))) + "\r\n"));

    public static (List<SceneItem> Items, ImportReport Report) Read(byte[] file, string extension = ".csv", ArchiveMapping? mapping = null)
    {
        using var scratch = new ScratchFile(file, extension);
        var report = new ImportReport();
        var format = FileFormat.Of(scratch.Path, null);
        var items = format.Read(new ReadOrder(scratch.Path) { Mapping = mapping ?? ArchiveMapping.None }, report, null, TestContext.Current.CancellationToken).ToList();
        return (items, report);
    }

    /// <summary>The camera of one row with these columns and values beside its code, name and place.</summary>
    public static (CameraItem Camera, ImportReport Report) Camera(params (string Column, string Value)[] values)
    {
        string[] header = ["设备编码", "设备名称", "经度", "纬度", .. values.Select(v => v.Column)];
        string[] row = [Code(1), "甲", "118.841200", "32.340100", .. values.Select(v => v.Value)];
        var (items, report) = Read(Encoding.UTF8.GetBytes(Csv([row], header: header)));
        return (Assert.IsType<CameraItem>(Assert.Single(items)), report);
    }

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().IndexOfAny(['"', '\n', '\r', separator]) < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
