using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>One feature, its properties by name.</summary>
internal sealed class Feature(JsonObject feature)
{
    public JsonObject Properties { get; } = feature["properties"]!.AsObject();

    public string Kind => Text("kind")!;

    public string Shape => (string)feature["geometry"]!["type"]!;

    public JsonArray Coordinates => feature["geometry"]!["coordinates"]!.AsArray();

    public double[] FirstPosition
    {
        get
        {
            var deepest = Coordinates;
            while (deepest[0] is JsonArray inner)
                deepest = inner;
            return [(double)deepest[0]!, (double)deepest[1]!];
        }
    }

    public string? Text(string name) => (string?)Properties[name];

    public double? Number(string name) => (double?)Properties[name];

    public bool? Flag(string name) => (bool?)Properties[name];

    /// <summary>A number stands for itself, [min, max] for what lies between; null = absent.</summary>
    public (double Min, double Max)? Span(string name) => Properties[name] switch
    {
        null => null,
        JsonArray pair => ((double)pair[0]!, (double)pair[1]!),
        var exact => ((double)exact!, (double)exact!),
    };
}
