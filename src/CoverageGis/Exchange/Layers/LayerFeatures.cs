using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange.Layers;

/// <summary>Makes features of the exchange form of the rows of a layer, so that every check of a value is the same.</summary>
/// <param name="kind">What each thing is, where its row does not say.</param>
/// <param name="datum">What the coordinates mean; null = WGS 84.</param>
internal sealed class LayerFeatures(string file, ImportReport report, LayerMapping mapping, string? kind, Datum? datum)
{
    /// <summary>What stands in a table for people and for the shape, and is no property.</summary>
    private static readonly string[] PassedOver = ["wkt", "lon", "lat", "limits", "fid"];

    private readonly FeatureReader _features = new(file, report, datum);

    /// <summary>Property to the column that it comes from, where the names differ.</summary>
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);

    public int Count => _features.Count;

    public SceneItem? Read(LayerRow row)
    {
        var properties = Properties(row);
        if (row.Fault is not null)
        {
            report.Skip((string?)properties["kind"] is { } named && SceneKinds.Find(named) is not null ? named : "feature", row.Place, row.Fault);
            return null;
        }
        return _features.Read(Feature(row, properties), row.Place, Told);
    }

    private JsonObject Properties(LayerRow row)
    {
        var given = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (column, value) in row.Values)
        {
            if (mapping.Property(column) is not { } property)
                continue;
            if (property != column)
                _columns[property] = column;
            given[property] = value;
        }
        foreach (var (property, value) in mapping.Defaults)
            given.TryAdd(property, value?.DeepClone());
        return Typed(LayerValues.Joined(given));
    }

    private JsonObject Typed(IDictionary<string, JsonNode?> given)
    {
        var properties = new JsonObject();
        foreach (var (property, value) in given.Where(g => !PassedOver.Contains(g.Key) && !g.Key.StartsWith("applied_", StringComparison.Ordinal)))
        {
            var meant = value is JsonValue text && text.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && LayerValues.Word(value) is { } word
                ? mapping.Value(property, word) is { } mapped && LayerValues.Word(mapped) != word ? mapped : value : value;
            properties[property] = LayerValues.Typed(property, meant);
        }
        if (properties["kind"] is null && (kind ?? mapping.Kind) is { } asked)
            properties["kind"] = asked;
        LayerValues.Unfold(properties);
        return properties;
    }

    /// <summary>A fault names the column as the deliverer knows it.</summary>
    private string Told(string fault)
    {
        var end = fault.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && _columns.TryGetValue(fault[..end], out var column) ? $"{fault[..end]} (column {OneLine.Of(column)}){fault[end..]}" : fault;
    }

    private static JsonElement Feature(LayerRow row, JsonObject properties)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("geometry");
            if (row.Shape is null)
                writer.WriteNullValue();
            else
                row.Shape(writer);
            writer.WritePropertyName("properties");
            properties.WriteTo(writer);
            writer.WriteEndObject();
        }
        // Its values are kept as delivered, beyond this call: so it is not given back.
        return JsonDocument.Parse(bytes.WrittenMemory).RootElement;
    }
}
