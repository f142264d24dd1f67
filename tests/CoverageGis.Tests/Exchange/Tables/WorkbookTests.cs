using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Scene;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

public sealed class WorkbookTests
{
    private static readonly string[] Header = ["设备编码", "设备名称", "经度", "纬度", "安装时间", "管理单位"];

    [Fact]
    public void The_form_is_read_from_a_workbook_as_from_a_text()
    {
        var rows = Enumerable.Range(1, 20).Select(i => Row(i)).ToList();
        var (fromText, _) = Read(Encoding.UTF8.GetBytes(Csv(rows)));
        var (fromBook, report) = Read(BareWorkbook.Of([["一机一档表"], .. rows.Prepend(Form)]).ToBytes(), ".xlsx");
        Assert.Equal(fromText.Select(Told), fromBook.Select(Told));
        Assert.Equal("row 3 (camera " + Code(1) + ")", fromBook[0].Ref);
        Assert.Single(report.Problems);
    }

    [Fact]
    public void Numbers_days_shared_texts_formulas_and_merged_cells_are_taken_as_the_sheet_shows_them()
    {
        string[] rows =
        [
            Cells(1, Header),
            $"<row r=\"2\">{BareWorkbook.Text(0, 2, Code(1))}<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>118.84120000000001</v></c><c r=\"D2\"><f>A1</f><v>32.3401</v></c><c r=\"E2\" s=\"1\"><v>45356</v></c>{BareWorkbook.Text(5, 2, "街道办")}</row>",
            $"<row r=\"4\">{BareWorkbook.Text(0, 4, Code(2))}<c r=\"C4\"><v>118.842</v></c><c r=\"D4\" t=\"str\"><f>B1</f><v>32.341</v></c><c r=\"E4\" s=\"2\"><v>45356.75</v></c></row>",
        ];
        var book = new BareWorkbook().With("说明", BareWorkbook.Sheet([Cells(1, ["填表说明", "必填"])])).With("数据", BareWorkbook.Sheet(rows, "<mergeCells count=\"1\"><mergeCell ref=\"F2:F4\"/></mergeCells>"));
        book.Parts["xl/sharedStrings.xml"] = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>东</t></r><r><t>门</t></r><rPh><t>dong</t></rPh></si></sst>";
        var (items, report) = Read(book.ToBytes(), ".xlsx");
        var cameras = items.Cast<CameraItem>().ToList();
        Assert.Equal([(118.8412, 32.3401, "东门"), (118.842, 32.341, "")], cameras.Select(c => (c.Position.X, c.Position.Y, c.Name)));
        Assert.All(cameras, c => Assert.Equal(("2024-03-05", "街道办"), (c.Attributes!["安装时间"]!.GetValue<string>(), c.Attributes!["管理单位"]!.GetValue<string>())));
        Assert.Equal(["sheet 数据 was read; not read: 说明", "1 merged cells reach over several rows: each of these rows was given their value"], report.Problems.Select(p => p.Reason).Take(2));
    }

    [Fact]
    public void A_formula_without_a_value_an_error_and_a_code_turned_number_skip_their_row()
    {
        string Row(int row, string code, string name) => $"<row r=\"{row}\">{code}{name}<c r=\"C{row}\"><v>118.8{row}12</v></c><c r=\"D{row}\"><v>32.3401</v></c></row>";
        var book = new BareWorkbook().With("s", BareWorkbook.Sheet(
        [
            Cells(1, Header), Row(2, BareWorkbook.Text(0, 2, Code(2)), ""), Row(3, BareWorkbook.Text(0, 3, Code(3)), "<c r=\"B3\"><f>X1&amp;Y1</f></c>"),
            Row(4, BareWorkbook.Text(0, 4, Code(4)), "<c r=\"B4\" t=\"e\"><v>#REF!</v></c>"), Row(5, "<c r=\"A5\"><v>3.2011600001320002E+19</v></c>", ""),
        ]));
        var (items, report) = Read(book.ToBytes(), ".xlsx");
        Assert.Equal(Code(2), Assert.IsType<CameraItem>(Assert.Single(items)).Code);
        Assert.Contains(report.Problems, p => p.Reason.StartsWith("column B, 设备名称, holds a formula without a value", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.Reason == "column B, 设备名称, holds the error #REF!; right would be a value");
        Assert.Contains(report.Problems, p => p.Reason.Contains("was rounded by a spreadsheet", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_can_be_looked_at_before_it_is_imported()
    {
        using var file = new ScratchFile(Gbk.GetBytes("表\r\n" + Csv(Enumerable.Range(1, 30).Select(i => Row(i, ("密码", $"geheim{i}"), ("种类", i % 2 == 0 ? "甲" : "乙"))), ';', [.. Form, "密码", "种类"])), ".csv");
        var head = ArchiveTable.Inspect(file.Path);
        Assert.Equal(("csv", "gb18030", ";", 2, true, 30), (head.Format, head.Encoding, head.Separator, head.HeaderRow, head.IsArchive, head.Rows));
        var (code, password, kind) = (head.Columns[0], head.Columns.Single(c => c.Header == "密码"), head.Columns.Single(c => c.Header == "种类"));
        Assert.Equal(("设备编码", 5, null), (code.Field, code.Samples.Count, code.Values));
        Assert.Equal((true, null, 0), (password.Dropped, password.Values, password.Samples.Count));
        Assert.Equal((null, 15, 15), (kind.Field, kind.Values!["甲"], kind.Values["乙"]));
        Assert.DoesNotContain("geheim", System.Text.Json.JsonSerializer.Serialize(head), StringComparison.Ordinal);
        var mapped = ArchiveTable.Inspect(file.Path, ArchiveMapping.Parse("""{"columns":{"种类":"摄像机类型","谁":"高度"}}""", "map"));
        Assert.Equal("摄像机类型", mapped.Columns.Single(c => c.Header == "种类").Field);
        Assert.Contains(mapped.Faults, f => f.Contains("a column \"谁\", which the file lacks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xls", "old binary form (.xls). Save it as .xlsx or CSV"), InlineData("encrypted", "protected by a password"), InlineData("ods", "OpenDocument file"), InlineData("zip", "is a zip, but no workbook"), InlineData("cut", "cut short or damaged"), InlineData("empty", "holds no table")]
    public void What_is_no_workbook_is_refused_by_its_kind(string kind, string words)
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        var book = BareWorkbook.Of([Form, Row(1)]);
        byte[] file = kind switch
        {
            "xls" => container,
            "encrypted" => [.. container, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]],
            "ods" => new BareWorkbook { Parts = { ["content.xml"] = "<x/>" } }.ToBytes(),
            "zip" => new BareWorkbook().ToBytes(),
            "cut" => book.ToBytes()[..^40],
            _ => BareWorkbook.Of([]).ToBytes(),
        };
        Assert.Contains(words, Assert.Throws<BadInput>(() => Read(file, ".xlsx")).Message, StringComparison.Ordinal);
    }

    private static string Cells(int row, string[] cells) => $"<row r=\"{row}\">{string.Concat(cells.Select((c, i) => BareWorkbook.Text(i, row, c)))}</row>";

    private static string Told(SceneItem item) => item is CameraItem c
        ? $"{c.Code} {c.Name} {c.Class} {c.Type} {c.Position} {string.Join('/', c.Azimuths!)} {c.Attributes!.ToJsonString()}" : item.ToString();
}
