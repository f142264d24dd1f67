using System.Globalization;
using System.Text.Json.Nodes;

namespace CoverageGis.Cameras;

/// <summary>The versions of a record turned into what was changed from one to the next.</summary>
internal static class CameraHistory
{
    /// <summary>Beside the record, and no field of it.</summary>
    private static readonly string[] NoField = ["kind", "code"];

    /// <param name="versions">Newest first: from, to, source, record, begun_by, ended_by.</param>
    /// <returns>Newest first: what (created, changed, removed, restored), at, by whom, and the fields with what they were and are.</returns>
    public static JsonArray Of(JsonArray versions)
    {
        var steps = new JsonArray();
        for (var i = 0; i < versions.Count; i++)
        {
            var (newer, version, older) = (i > 0 ? versions[i - 1] : null, versions[i]!, i + 1 < versions.Count ? versions[i + 1] : null);
            if (IsEnd(version, newer))
                steps.Add((JsonNode)Step("removed", version["to"], version, version["ended_by"], []));
            steps.Add((JsonNode)(older is null
                ? Step("created", version["from"], version, version["begun_by"], [])
                : Step(IsEnd(older, version) ? "restored" : "changed", version["from"], version, version["begun_by"], Changes(older["record"]!, version["record"]!))));
        }
        return steps;
    }

    /// <summary>Whether nothing followed at once.</summary>
    private static bool IsEnd(JsonNode version, JsonNode? newer) =>
        version["to"] is { } to && (newer is null || Moment(to) < Moment(newer["from"]!));

    private static DateTimeOffset Moment(JsonNode at) => DateTimeOffset.Parse((string)at!, CultureInfo.InvariantCulture);

    private static JsonObject Step(string what, JsonNode? at, JsonNode version, JsonNode? by, JsonArray fields) => new()
    {
        ["what"] = what, ["at"] = at?.DeepClone(), ["version"] = version["version"]!.DeepClone(), ["source"] = version["source"]!.DeepClone(),
        ["delivery"] = by?["id"]?.DeepClone(), ["delivered_by"] = by?["source"]?.DeepClone(), ["operator"] = by?["operator"]?.DeepClone(), ["undoes"] = by?["undoes"]?.DeepClone(),
        ["file"] = IsEdit(by) ? null : by?["file"]?.DeepClone(), ["reason"] = IsEdit(by) ? by?["file"]?.DeepClone() : null, ["fields"] = fields,
    };

    /// <summary>An edit keeps its reason where a delivery keeps the name of its file.</summary>
    private static bool IsEdit(JsonNode? by) => (string?)by?["format"] == "edit";

    private static JsonArray Changes(JsonNode older, JsonNode newer) => new([.. older.AsObject().Select(f => f.Key)
        .Union(newer.AsObject().Select(f => f.Key)).Except(NoField)
        .Where(name => !JsonNode.DeepEquals(older[name], newer[name]))
        .Select(name => (JsonNode)new JsonObject { ["name"] = name, ["from"] = older[name]?.DeepClone(), ["to"] = newer[name]?.DeepClone() })]);
}
