using System.Runtime.CompilerServices;
using CoverageGis.Exchange.Exports;
using CoverageGis.Exchange.Exports.Spreadsheets;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Archive.Reading;

/// <summary>The findings of a unit, or of all, as a workbook that one sends to whoever has to correct them.</summary>
internal static class FindingWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Nobody = "-";

    private static readonly ExportLayer Findings = ExportLayer.All.Single(l => l.Name == "findings");

    private static readonly string[] English =
        ["Severity", "Device code", "Name", "Class", "Unit", "Finding", "What is wrong", "What would be right", "Since", "Accepted because"];

    private static readonly string[] Chinese = ["级别", "设备编码", "设备名称", "监控点位类型", "管理单位", "问题", "说明", "应如何更正", "发现时间", "接受原因"];

    private static readonly Dictionary<string, string> Severities = new() { ["fault"] = "错误", ["warning"] = "警告", ["hint"] = "提示" };

    public static IResult Of(HttpContext http)
    {
        var query = http.Request.Query;
        var (region, unit, isChinese) = (http.State().Region, query.Text("unit"), query.Text("lang") == "zh");
        var source = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        var rows = RowsAsync(Findings.ReadAsync(source, region, null, withRegion: false, http.RequestAborted), query, isChinese, http.RequestAborted);
        return TypedResults.Stream(stream => (Task)Workbook.WriteAsync(stream, isChinese ? "档案问题" : "Findings", isChinese ? Chinese : English, rows, http.RequestAborted),
            Type, $"{region}-findings{(unit is null ? "" : $"-{unit}")}.xlsx");
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(
        IAsyncEnumerable<ExportRow> findings, IQueryCollection asked, bool isChinese, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var row in findings.WithCancellation(token))
        {
            if (IsAsked(row, asked))
                yield return Cells(row, isChinese);
        }
    }

    private static bool IsAsked(ExportRow row, IQueryCollection asked) =>
        (asked.Text("unit") is not { } unit || Text(row, "unit") == (unit == Nobody ? "" : unit))
        && (asked.Text("rule") is not { } rule || Text(row, "rule") == rule)
        && (asked.Text("camera") is not { } camera || row.Code == camera)
        && (asked.Text("severity") is not { } severity || Text(row, "severity") == severity)
        && (asked.Text("state") ?? "open") switch { "open" => Text(row, "accepted") is null, "accepted" => Text(row, "accepted") is not null, _ => true };

    private static object?[] Cells(ExportRow row, bool isChinese)
    {
        var language = isChinese ? "zh" : "en";
        var severity = Text(row, "severity")!;
        return [isChinese ? Severities[severity] : severity, row.Code, Text(row, "name"), Text(row, "class"), Text(row, "unit"), Text(row, $"title_{language}"),
            Text(row, $"words_{language}"), Text(row, $"right_{language}"), row.Recorded.GetProperty("since").GetDateTime(), Text(row, "accepted")];
    }

    private static string? Text(ExportRow row, string name) =>
        row.Recorded.TryGetProperty(name, out var value) || row.Computed.TryGetProperty(name, out value) ? value.ToString() : null;
}
