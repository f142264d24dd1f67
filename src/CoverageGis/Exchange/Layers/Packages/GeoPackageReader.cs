using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange.Layers.Shapes;
using CoverageGis.Exchange.Scene;
using Microsoft.Data.Sqlite;

namespace CoverageGis.Exchange.Layers.Packages;

/// <summary>Reads the layers of a GeoPackage (OGC 12-128), one after the other.</summary>
public static class GeoPackageReader
{
    private const int Step = 256;

    /// <summary>Layers are often called by the many of their kind.</summary>
    private static readonly Dictionary<string, string> Plurals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cameras"] = "camera", ["sites"] = "site", ["zones"] = "zone", ["occluders"] = "occluder", ["units"] = "unit", ["buildings"] = "occluder",
        ["purposes"] = "purpose", ["policies"] = "policy",
    };

    /// <exception cref="BadInput">The file as a whole cannot be taken.</exception>
    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        using var connection = PackageFile.Open(order.File);
        var mapping = LayerMapping.Of(order.Map);
        var layers = PackageLayer.Of(connection, order.File);
        foreach (var layer in layers)
        {
            var kind = order.Kind ?? mapping.Kind ?? KindOf(layer.Table);
            var name = $"{order.File}, layer {layer.Table}";
            var datum = layer.Datum is { } stated ? LayerDatum.Settle(order.Datum, stated, name, report) : order.Datum;
            if (layer.Datum is null && layer.Shapes is not null && order.Datum is null)
                report.Say(name, "does not say what its coordinates mean: they were taken as WGS 84; --datum says otherwise");
            var features = new LayerFeatures(name, report, mapping, kind, datum);
            foreach (var row in Rows(connection, order.File, layer))
            {
                token.ThrowIfCancellationRequested();
                if (features.Count % Step == 0)
                    progress?.Report(0);
                if (features.Read(row) is { } item)
                    yield return item;
            }
        }
    }

    private static string? KindOf(string table) => SceneKinds.Find(table) is not null ? table : Plurals.GetValueOrDefault(table);

    private static IEnumerable<LayerRow> Rows(SqliteConnection connection, string file, PackageLayer layer)
    {
        var number = 0;
        foreach (var row in PackageFile.Rows(connection, file, $"select * from {PackageFile.Quoted(layer.Table)}"))
            yield return Row(row, layer, FormattableString.Invariant($"{layer.Table}, row {++number}"));
    }

    private static LayerRow Row(SqliteDataReader row, PackageLayer layer, string place)
    {
        List<KeyValuePair<string, JsonNode>> values = [];
        RawShape? shape = null;
        string? fault = null;
        for (var i = 0; i < row.FieldCount; i++)
        {
            var column = row.GetName(i);
            try
            {
                if (column == layer.Shapes)
                    shape = row.IsDBNull(i) ? null : WkbBytes.Read(Blob(row, i));
                else if (column != layer.Key && Value(row, i) is { } value)
                    values.Add(new(column, value));
            }
            catch (FormatException failure)
            {
                fault = failure.Message;
            }
        }
        return new LayerRow(place, shape is null ? null : shape.Write, values) { Fault = fault };
    }

    private static byte[] Blob(SqliteDataReader row, int column) =>
        row.GetValue(column) as byte[] ?? throw new FormatException("its geometry is no GeoPackage binary");

    private static JsonNode? Value(SqliteDataReader row, int column) => row.GetValue(column) switch
    {
        long whole => JsonValue.Create(whole),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        string { Length: > 0 } text => JsonValue.Create(text),
        _ => null,
    };
}
