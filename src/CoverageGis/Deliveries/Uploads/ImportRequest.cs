using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>An import as it was asked for over HTTP: what could be read of it, and everything that is wrong with it.</summary>
internal sealed class ImportRequest
{
    private const int LongestText = 200;

    private static readonly string[] Known = ["file", "region", "source", "format", "datum", "kind", "map", "partial", "dry_run"];

    /// <summary>By what it concerns; empty when all is well.</summary>
    public Dictionary<string, string[]> Faults { get; } = [];

    public Upload? File { get; private set; }
    public string? Region { get; private set; }
    public string? Source { get; private set; }
    public string? Format { get; private set; }
    public string? Datum { get; private set; }
    public string? Kind { get; private set; }

    /// <summary>How columns and codes are to be taken, as in a file of `--map`.</summary>
    public JsonObject? Map { get; private set; }
    public bool Partial { get; private set; }
    public bool DryRun { get; private set; }

    public static ImportRequest Read(JsonElement body, UploadFolder folder)
    {
        var asked = new ImportRequest();
        if (body.ValueKind != JsonValueKind.Object)
        {
            asked.Faults["body"] = ["must be an object with file, region and source"];
            return asked;
        }
        foreach (var unknown in body.EnumerateObject().Where(p => !Known.Contains(p.Name)))
            asked.Faults[unknown.Name] = [$"is unknown; known are: {string.Join(", ", Known)}"];
        asked.File = asked.Text(body, "file") is { } id ? folder.Find(id) : null;
        if (asked.File is null)
            asked.Faults["file"] = ["must be the id of a file that was sent within the last day and is not imported yet"];
        (asked.Region, asked.Source) = (asked.Text(body, "region"), asked.Text(body, "source") ?? asked.File?.Name);
        asked.ReadMeaning(body);
        asked.Format = asked.Text(body, "format");
        if (asked.Format is not null && !FileFormat.Names.Contains(asked.Format))
            asked.Faults["format"] = [$"is \"{asked.Format}\", and must be one of: {string.Join(", ", FileFormat.Names)}"];
        (asked.Partial, asked.DryRun) = (asked.Flag(body, "partial"), asked.Flag(body, "dry_run"));
        return asked;
    }

    /// <summary>What the columns and codes of an archive mean; null = as the source said before.</summary>
    /// <exception cref="BadInput">It is no mapping: with every fault.</exception>
    public ArchiveMapping? Mapping() => Map is null ? null : ArchiveMapping.Parse(Map.ToJsonString(), "map");

    private void ReadMeaning(JsonElement body)
    {
        (Datum, Kind, Map) = (Text(body, "datum"), Text(body, "kind"), Object(body, "map"));
        if (Datum?.StartsWith("grid:", StringComparison.OrdinalIgnoreCase) == true)
            ReadGrid(Datum["grid:".Length..]);
        else if (Datum is not null && !Exchange.Datums.Datum.IsOne(Datum))
            Faults["datum"] = [$"is \"{Datum}\", and must be one of: {Exchange.Datums.Datum.Right}"];
        if (Kind is not null && !SceneKinds.Names.Contains(Kind))
            Faults["kind"] = [$"is \"{Kind}\", and must be one of: {string.Join(", ", SceneKinds.Names)}"];
    }

    /// <summary>By its parameters: what files there are on this machine is nobody's business.</summary>
    private void ReadGrid(string text)
    {
        try
        {
            if (!LocalGrid.IsInline(text))
                throw new BadInput("A local grid comes here by its parameters: grid:onto=EPSG:4549,dx=389000.12,dy=3548000.34,rotation=0.0123,scale=1.00001");
            LocalGrid.Read(text);
        }
        catch (BadInput refused)
        {
            Faults["datum"] = [refused.Message];
        }
    }

    private string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Length > LongestText || value.GetString()!.Any(char.IsControl))
        {
            Faults[name] = [$"must be a text of at most {LongestText} characters on one line"];
            return null;
        }
        return value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
    }

    private bool Flag(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.False)
            return false;
        if (value.ValueKind != JsonValueKind.True)
            Faults[name] = ["must be true or false"];
        return true;
    }

    private JsonObject? Object(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return JsonObject.Create(value.Clone());
        Faults[name] = ["must be an object, as in a file of --map"];
        return null;
    }
}
