using System.Text.Json;
using CoverageGis.Exchange;

namespace CoverageGis.Deliveries.Undoing;

/// <summary>How a delivery is to be taken back.</summary>
/// <param name="KeepLater">What was changed since stays as it is; without it, such a record refuses the whole.</param>
/// <param name="DryRun">Work out what would change, and change nothing.</param>
public sealed record UndoOrder(string Region, long Delivery, bool KeepLater, bool DryRun, string Operator)
{
    /// <summary>Told of every change, field by field, as CSV; null = nobody wants the file.</summary>
    public TextWriter? Changes { get; init; }
}

/// <summary>A record that was changed after the delivery that is to be undone.</summary>
/// <param name="Delivery">That changed it; null = by an edit from before edits had numbers, or it follows from another record.</param>
public sealed record LaterChange(string Kind, string Code, DateTime? At, long? Delivery, string? Format, string? Operator);

/// <summary>What was taken back: the delivery of the undoing, what it changed, and what stayed since it was changed later.</summary>
/// <param name="Undone">The delivery that was taken back.</param>
public sealed record UndoReport(long Undone, ImportReport Report, IReadOnlyList<LaterChange> Kept)
{
    /// <summary>The report of an import, with `undone` and `kept`.</summary>
    public string Json()
    {
        var report = JsonSerializer.SerializeToNode(Report, ImportReport.Json)!.AsObject();
        report["undone"] = Undone;
        report["kept"] = JsonSerializer.SerializeToNode(Kept, ImportReport.Json);
        return report.ToJsonString(ImportReport.Json);
    }
}

/// <summary>Records were changed after the delivery that is to be undone; nothing was changed.</summary>
public sealed class ChangedSince(long delivery, IReadOnlyList<LaterChange> later)
    : Exception($"{later.Count} records that delivery {delivery} brought or ended were changed since.")
{
    public IReadOnlyList<LaterChange> Later { get; } = later;
}
