using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Layers;

/// <summary>
/// How the columns and codes of somebody's layer become properties and words of the exchange form. What the user says
/// comes first, then the usual words (data/layer-words.json); what neither knows keeps its name.
/// </summary>
public sealed class LayerMapping
{
    private const int LargestFile = 1 << 20;

    private const string Right = "{\"kind\": \"site\", \"columns\": {\"TYPE\": \"category\", \"MEMO\": null}, \"codes\": {\"category\": {\"油站\": \"fuel_station\"}}, \"defaults\": {\"radius\": 30}}";

    private static readonly Lazy<LayerMapping> Usual = new(() => Read(Path.Combine(AppContext.BaseDirectory, "data", "layer-words.json"), null));

    private readonly Dictionary<string, string?> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, JsonNode?>> _codes = new(StringComparer.Ordinal);
    private readonly LayerMapping? _otherwise;

    private LayerMapping(LayerMapping? otherwise) => _otherwise = otherwise;

    /// <summary>What each thing of the layer is.</summary>
    public string? Kind { get; private set; }

    /// <summary>Property to value, where the layer has none.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Defaults { get; private set; } = new Dictionary<string, JsonNode?>();

    /// <param name="file">null = only the usual words.</param>
    /// <exception cref="BadInput">The file is not as it must be, with every fault.</exception>
    public static LayerMapping Of(string? file) => file is null ? Usual.Value : Read(file, Usual.Value);

    /// <param name="text">The content of such a file, which lies in an archive.</param>
    public static LayerMapping OfText(string name, string text) => Parse(name, text, Usual.Value);

    /// <returns>The property that a column stands for; null = the column is left out.</returns>
    public string? Property(string column)
    {
        if (_columns.TryGetValue(column.Trim(), out var property))
            return property;
        return _otherwise is null ? column.Trim() : _otherwise.Property(column);
    }

    /// <returns>What a code means; the code itself when nobody says.</returns>
    public JsonNode? Value(string property, string code)
    {
        if (_codes.TryGetValue(property, out var codes) && codes.TryGetValue(code.Trim(), out var value))
            return value?.DeepClone();
        return _otherwise is null ? JsonValue.Create(code) : _otherwise.Value(property, code);
    }

    private static LayerMapping Read(string file, LayerMapping? otherwise)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, Length: <= LargestFile })
                throw new BadInput($"There is no mapping {file}, or it is larger than a megabyte. Right would be {Right}.");
            return Parse(file, File.ReadAllText(file), otherwise);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    private static LayerMapping Parse(string file, string text, LayerMapping? otherwise)
    {
        var (mapping, faults) = (new LayerMapping(otherwise), new List<string>());
        try
        {
            if (JsonNode.Parse(text) is not JsonObject given)
                throw new BadInput($"{file} is no JSON object. Right would be {Right}.");
            foreach (var (name, value) in given)
                mapping.Take(name, value, faults);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            throw new BadInput($"{file} is no mapping: {failure.Message.Split(" LineNumber")[0]} Right would be {Right}.", failure);
        }
        return faults.Count == 0 ? mapping : throw new BadInput($"{file}: {string.Join("; ", faults)}. Right would be {Right}.");
    }

    private void Take(string name, JsonNode? value, List<string> faults)
    {
        switch (name, value)
        {
            case ("kind", JsonValue kind) when kind.GetValueKind() == JsonValueKind.String:
                Kind = kind.GetValue<string>();
                break;
            case ("columns", JsonObject columns):
                foreach (var (column, property) in columns)
                    TakeColumn(column, property, faults);
                break;
            case ("codes", JsonObject codes):
                foreach (var (property, words) in codes)
                    TakeCodes(property, words, faults);
                break;
            case ("defaults", JsonObject defaults):
                Defaults = defaults.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);
                break;
            default:
                faults.Add($"\"{name}\" is none of kind (a text), columns, codes, defaults (objects), or not of that form");
                break;
        }
    }

    private void TakeColumn(string column, JsonNode? property, List<string> faults)
    {
        if (property is null || property.GetValueKind() == JsonValueKind.String)
            _columns[column.Trim()] = property?.GetValue<string>();
        else
            faults.Add($"columns, \"{column}\": {property.ToJsonString()} is no property; right would be a name, or null to leave it out");
    }

    private void TakeCodes(string property, JsonNode? words, List<string> faults)
    {
        if (words is JsonObject codes)
            _codes[property] = codes.ToDictionary(c => c.Key.Trim(), c => c.Value, StringComparer.Ordinal);
        else
            faults.Add($"codes, \"{property}\" is no object of code to word");
    }
}
