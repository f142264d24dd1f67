using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CoverageGis.Exchange.Exports.Spreadsheets;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>Writes a layer as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets read Chinese) or as a workbook.</summary>
internal static class TableFiles
{
    /// <summary>A little less than a cell holds: an apostrophe may come before it.</summary>
    public static readonly CellLimit Cell = new(Workbook.LongestText - 10, InBytes: false);

    private const string NewLine = "\r\n";

    public static async Task<int> CsvAsync(ExportOrder order, Stream output, CancellationToken token)
    {
        var table = await PlanAsync(order, pairs: false, token);
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await text.WriteAsync(string.Join(',', table.Columns.Select(c => CsvExport.Cell(c.Name))) + NewLine);
        var count = 0;
        await foreach (var row in order.Rows(token))
        {
            await text.WriteAsync(string.Join(',', table.Values(row).Select(v => CsvExport.Cell(Text(v)))) + NewLine);
            count++;
        }
        return count;
    }

    public static async Task<int> WorkbookAsync(ExportOrder order, Stream output, CancellationToken token)
    {
        var table = await PlanAsync(order, pairs: true, token);
        return await Workbook.WriteAsync(output, order.Layer.Name, [.. table.Columns.Select(c => c.Name)], ValuesAsync(table, order, token), token);
    }

    private static async IAsyncEnumerable<object?[]> ValuesAsync(LayerTable table, ExportOrder order, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var row in order.Rows(token))
            yield return table.Values(row);
    }

    private static Task<LayerTable> PlanAsync(ExportOrder order, bool pairs, CancellationToken token) =>
        LayerTable.PlanAsync(order.Layer, order.Rows(token), Cell, pairs, withText: true, token);

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
