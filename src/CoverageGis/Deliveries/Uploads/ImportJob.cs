using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>An import on its way, or a dry run of one, and what became of it.</summary>
internal sealed class ImportJob(string id, ImportRequest asked, CancellationToken stopping) : IProgress<double>
{
    /// <summary>Whole shares of the reading; after it comes the merging, of which nobody knows how far it is.</summary>
    private const double Read = 0.999;

    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private double _share;

    public string Id { get; } = id;

    public ImportRequest Asked { get; } = asked;

    public DateTime StartedAt { get; } = DateTime.UtcNow;

    /// <summary>running, done, failed, cancelled.</summary>
    public string State { get; private set; } = "running";

    public bool IsOver => State != "running";

    /// <summary>Every change, field by field, as CSV; of a dry run.</summary>
    public string? ChangesFile { get; set; }

    public CancellationToken Cancelled => _cancel.Token;

    private ImportReport? Outcome { get; set; }

    private string[] Faults { get; set; } = [];

    public void Cancel() => _cancel.Cancel();

    public void End(string state, ImportReport? report, params string[] faults) => (Outcome, Faults, State) = (report, faults, state);

    public void Report(double value) => _share = Math.Max(_share, value);

    public string Json() => new JsonObject
    {
        ["id"] = Id, ["state"] = State, ["dry_run"] = Asked.DryRun, ["started_at"] = StartedAt,
        ["doing"] = IsOver ? null : _share < Read ? "reading" : "merging", ["share"] = IsOver || _share >= Read ? null : _share,
        ["file"] = Asked.File!.Id, ["name"] = Asked.File.Name, ["region"] = Outcome?.Region ?? Asked.Region, ["source"] = Asked.Source,
        ["faults"] = new JsonArray([.. Faults.Select(f => (JsonNode)f)]), ["report"] = ProblemGroups.Grouped(Outcome),
        ["changes_file"] = ChangesFile is null ? null : $"/api/imports/{Id}/changes.csv",
    }.ToJsonString(ImportReport.Json);
}
