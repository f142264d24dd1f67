using System.Text.Json;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Scene;

/// <summary>
/// Takes the features of a GeoJSON file apart one at a time, so that memory holds one feature and not the file: a
/// FeatureCollection, a bare array of features, or a single feature.
/// </summary>
public sealed class FeatureStream(string file, Stream stream)
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>A feature beyond this is no feature of a city, bytes.</summary>
    private const int LargestFeature = 64 << 20;

    /// <summary>What is looked at beside the features; the rest is passed over.</summary>
    private static readonly string[] MembersKept = ["type", "crs", "geometry", "properties"];

    private readonly Utf8Window _window = new(file, stream, FirstBuffer, LargestFeature);
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 64 });

    /// <summary>The top-level value is a bare array: not quite GeoJSON.</summary>
    public bool IsBareArray { get; private set; }

    /// <summary>Members of the collection beside its features, as far as they have been read.</summary>
    public Dictionary<string, JsonElement> Members { get; } = new(StringComparer.Ordinal);

    /// <exception cref="BadInput">Not JSON, cut short, or not features: with the position.</exception>
    public IEnumerable<JsonElement> Read()
    {
        _window.SkipMark();
        IsBareArray = Token() switch
        {
            JsonTokenType.StartArray => true,
            JsonTokenType.StartObject => false,
            _ => throw Wrong("the file does not begin with { or ["),
        };
        foreach (var feature in IsBareArray ? Elements() : Collection())
            yield return feature;
        if (Token() is { } more)
            throw Wrong($"there is something after the end: {more}");
    }

    private IEnumerable<JsonElement> Collection()
    {
        var sawFeatures = false;
        while (Member() is { } name)
        {
            if (name != "features")
            {
                Keep(name, Value() ?? throw Wrong($"\"{name}\" has no value"));
                continue;
            }
            sawFeatures = true;
            if (Token() != JsonTokenType.StartArray)
                throw Wrong("\"features\" is not an array");
            foreach (var feature in Elements())
                yield return feature;
        }
        if (!sawFeatures)
            yield return Alone();
    }

    private void Keep(string name, JsonElement value)
    {
        if (MembersKept.Contains(name))
            Members[name] = value;
    }

    /// <summary>A file with one bare Feature: its members have been read as if they were the collection's.</summary>
    private JsonElement Alone() =>
        Members.TryGetValue("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Feature"
            ? JsonSerializer.SerializeToElement(Members)
            : throw Wrong("there is no array \"features\"; right would be a GeoJSON FeatureCollection");

    private IEnumerable<JsonElement> Elements()
    {
        while (Value() is { } element)
            yield return element;
    }

    /// <summary>The next element of an array, or null at its end.</summary>
    private JsonElement? Value() => Next((ref Utf8JsonReader reader, out JsonElement? found) =>
    {
        found = null;
        if (!reader.Read())
            return false;
        if (reader.TokenType == JsonTokenType.EndArray)
            return true;
        var start = (int)reader.TokenStartIndex;
        if (!JsonElement.TryParseValue(ref reader, out found))
            return false;
        _window.RequireUtf8(start, (int)reader.BytesConsumed);
        return true;
    });

    /// <summary>The name of the next member of an object, or null at its end.</summary>
    private string? Member() => Next((ref Utf8JsonReader reader, out string? found) =>
    {
        found = null;
        if (!reader.Read())
            return false;
        _window.RequireUtf8((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        found = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
        return true;
    });

    /// <summary>The next token, or null at the end of the file.</summary>
    private JsonTokenType? Token() => Next((ref Utf8JsonReader reader, out JsonTokenType? found) =>
    {
        var read = reader.Read();
        found = read ? reader.TokenType : null;
        return read || _window.IsWhole;
    });

    private delegate bool Attempt<T>(ref Utf8JsonReader reader, out T found);

    /// <summary>Tries on what is in memory, and with more of the file until it succeeds.</summary>
    private T Next<T>(Attempt<T> attempt)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_window.Unread, _window.IsWhole, _state);
            try
            {
                if (attempt(ref reader, out var found))
                {
                    _state = reader.CurrentState;
                    _window.Advance((int)reader.BytesConsumed);
                    return found;
                }
            }
            catch (JsonException failure)
            {
                throw Malformed(failure);
            }
            catch (InvalidOperationException failure)
            {
                throw Wrong("a name is no text", failure);
            }
            _window.More();
        }
    }

    private BadInput Malformed(JsonException failure) => new(FormattableString.Invariant(
        $"{file}, line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}: {failure.Message.Split(" LineNumber")[0]} Nothing was imported."), failure);

    private BadInput Wrong(string what, Exception? inner = null) =>
        new(FormattableString.Invariant($"{file}, byte {_window.Position}: {what}. Nothing was imported."), inner);
}
