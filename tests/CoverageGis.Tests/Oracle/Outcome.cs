using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle;

/// <summary>What the program makes of a scene: imported, analysed and exported by its own command line.</summary>
internal sealed record Outcome(JsonObject Summary, IReadOnlyList<JsonObject> Zones, IReadOnlyList<JsonObject> Gaps)
{
    public static async Task<Outcome> OfAsync(string database, SceneDraft draft)
    {
        var file = Path.Combine(Path.GetTempPath(), $"scene-{Environment.ProcessId}-{draft.Region}.geojson");
        await File.WriteAllTextAsync(file, draft.ToString(), TestContext.Current.CancellationToken);
        try
        {
            await AskAsync(database, "import", file, "--json");
            var summary = await AskAsync(database, "analyze", "--region", draft.Region, "--json");
            return new Outcome(summary, await LayerAsync(database, draft, "zones"), await LayerAsync(database, draft, "gaps"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<JsonObject>> LayerAsync(string database, SceneDraft draft, string layer)
    {
        var answer = await AskAsync(database, "export", layer, "--region", draft.Region, "--format", "geojson");
        var kind = layer.TrimEnd('s');
        return [.. answer["features"]!.AsArray().Select(f => f!.AsObject()).Where(f => (string?)f["properties"]!["kind"] == kind)];
    }

    private static async Task<JsonObject> AskAsync(string database, params string[] arguments)
    {
        var result = await Cli.RunAsync(database, arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: exit {result.ExitCode}\n{result.Error}");
        return JsonNode.Parse(result.Out)!.AsObject();
    }
}
