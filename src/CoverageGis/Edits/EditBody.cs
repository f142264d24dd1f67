using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Edits;

/// <summary>An edit as it was asked for: what could be read of it, and everything that is wrong with it.</summary>
public sealed class EditBody
{
    private static readonly string[] Endable = ["camera", "site", "zone", "occluder", "protected", "exempt"];

    /// <summary>What a camera's patch says about the edit, and not about the camera.</summary>
    private static readonly string[] AboutEdit = ["reason", "version", "position"];

    private const string DirectionCode = "监视方位";

    /// <summary>Direction codes from north clockwise: 1 E, 2 W, 3 S, 4 N, 5 SE, 6 NE, 7 SW, 8 NW.</summary>
    private static readonly string[] EightDirections = ["4", "6", "1", "5", "3", "7", "2", "8"];

    private readonly List<SceneItem> _items = [];
    private readonly List<Ending> _endings = [];
    private readonly Dictionary<string, long> _seen = [];
    private readonly ImportReport _report = new();
    private string _reason = "";

    /// <summary>By what it concerns; empty when all is well.</summary>
    public Dictionary<string, string[]> Faults { get; } = [];

    /// <returns>null when it is no edit at all.</returns>
    public static EditBody? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        var (features, remove) = (Items(body, "features"), Items(body, "remove"));
        return features is null && remove is null ? null : new EditBody().Read(body, features ?? [], remove ?? []);
    }

    public static EditBody OfCamera(string code, JsonObject feature, JsonElement patch)
    {
        var edit = new EditBody();
        if (patch.TryGetProperty("version", out var version))
        {
            if (version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var seen))
                edit._seen[code] = seen;
            else
                edit.Faults["version"] = ["must be the number that the camera's page shows"];
        }
        // The record's own fields are kept as they came, beyond this call.
        return edit.Read(patch, [JsonSerializer.SerializeToElement(feature)], []);
    }

    /// <summary>A recorded camera with some of its fields changed, as a feature.</summary>
    public static JsonObject Patched(JsonObject recorded, double longitude, double latitude, JsonElement patch)
    {
        foreach (var field in patch.EnumerateObject().Where(f => !AboutEdit.Contains(f.Name)))
            recorded[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        // What was delivered before it was brought to WGS 84 is no longer this place's.
        if (patch.TryGetProperty("position", out _))
            recorded.Remove("original");
        if (patch.TryGetProperty("azimuth", out var azimuth))
        {
            recorded.Remove("azimuths");
            FollowAzimuth(recorded, azimuth, patch);
        }
        var place = patch.TryGetProperty("position", out var moved) ? JsonNode.Parse(moved.GetRawText()) : new JsonArray(longitude, latitude);
        return new JsonObject
        {
            ["type"] = "Feature", ["properties"] = recorded,
            ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = place },
        };
    }

    /// <summary>The direction code of an archive says the same as the azimuth in eight directions: it follows, unless it is given itself.</summary>
    private static void FollowAzimuth(JsonObject recorded, JsonElement azimuth, JsonElement patch)
    {
        if (recorded.ContainsKey(DirectionCode) && !patch.TryGetProperty(DirectionCode, out _)
            && azimuth.ValueKind == JsonValueKind.Number && azimuth.TryGetDouble(out var degrees) && degrees is >= 0 and < 360)
            recorded[DirectionCode] = EightDirections[(int)Math.Round(degrees / 45) % 8];
    }

    public EditOrder Order(string @operator) => new(_items, _endings, _seen, @operator, _reason);

    private EditBody Read(JsonElement body, IReadOnlyList<JsonElement> features, IReadOnlyList<JsonElement> remove)
    {
        _reason = body.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString()!.Trim() : "";
        if (_reason.Length is 0 or > 2000)
            Faults["reason"] = ["must say why, in at most 2000 characters"];
        ReadFeatures(features);
        for (var i = 0; i < remove.Count; i++)
            ReadEnding(remove[i], FormattableString.Invariant($"remove[{i}]"));
        return this;
    }

    private void ReadFeatures(IReadOnlyList<JsonElement> features)
    {
        var reader = new FeatureReader("edit", _report);
        foreach (var feature in features)
        {
            var item = reader.Read(feature);
            if (item is RegionItem)
                _report.Skip("region", item.Ref, "a region is changed by an import, not by an edit");
            else if (item is not null)
                _items.Add(item);
        }
        if (_report.Kinds.Values.Any(k => k.Skipped > 0))
            Faults["features"] = [.. _report.Problems.Select(p => $"{p.Ref}: {p.Reason}")];
    }

    private void ReadEnding(JsonElement given, string place)
    {
        var (kind, site, code) = (Text(given, "kind"), Text(given, "site"), Text(given, "code"));
        if (kind is null || code is null || !Endable.Contains(kind) || (kind == "zone" && site is null))
            Faults[place] = [$"must have a kind ({string.Join(", ", Endable)}) and a code, and for a zone its site"];
        else
            _endings.Add(new Ending(kind, site, code));
    }

    private static string? Text(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement[]? Items(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;
}
