using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoverageGis.Exchange.Differences;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange;

/// <summary>What became of a file: the object that `import --json` prints. read = taken + merged + skipped, by kind.</summary>
public sealed class ImportReport
{
    /// <summary>How it is written: names in lower case, Chinese as it is.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Region { get; set; } = "";
    public string Source { get; set; } = "";
    public SortedDictionary<string, KindCounts> Kinds { get; } = new(StringComparer.Ordinal);
    public List<ImportProblem> Problems { get; } = [];

    public long ElapsedMs { get; set; }

    /// <summary>What changes, by kind and field, as far as an answer can hold it; null where nobody asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangeList? Changes { get; set; }

    /// <summary>The number under which it was recorded and can be undone; null when nothing changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Delivery { get; set; }

    /// <summary>What the file holds but could not be taken: what is known of it stays, it is not removed.</summary>
    [JsonIgnore]
    public List<(string Kind, string Key)> Faulty { get; } = [];

    /// <summary>Nobody can say what the file lacks: nothing is removed.</summary>
    [JsonIgnore]
    public bool KeepsMissing { get; private set; }

    /// <summary>As it is kept with the delivery: what changed is read from the records themselves.</summary>
    public string WithoutChanges()
    {
        var kept = JsonSerializer.SerializeToNode(this, Json)!.AsObject();
        kept.Remove("changes");
        return kept.ToJsonString(Json);
    }

    public KindCounts Kind(string kind) =>
        Kinds.TryGetValue(kind, out var counts) ? counts : Kinds[kind] = new KindCounts();

    /// <summary>Names something that was skipped, repaired or odd.</summary>
    public void Say(string reference, string reason) => Problems.Add(new ImportProblem(reference, reason));

    public void KeepWhatIsMissing(string reference, string reason)
    {
        KeepsMissing = true;
        Say(reference, reason);
    }

    /// <summary>Counts one thing as read and skipped, and names it.</summary>
    public void Skip(string kind, string reference, string reason)
    {
        var counts = Kind(kind);
        counts.Read++;
        counts.Skipped++;
        Say(reference, reason);
    }

    /// <summary>Skips a thing whose record is faulty, as far as it could be read.</summary>
    public void Skip(string kind, SceneItem faulty, string reason)
    {
        Skip(kind, faulty.Ref, reason);
        Faulty.Add((kind, StageTable.Of(StageTable.Identified(faulty)).Key));
    }
}

public sealed class KindCounts
{
    public int Read { get; set; }
    public int Taken { get; set; }
    public int Merged { get; set; }
    public int Skipped { get; set; }
    public int New { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Removed { get; set; }

    /// <summary>Of the source and not in this delivery, but kept and marked; null where that is not how its kind of file is taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Missing { get; set; }

    /// <summary>What became another source's, and marks of missing ones that began or ended.</summary>
    [JsonIgnore]
    public int Touched { get; set; }
}

/// <param name="Ref">The feature or OSM object, as the deliverer knows it.</param>
/// <param name="Reason">What is wrong, with the value, and what would be right.</param>
public sealed record ImportProblem(string Ref, string Reason);
