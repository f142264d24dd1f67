using System.Text.Json.Nodes;
using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Exchange.Archive;

/// <summary>The file of one camera as delivered: its values by field of the form, and what the form does not know.</summary>
/// <param name="reference">How messages name it.</param>
internal sealed class ArchiveRecord(string reference)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string Ref { get; set; } = reference;

    public List<string> Faults { get; } = [];

    /// <summary>In the order of the columns; filled as the record is understood.</summary>
    public JsonObject Attributes { get; } = [];

    /// <summary>Field or header, in the order of the columns.</summary>
    public List<(string Key, string Value, bool IsField)> Kept { get; } = [];

    public string this[string field] => _values.GetValueOrDefault(field, "");

    public bool Has(string field) => _values.ContainsKey(field);

    public void Add(string key, string value, bool isField)
    {
        if (value.Length == 0)
            return;
        if (isField)
            _values[key] = value;
        Kept.Add((key, value, isField));
    }

    public void Fault(string field, string right) => Faults.Add($"{field} \"{Secret.Shown(this[field])}\" is wrong; right would be {right}");
}
