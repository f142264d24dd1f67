using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange.Exports.Spreadsheets;
using CoverageGis.Exchange.Layers.Shapes;
using CoverageGis.Exchange.Scene;
using CoverageGis.Exchange.Tables;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Layers;

/// <summary>Reads a layer that is a table, CSV or XLSX: its shapes as WKT, or as longitude and latitude (x and y).</summary>
public static class TableLayer
{
    /// <summary>A table is a layer, and no archive of cameras, when it says so: by a column of kinds, or of shapes.</summary>
    public static bool IsLayer(string file)
    {
        using var table = Table.Open(file);
        var mapping = LayerMapping.Of(null);
        return table.Rows(null, null).FirstOrDefault(r => !r.IsEmpty)?.Cells.Any(c => c is "kind" || mapping.Property(c) == "wkt") ?? false;
    }

    /// <exception cref="BadInput">The file as a whole cannot be taken.</exception>
    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        using var table = Table.Open(order.File);
        var mapping = LayerMapping.Of(order.Map);
        var features = new LayerFeatures(order.File, report, mapping, order.Kind, order.Datum);
        Heads? heads = null;
        foreach (var row in table.Rows(null, progress).Where(r => !r.IsEmpty))
        {
            token.ThrowIfCancellationRequested();
            if (heads is null)
                heads = Heads.Of(row, mapping, table);
            else if (features.Read(heads.Row(row)) is { } item)
                yield return item;
        }
        if (features.Count == 0)
            report.Say(Path.GetFileName(order.File), "holds no rows below its heads");
    }

    /// <param name="Columns">As the table calls them.</param>
    /// <param name="Properties">What each stands for; null = left out.</param>
    /// <param name="Format">csv or xlsx.</param>
    private sealed record Heads(IReadOnlyList<string> Columns, IReadOnlyList<string?> Properties, string Format)
    {
        public static Heads Of(TableRow row, LayerMapping mapping, Table table)
        {
            var twice = row.Cells.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key;
            if (twice is not null)
                throw new BadInput(FormattableString.Invariant($"{table.File}, row {row.Number}: column \"{OneLine.Of(twice)}\" stands there twice. Nothing was imported."));
            return new Heads(row.Cells, [.. row.Cells.Select(c => c.Length == 0 ? null : mapping.Property(c))], table.Format);
        }

        public LayerRow Row(TableRow row)
        {
            var values = Enumerable.Range(0, Columns.Count).Where(i => Columns[i].Length > 0 && row.Cell(i).Length > 0)
                .Select(i => new KeyValuePair<string, JsonNode>(Columns[i], Text(row, i))).ToList();
            var place = FormattableString.Invariant($"row {row.Number}");
            try
            {
                if (row.Faults is { Count: > 0 } faults)
                    throw new FormatException(string.Join("; ", faults.Select(f => $"column {(f.Key < Columns.Count ? OneLine.Of(Columns[f.Key]) : f.Key)}: {f.Value}")));
                return new LayerRow(place, Shape(row), values);
            }
            catch (FormatException failure)
            {
                return new LayerRow(place, null, values) { Fault = failure.Message };
            }
        }

        /// <exception cref="FormatException">There is one, and it is wrong.</exception>
        private Action<Utf8JsonWriter>? Shape(TableRow row)
        {
            var text = string.Concat(Enumerable.Range(0, Properties.Count)
                .Where(i => Properties[i] == "wkt" || Properties[i]?.StartsWith("wkt#", StringComparison.Ordinal) == true)
                .OrderBy(i => Properties[i]!.Length).ThenBy(i => Properties[i], StringComparer.Ordinal).Select(i => Text(row, i)));
            if (text.Length > 0)
                return WktText.Read(text).Write;
            var (x, y) = (Cell(row, "lon"), Cell(row, "lat"));
            return x.Length == 0 && y.Length == 0 ? null : new RawShape("Point", new Coordinate(Number(x, "lon"), Number(y, "lat"))).Write;
        }

        /// <summary>Of a CSV file, the reader has taken away what was put before a formula.</summary>
        private string Text(TableRow row, int column) => Format == "xlsx" ? SpreadsheetText.Plain(row.Cell(column)) : row.Cell(column);

        private string Cell(TableRow row, string property)
        {
            for (var i = 0; i < Properties.Count; i++)
            {
                if (Properties[i] == property)
                    return Text(row, i);
            }
            return "";
        }

        private double Number(string text, string property) =>
            double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number : throw new FormatException($"{property} \"{OneLine.Of(text)}\" is no number; right would be decimal degrees, or metres of the plane named by --datum");
    }
}
