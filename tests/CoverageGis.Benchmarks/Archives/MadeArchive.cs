using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CoverageGis.Benchmarks.Archives;

/// <summary>A camera archive of the 27 columns of the form, as large as is asked for; the same on every machine.</summary>
internal static class MadeArchive
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Form =
    [
        "设备编码", "设备名称", "设备厂商", "行政区域", "监控点位类型", "设备型号", "点位俗称", "IPv4", "IPv6", "MAC", "摄像机类型", "摄像机功能类型",
        "补光属性", "编码格式", "安装地址", "经度", "纬度", "摄像机位置类型", "监视方位", "联网属性", "所属辖区公安机关", "安装时间", "管理单位",
        "管理单位联系方式", "录像保存天数", "设备状态", "所属部门/行业",
    ];

    /// <summary>As a spreadsheet of another age writes it: GB18030.</summary>
    public static void WriteCsv(string file, int rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var text = new StreamWriter(file, false, Encoding.GetEncoding("GB18030"));
        foreach (var row in All(rows))
            text.Write(string.Join(',', row) + "\r\n");
    }

    /// <summary>As Excel writes it: texts shared, numbers as numbers.</summary>
    public static void WriteWorkbook(string file, int rows)
    {
        using var bytes = File.Create(file);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Create);
        Part(zip, "xl/workbook.xml", text => text.Write($"<workbook xmlns=\"{Main}\"><sheets><sheet name=\"一机一档\" sheetId=\"1\"/></sheets></workbook>"));
        Dictionary<string, int> shared = new(StringComparer.Ordinal);
        Part(zip, "xl/worksheets/sheet1.xml", text => Sheet(text, rows, shared));
        Part(zip, "xl/sharedStrings.xml", text =>
        {
            text.Write($"<sst xmlns=\"{Main}\">");
            foreach (var (one, _) in shared.OrderBy(s => s.Value))
                text.Write($"<si><t>{SecurityElement.Escape(one)}</t></si>");
            text.Write("</sst>");
        });
    }

    private static void Sheet(StreamWriter text, int rows, Dictionary<string, int> shared)
    {
        text.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in All(rows))
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{++number}\" spans=\"1:27\">"));
            for (var column = 0; column < row.Length; column++)
                text.Write(Cell(Letters(column), number, row[column], column is 15 or 16 && number > 1, shared));
            text.Write("</row>");
        }
        text.Write("</sheetData></worksheet>");
    }

    private static string Cell(string column, int row, string value, bool isNumber, Dictionary<string, int> shared)
    {
        if (isNumber)
            return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\"><v>{value}</v></c>");
        shared.TryAdd(value, shared.Count);
        return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" s=\"0\" t=\"s\"><v>{shared[value]}</v></c>");
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var text = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        write(text);
    }

    private static string Letters(int column) => (column < 26 ? "" : "A") + (char)('A' + (column % 26));

    private static IEnumerable<string[]> All(int rows) => Enumerable.Range(1, rows).Select(Row).Prepend(Form);

    private static string[] Row(int i)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        return
        [
            Text($"32011600001320{i:000000}"), Text($"镇北路{i}号{(i % 3 == 0 ? "球机" : "枪机")}"), "某光电", "320116", Text($"{1 + (i % 3)}"), Text($"DS-{i % 40:000}"), Text($"点{i}"),
            Text($"10.{i >> 16}.{(i >> 8) & 255}.{i & 255}"), "", Text($"00-11-22-{i >> 16:X2}-{(i >> 8) & 255:X2}-{i & 255:X2}"), i % 3 == 0 ? "球机" : "固定枪机", "1/5", "红外补光", "H.265",
            Text($"某街道某路{i % 900}号东侧"), Text($"{118.6 + (i % 400 * 0.001):0.000000}"), Text($"{32.2 + (i / 400 * 0.001):0.000000}"), "10", Text($"{1 + (i % 8)}"), Text($"{i % 2}"),
            Text($"某派出所{i % 30}"), Text($"20{14 + (i % 10)}-{1 + (i % 12):00}-{1 + (i % 28):00}"), Text($"某单位{i % 200}"), Text($"000-5550{i % 10000:0000}"), i % 2 == 0 ? "30" : "90", "在用", "公安",
        ];
    }
}
