using System.Text.Json;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Differences;

namespace CoverageGis.Deliveries.Undoing;

/// <summary>An undo as it is asked for and refused over HTTP.</summary>
internal static class UndoBody
{
    private const int MostLater = 200;

    private static readonly string[] Known = ["dry_run", "keep_later"];

    public static Dictionary<string, string[]> Faults(JsonElement body) => body.ValueKind != JsonValueKind.Object
        ? new() { ["body"] = ["must be an object with dry_run and keep_later, each true or false"] }
        : body.EnumerateObject().Where(p => !Known.Contains(p.Name) || p.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => new[] { Known.Contains(p.Name) ? "must be true or false" : "is unknown; known are: dry_run, keep_later" });

    public static bool Is(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.GetBoolean();

    /// <summary>What was changed since, as far as an answer bears, and how many there are.</summary>
    public static Dictionary<string, object?> Later(ChangedSince refused) => new()
    {
        ["later"] = JsonSerializer.SerializeToNode(refused.Later.Take(MostLater).Select(l => l with { Code = RecordChanges.Readable(l.Code) }), ImportReport.Json),
        ["later_total"] = refused.Later.Count,
    };
}
