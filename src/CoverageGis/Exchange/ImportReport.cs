using System.Text.Encodings.Web;
using System.Text.Json;

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

    public KindCounts Kind(string kind) =>
        Kinds.TryGetValue(kind, out var counts) ? counts : Kinds[kind] = new KindCounts();

    /// <summary>Names something that was skipped, repaired or odd.</summary>
    public void Say(string reference, string reason) => Problems.Add(new ImportProblem(reference, reason));

    /// <summary>Counts one thing as read and skipped, and names it.</summary>
    public void Skip(string kind, string reference, string reason)
    {
        var counts = Kind(kind);
        counts.Read++;
        counts.Skipped++;
        Say(reference, reason);
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
}

/// <param name="Ref">The feature or OSM object, as the deliverer knows it.</param>
/// <param name="Reason">What is wrong, with the value, and what would be right.</param>
public sealed record ImportProblem(string Ref, string Reason);
