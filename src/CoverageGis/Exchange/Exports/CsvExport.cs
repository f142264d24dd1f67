using System.Globalization;
using System.Text;
using CoverageGis.Exchange.Exports.Formats;
using CoverageGis.Exchange.Exports.Spreadsheets;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CoverageGis.Exchange.Exports;

/// <summary>
/// Writes rows as CSV (RFC 4180), UTF-8 with a mark so that spreadsheets read Chinese: the properties of the layer, then
/// lon, lat (of a point, or of a point inside an area), the shape as WKT, and what a reader must know of the limits.
/// </summary>
public static class CsvExport
{
    private const string NewLine = "\r\n";

    /// <param name="columns">Properties, a nested one as outer.inner; the head of the column is the inner name.</param>
    public static async Task<int> WriteAsync(
        IAsyncEnumerable<ExportRow> rows, IReadOnlyList<string> columns, Stream output, CancellationToken token)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await text.WriteAsync(string.Join(',', [.. columns.Select(c => c[(c.IndexOf('.', StringComparison.Ordinal) + 1)..]), "lon", "lat", "wkt", "limits"]) + NewLine);
        var count = 0;
        await foreach (var row in rows.WithCancellation(token))
        {
            await text.WriteAsync(string.Join(',', Cells(row, columns)) + NewLine);
            count++;
        }
        return count;
    }

    /// <summary>A spreadsheet takes a cell that begins so for a formula; a number is none.</summary>
    public static string Cell(string text)
    {
        text = SpreadsheetText.Neutral(text);
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string> Cells(ExportRow row, IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
            yield return Cell(TableColumn.Text(TableColumn.Find(row, column)) ?? "");
        var place = row.Shape switch { null => null, Point point => point, var area => area.InteriorPoint };
        yield return place is null ? "" : Number(place.X);
        yield return place is null ? "" : Number(place.Y);
        yield return row.Shape is null ? "" : Cell(new WKTWriter { OutputOrdinates = Ordinates.XY }.Write(row.Shape));
        yield return GeoJsonExport.Limits;
    }

    private static string Number(double degrees) => Math.Round(degrees, 9).ToString("R", CultureInfo.InvariantCulture);
}
