using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Exchange.Layers;

/// <summary>Values of a table as values of the exchange form. What cannot be one stays as it is, and its reader says so.</summary>
internal static class LayerValues
{
    private static readonly Dictionary<string, bool> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true, ["false"] = false, ["1"] = true, ["0"] = false, ["t"] = true, ["f"] = false,
        ["yes"] = true, ["no"] = false, ["y"] = true, ["n"] = false, ["是"] = true, ["否"] = false,
    };

    /// <summary>A text, or a number as text; null for anything else.</summary>
    public static string? Word(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    /// <summary>Texts that were too long for one column are put together (wkt, wkt#2 …); _min and _max become an interval.</summary>
    public static IDictionary<string, JsonNode?> Joined(SortedDictionary<string, JsonNode?> given)
    {
        foreach (var part in given.Keys.Where(k => k.Contains('#', StringComparison.Ordinal)).OrderBy(PartNumber).ToList())
        {
            var whole = part[..part.IndexOf('#', StringComparison.Ordinal)];
            if (PartNumber(part) == int.MaxValue || !given.TryGetValue(whole, out var before))
                continue;
            given[whole] = Word(before) + Word(given[part]);
            given.Remove(part);
        }
        foreach (var least in given.Keys.Where(k => k.EndsWith("_min", StringComparison.Ordinal)).ToList())
        {
            var property = least[..^"_min".Length];
            if (PropertyTypes.Of(property) == PropertyType.Interval && given.Remove(property + "_max", out var most) && given.Remove(least, out var from))
                given[property] = new JsonArray(Number(from), Number(most));
        }
        return given;
    }

    public static JsonNode? Typed(string property, JsonNode? value)
    {
        if (Word(value) is not { } word || string.IsNullOrWhiteSpace(word))
            return Word(value) is null ? value?.DeepClone() : null;
        return PropertyTypes.Of(property) switch
        {
            PropertyType.Flag => Flags.TryGetValue(word.Trim(), out var flag) ? flag : value!.DeepClone(),
            PropertyType.Number or PropertyType.Whole => Number(value),
            PropertyType.Interval => Json(word) is JsonArray pair ? pair : Number(value),
            PropertyType.List => Json(word) ?? value!.DeepClone(),
            _ => value!.DeepClone(),
        };
    }

    /// <summary>What had no column of its own stands as JSON in one: each gets its place, unless it has one.</summary>
    public static void Unfold(JsonObject properties)
    {
        if (properties["attributes"] is not JsonObject folded)
            return;
        properties.Remove("attributes");
        foreach (var (name, value) in folded.Where(f => !properties.ContainsKey(f.Key)))
            properties[name] = value?.DeepClone();
    }

    private static int PartNumber(string name) =>
        int.TryParse(name.AsSpan(name.IndexOf('#', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static JsonNode? Number(JsonNode? value)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.String)
            return value?.DeepClone();
        return double.TryParse(value.GetValue<string>().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number) : value.DeepClone();
    }

    /// <summary>The list or object that a text is; null when it is none.</summary>
    private static JsonNode? Json(string text)
    {
        if (text.AsSpan().Trim() is not (['[', .., ']'] or ['{', .., '}']))
            return null;
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
