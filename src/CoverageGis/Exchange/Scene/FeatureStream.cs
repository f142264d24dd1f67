using System.Buffers;
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

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = false, MaxDepth = 64 };

    private byte[] _buffer = new byte[FirstBuffer];
    private int _used;
    private long _before;
    private bool _atEnd;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 64 });

    /// <summary>The top-level value is a bare array: not quite GeoJSON.</summary>
    public bool IsBareArray { get; private set; }

    /// <summary>Members of the collection beside its features, such as crs.</summary>
    public Dictionary<string, JsonElement> Members { get; } = new(StringComparer.Ordinal);

    /// <exception cref="BadInput">Not JSON, cut short, or not features: with the position.</exception>
    public IEnumerable<JsonElement> Read()
    {
        SkipMark();
        var first = Token();
        if (first == JsonTokenType.StartArray)
        {
            IsBareArray = true;
            foreach (var feature in Elements())
                yield return feature;
        }
        else if (first == JsonTokenType.StartObject)
        {
            foreach (var feature in Collection())
                yield return feature;
        }
        else
            throw Wrong("the file does not begin with { or [");
        if (Token() is { } more)
            throw Wrong($"there is something after the end: {more}");
    }

    private IEnumerable<JsonElement> Collection()
    {
        var sawFeatures = false;
        while (true)
        {
            var (token, name) = Member();
            if (token == JsonTokenType.EndObject)
                break;
            if (name == "features")
            {
                sawFeatures = true;
                if (Token() != JsonTokenType.StartArray)
                    throw Wrong("\"features\" is not an array");
                foreach (var feature in Elements())
                    yield return feature;
            }
            else
                Members[name] = Value() ?? throw Wrong($"\"{name}\" has no value");
        }
        if (!sawFeatures)
            yield return Alone();
    }

    /// <summary>A file with one bare Feature: its members have been read as if they were the collection's.</summary>
    private JsonElement Alone() => Members.TryGetValue("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Feature"
        ? JsonSerializer.SerializeToElement(Members)
        : throw Wrong("there is no array \"features\"; right would be a GeoJSON FeatureCollection");

    private IEnumerable<JsonElement> Elements()
    {
        while (Value() is { } element)
            yield return element;
    }

    /// <summary>The next element of an array, or null at its end.</summary>
    private JsonElement? Value()
    {
        while (true)
        {
            var reader = Reader();
            try
            {
                var start = reader;
                if (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray)
                    {
                        Advance(ref reader);
                        return null;
                    }
                    if (reader.TrySkip())
                        return Take(ref reader, start);
                }
            }
            catch (JsonException failure)
            {
                throw Wrong(failure.Message.Split(" LineNumber")[0], failure);
            }
            More();
        }
    }

    private JsonElement Take(ref Utf8JsonReader reader, Utf8JsonReader start)
    {
        start.Read();
        var from = (int)start.TokenStartIndex;
        using var document = JsonDocument.Parse(_buffer.AsMemory(from, (int)reader.BytesConsumed - from), Lenient);
        var element = document.RootElement.Clone();
        Advance(ref reader);
        return element;
    }

    private (JsonTokenType Token, string Name) Member()
    {
        while (true)
        {
            var reader = Reader();
            if (TryRead(ref reader))
            {
                var result = (reader.TokenType, reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "");
                Advance(ref reader);
                return result;
            }
            More();
        }
    }

    /// <summary>The next token, or null at the end of the file.</summary>
    private JsonTokenType? Token()
    {
        while (true)
        {
            var reader = Reader();
            if (TryRead(ref reader))
            {
                Advance(ref reader);
                return reader.TokenType;
            }
            if (_atEnd)
                return null;
            More();
        }
    }

    private bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException failure)
        {
            throw Wrong(failure.Message.Split(" LineNumber")[0], failure);
        }
    }

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(0, _used), _atEnd, _state);

    private void Advance(ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        _buffer.AsSpan(consumed, _used - consumed).CopyTo(_buffer);
        _used -= consumed;
        _before += consumed;
    }

    private void More()
    {
        if (_atEnd)
            throw Wrong("the file ends in the middle");
        if (_used == _buffer.Length)
        {
            if (_used >= LargestFeature)
                throw Wrong("a feature is larger than 64 MB");
            Array.Resize(ref _buffer, _used * 2);
        }
        var read = stream.Read(_buffer, _used, _buffer.Length - _used);
        _used += read;
        _atEnd = read == 0;
    }

    private void SkipMark()
    {
        More();
        if (_used == 0)
            throw new BadInput($"{file} is empty. Right would be a GeoJSON FeatureCollection or an OpenStreetMap file.");
        if (_buffer.AsSpan(0, _used).StartsWith("\uFEFF"u8))
        {
            _buffer.AsSpan(3, _used - 3).CopyTo(_buffer);
            _used -= 3;
            _before = 3;
        }
        if (_buffer.AsSpan(0, _used) is [0xFF or 0xFE, ..])
            throw new BadInput($"{file} is not UTF-8 (it begins as UTF-16). Save it as UTF-8.");
    }

    private BadInput Wrong(string what, Exception? inner = null) => new(
        $"{file}: at byte {_before} and after: {what}. Nothing was imported.", inner);
}
