using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Archive;

/// <summary>
/// What a source means by its columns and values, where the form does not tell: the file of `import --map`, and what is
/// saved as the source's profile.
/// </summary>
public sealed record ArchiveMapping
{
    private static readonly string[] Members = ["columns", "codes", "datum", "sheet"];

    private static readonly JsonSerializerOptions Written = new() { Encoder = ImportReport.Json.Encoder };

    public static readonly ArchiveMapping None = new();

    /// <summary>Header to field of the form; null = ignored.</summary>
    public IReadOnlyDictionary<string, string?> Columns { get; init; } = new Dictionary<string, string?>();

    /// <summary>Field to their value to ours.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Of the coordinates, where the command does not say; null = nothing said.</summary>
    public string? Datum { get; init; }

    /// <summary>Of a workbook; null = the one whose header fits best.</summary>
    public string? Sheet { get; init; }

    /// <summary>Known from before: a header that this file lacks is told, and no fault.</summary>
    public bool IsSaved { get; init; }

    public bool IsEmpty => Columns.Count == 0 && Codes.Count == 0 && Datum is null && Sheet is null;

    /// <exception cref="BadInput">It cannot be read, or is no mapping: with every fault.</exception>
    public static ArchiveMapping Load(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    /// <param name="name">How messages name it.</param>
    /// <exception cref="BadInput">It is no mapping: with every fault of its form; fields are checked against a table.</exception>
    public static ArchiveMapping Parse(string json, string name)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            root = document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new BadInput($"{name} is no JSON: {failure.Message} Right would be {{\"columns\": {{\"HEADER\": \"FIELD\"}}, \"codes\": {{\"FIELD\": {{\"THEIRS\": \"OURS\"}}}}}}.", failure);
        }
        List<string> faults = [];
        var mapping = Read(root, faults);
        return faults.Count == 0 ? mapping : throw new BadInput(string.Join('\n', faults.Select(f => $"{name}: {f}")));
    }

    public string ToJson()
    {
        var json = new JsonObject
        {
            ["columns"] = new JsonObject(Columns.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
            ["codes"] = new JsonObject(Codes.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)new JsonObject(
                c.Value.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)))))),
        };
        if (Datum is not null)
            json["datum"] = Datum;
        if (Sheet is not null)
            json["sheet"] = Sheet;
        return json.ToJsonString(Written);
    }

    private static ArchiveMapping Read(JsonElement root, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("is no JSON object; right would be one with columns, codes");
            return None;
        }
        foreach (var member in root.EnumerateObject().Where(m => !Members.Contains(m.Name)))
            faults.Add($"\"{member.Name}\" is not known; right would be {string.Join(", ", Members)}");
        return new ArchiveMapping
        {
            Columns = Texts(root, "columns", faults, orNull: true),
            Codes = Tables(root, faults),
            Datum = Text(root, "datum", faults),
            Sheet = Text(root, "sheet", faults),
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Tables(JsonElement root, List<string> faults)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> tables = new(StringComparer.Ordinal);
        if (Object(root, "codes", faults) is not { } codes)
            return tables;
        foreach (var field in codes.EnumerateObject())
            tables[field.Name] = Texts(codes, field.Name, faults, orNull: false).ToDictionary(v => v.Key.Trim(), v => v.Value!);
        return tables;
    }

    private static Dictionary<string, string?> Texts(JsonElement parent, string name, List<string> faults, bool orNull)
    {
        Dictionary<string, string?> texts = new(StringComparer.Ordinal);
        if (Object(parent, name, faults) is not { } values)
            return texts;
        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind == JsonValueKind.String || (orNull && value.Value.ValueKind == JsonValueKind.Null))
                texts[value.Name] = value.Value.GetString();
            else
                faults.Add($"{name}, \"{value.Name}\": {Scene.OneLine.Of(value.Value.GetRawText())} is wrong; right would be a text{(orNull ? ", or null for a column to be ignored" : "")}");
        }
        return texts;
    }

    private static JsonElement? Object(JsonElement parent, string name, List<string> faults)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value;
        faults.Add($"\"{name}\" is no object");
        return null;
    }

    private static string? Text(JsonElement root, string name, List<string> faults)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            faults.Add($"\"{name}\" is no text");
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
