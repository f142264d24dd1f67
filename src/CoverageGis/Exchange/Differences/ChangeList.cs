using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoverageGis.Exchange.Differences;

/// <summary>One thing that a delivery does to a record; of one that it changes, one field.</summary>
/// <param name="Key">Of the record within its kind, as a person writes it: a zone's is SITE/ZONE.</param>
/// <param name="Outcome">new, changed, removed, missing.</param>
/// <param name="Field">In the words of the exchange form; null for a whole record.</param>
/// <param name="From">JSON; null = the record was silent.</param>
public sealed record RecordChange(string Kind, string Key, string? Name, string Outcome, string? Field, string? From, string? To);

/// <summary>
/// What a delivery changes, by kind: how many of each outcome, and the first of them. What an answer cannot hold is in the
/// file that `--changes` writes.
/// </summary>
public sealed class ChangeList : SortedDictionary<string, KindChanges>
{
    /// <summary>Records of one kind and outcome that an answer holds.</summary>
    public const int Most = 200;

    public ChangeList() : base(StringComparer.Ordinal)
    {
    }

    public void Add(RecordChange change)
    {
        if (!TryGetValue(change.Kind, out var kind))
            this[change.Kind] = kind = new KindChanges();
        kind.Of(change.Outcome).Add(change);
    }
}

public sealed class KindChanges
{
    public ChangeGroup New { get; } = new();
    public ChangeGroup Changed { get; } = new();
    public ChangeGroup Removed { get; } = new();

    /// <summary>Of the source and not in this delivery: kept, and marked so.</summary>
    public ChangeGroup Missing { get; } = new();
    public int Unchanged { get; set; }

    public ChangeGroup Of(string outcome) => outcome switch
    {
        "new" => New, "changed" => Changed, "removed" => Removed, _ => Missing,
    };
}

/// <summary>How many records, and the first of them.</summary>
public sealed class ChangeGroup
{
    private string? _last;

    public int Total { get; private set; }

    public List<ChangedRecord> Records { get; } = [];

    /// <summary>Changes of one record come one after the other.</summary>
    internal void Add(RecordChange change)
    {
        var isNext = Total == 0 || change.Key != _last;
        _last = change.Key;
        Total += isNext ? 1 : 0;
        if (isNext && Total <= ChangeList.Most)
            Records.Add(new ChangedRecord(change.Key, change.Name, change.Outcome == "changed" ? [] : null));
        if (change.Field is not null && Total <= ChangeList.Most)
            Records[^1].Fields?.Add(new ChangedField(change.Field, Node(change.From), Node(change.To)));
    }

    /// <summary>A value that nobody could read in an answer is cut; the file of the changes has all of it.</summary>
    private static JsonNode? Node(string? json) => json is null ? null
        : json.Length <= ChangedField.Longest ? JsonNode.Parse(json) : JsonValue.Create(json[..ChangedField.Longest] + "…");
}

public sealed record ChangedRecord(
    string Code, string? Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] List<ChangedField>? Fields);

/// <param name="From">null = the record was silent.</param>
public sealed record ChangedField(string Field, JsonNode? From, JsonNode? To)
{
    internal const int Longest = 300;
}
