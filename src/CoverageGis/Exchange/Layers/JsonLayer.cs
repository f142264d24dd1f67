using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange.Layers;

/// <summary>Reads GeoJSON of somebody else: features without a kind, with properties of their own names.</summary>
public static class JsonLayer
{
    private const int Step = 256;

    /// <exception cref="BadInput">The file as a whole cannot be taken.</exception>
    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        var mapping = LayerMapping.Of(order.Map);
        using var bytes = SceneReader.Open(order.File);
        var length = Math.Max(1.0, bytes.Length);
        using var text = SceneReader.IsCompressed(bytes) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
        var stream = new FeatureStream(order.File, text);
        LayerFeatures? features = null;
        var number = 0;
        foreach (var feature in stream.Read())
        {
            token.ThrowIfCancellationRequested();
            features ??= new LayerFeatures(order.File, report, mapping, order.Kind, DatumOf(order, stream, report));
            if (++number % Step == 0)
                progress?.Report(bytes.Position / length);
            if (features.Read(Row(feature, number)) is { } item)
                yield return item;
        }
        if (number == 0)
            report.Say(Path.GetFileName(order.File), "holds no features");
    }

    private static LayerRow Row(JsonElement feature, int number)
    {
        var place = FormattableString.Invariant($"feature {number}");
        if (feature.ValueKind != JsonValueKind.Object)
            return new LayerRow(place, null, []) { Fault = "is not an object; right would be a GeoJSON Feature" };
        List<KeyValuePair<string, JsonNode>> values = [];
        try
        {
            if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
                values.AddRange(properties.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => new KeyValuePair<string, JsonNode>(p.Name, ArchiveValue.Node(p.Value)!)));
        }
        catch (InvalidOperationException)
        {
            return new LayerRow(place, null, []) { Fault = "holds half of a character (a lone surrogate); right would be whole Unicode text" };
        }
        return new LayerRow(place, Shape(feature), values);
    }

    private static Action<Utf8JsonWriter>? Shape(JsonElement feature) =>
        feature.TryGetProperty("geometry", out var shape) && shape.ValueKind == JsonValueKind.Object ? shape.WriteTo : null;

    private static Datum? DatumOf(ReadOrder order, FeatureStream stream, ImportReport report)
    {
        if (!stream.Members.TryGetValue("crs", out var crs) || crs.ValueKind == JsonValueKind.Null || SceneReader.IsWgs84(crs))
            return order.Datum;
        var code = crs.GetRawText().Split("EPSG", StringSplitOptions.None)[^1].Trim(':', '"', '}', ' ', '\n', '\r', '/');
        return int.TryParse(code, out var epsg) && epsg is > 0 and < 1_000_000
            ? LayerDatum.Settle(order.Datum, Datum.Epsg(epsg), order.File, report)
            : order.Datum ?? throw new BadInput($"{order.File} declares a coordinate system that is not known here ({OneLine.Of(crs.GetRawText())}). Right would be EPSG, or --datum. Nothing was imported.");
    }
}
