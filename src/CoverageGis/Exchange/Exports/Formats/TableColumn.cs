using System.Text.Json;
using CoverageGis.Exchange.Layers;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>A column of a layer that is written as a table.</summary>
/// <param name="Name">Its head; name#2 … hold the rest of a text that is longer than a cell.</param>
/// <param name="Type">Text, Number, Whole or Flag.</param>
/// <param name="Value">Of a row, of that type; null = nothing.</param>
public sealed record TableColumn(string Name, PropertyType Type, Func<ExportRow, object?> Value)
{
    /// <summary>Of one property: a nested one as outer.inner, its head outer_inner.</summary>
    /// <param name="pairs">An interval gets two columns of numbers; else it is a text, [min,max].</param>
    public static IEnumerable<TableColumn> Of(string path, bool pairs, string layer)
    {
        var (head, type) = (path.Replace('.', '_'), PropertyTypes.Of(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..], layer));
        if (type == PropertyType.Interval && pairs)
            return [new(head + "_min", PropertyType.Number, r => End(Find(r, path), 0)), new(head + "_max", PropertyType.Number, r => End(Find(r, path), 1))];
        return type switch
        {
            PropertyType.Number => [new(head, type, r => Number(Find(r, path)))],
            PropertyType.Whole => [new(head, type, r => Number(Find(r, path)) is { } number && number == Math.Floor(number) ? (long)number : null)],
            PropertyType.Flag => [new(head, type, r => Find(r, path)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null })],
            _ => [new(head, PropertyType.Text, r => Text(Find(r, path)))],
        };
    }

    public static JsonElement? Find(ExportRow row, string path) => Find(row.Recorded, path) ?? Find(row.Computed, path);

    public static string? Text(JsonElement? value) => value is not { } known ? null : known.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => known.GetString()!,
        JsonValueKind.Array when known.GetArrayLength() > 0 && known.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String && !v.GetString()!.Contains('/', StringComparison.Ordinal)) =>
            string.Join('/', known.EnumerateArray().Select(v => v.GetString())),
        _ => known.GetRawText(),
    };

    private static JsonElement? Find(JsonElement properties, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty(name, out properties))
                return null;
        }
        return properties.ValueKind == JsonValueKind.Null ? null : properties;
    }

    private static object? End(JsonElement? value, int end) => value is not { } known ? null
        : Number(known.ValueKind == JsonValueKind.Array && known.GetArrayLength() == 2 ? known[end] : known);

    private static double? Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
