using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Exchange.Layers;

/// <summary>One thing of somebody's layer, as its file has it.</summary>
/// <param name="Place">How a report names it: "record 12", "row 7".</param>
/// <param name="Shape">Writes its GeoJSON geometry; null = none.</param>
/// <param name="Values">Column and value: a text, a number, true or false; what is absent is not among them.</param>
public sealed record LayerRow(string Place, Action<Utf8JsonWriter>? Shape, IReadOnlyList<KeyValuePair<string, JsonNode>> Values)
{
    /// <summary>Why it cannot be taken at all; null = nothing.</summary>
    public string? Fault { get; init; }
}
