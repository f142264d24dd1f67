using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Exchange.Scene;

/// <summary>A property that the exchange form does not know, on its way into a jsonb column.</summary>
internal static class ArchiveValue
{
    /// <summary>PostgreSQL keeps no NUL, no half of a surrogate pair, and no number beyond its range.</summary>
    public static bool CanBeKept(string name, JsonElement value) => IsText(name) && CanBeKept(value);

    public static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };

    private static bool CanBeKept(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return IsText(value);
            case JsonValueKind.Number:
                return value.TryGetDouble(out var number) && double.IsFinite(number);
            case JsonValueKind.Array:
                return value.EnumerateArray().All(CanBeKept);
            case JsonValueKind.Object:
                return value.EnumerateObject().All(p => CanBeKept(p.Name, p.Value));
            default:
                return true;
        }
    }

    private static bool IsText(JsonElement value)
    {
        try
        {
            return IsText(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal);
}
