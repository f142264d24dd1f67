using System.Text.Json.Nodes;

namespace CoverageGis.Cameras;

/// <summary>The versions of a record turned into what was changed from one to the next.</summary>
internal static class CameraHistory
{
    /// <summary>Beside the record, and no field of it.</summary>
    private static readonly string[] NoField = ["kind", "code"];

    /// <param name="versions">Newest first: from, to, ended, source, record, begun_by, ended_by.</param>
    /// <returns>Newest first: what (created, changed, removed, restored), at, by whom, and the fields with what they were and are.</returns>
    public static JsonArray Of(JsonArray versions)
    {
        var steps = new JsonArray();
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i]!;
            if ((bool)version["ended"]!)
                steps.Add((JsonNode)Step("removed", version["to"], version, version["ended_by"], []));
            var older = i + 1 < versions.Count ? versions[i + 1] : null;
            var what = older is null ? "created" : (bool)older["ended"]! || IsGap(older, version) ? "restored" : "changed";
            steps.Add((JsonNode)Step(what, version["from"], version, version["begun_by"], older is null ? [] : Changes(older["record"]!, version["record"]!)));
        }
        return steps;
    }

    private static bool IsGap(JsonNode older, JsonNode newer) =>
        older["to"] is { } to && (string)to! is { } ended && DateTimeOffset.Parse(ended, System.Globalization.CultureInfo.InvariantCulture)
            < DateTimeOffset.Parse((string)newer["from"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Step(string what, JsonNode? at, JsonNode version, JsonNode? by, JsonArray fields) => new()
    {
        ["what"] = what, ["at"] = at?.DeepClone(), ["version"] = version["version"]!.DeepClone(), ["source"] = version["source"]!.DeepClone(),
        ["delivery"] = by?["id"]?.DeepClone(), ["delivered_by"] = by?["source"]?.DeepClone(), ["operator"] = by?["operator"]?.DeepClone(),
        ["file"] = IsEdit(by) ? null : by?["file"]?.DeepClone(), ["reason"] = IsEdit(by) ? by?["file"]?.DeepClone() : null, ["fields"] = fields,
    };

    /// <summary>An edit keeps its reason where a delivery keeps the name of its file.</summary>
    private static bool IsEdit(JsonNode? by) => (string?)by?["format"] == "edit";

    private static JsonArray Changes(JsonNode older, JsonNode newer) => new([.. older.AsObject().Select(f => f.Key)
        .Union(newer.AsObject().Select(f => f.Key)).Except(NoField)
        .Where(name => !JsonNode.DeepEquals(older[name], newer[name]))
        .Select(name => (JsonNode)new JsonObject { ["name"] = name, ["from"] = older[name]?.DeepClone(), ["to"] = newer[name]?.DeepClone() })]);
}
