using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Exchange.Archive;

/// <summary>What many records have in common, told once with how many they are and the first of them.</summary>
internal sealed class ArchiveRemarks
{
    private const int Most = 500, FirstShown = 5, MostValues = 20;

    private readonly Dictionary<string, (int Count, List<string> First)> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _networked = new(StringComparer.Ordinal);
    private int _more;

    /// <summary>Device codes of this file that cannot be read: nobody can say which cameras it lacks.</summary>
    public int Unknown { get; set; }

    public void Say(string what, string reference)
    {
        if (!_said.TryGetValue(what, out var said))
        {
            if (_said.Count >= Most)
            {
                _more++;
                return;
            }
            _said[what] = said = (0, []);
        }
        if (said.First.Count < FirstShown)
            said.First.Add(reference);
        _said[what] = (said.Count + 1, said.First);
    }

    /// <summary>Counts a value of 联网属性 whose meaning the source has not told.</summary>
    public void CountNetworked(string value)
    {
        if (_networked.Count < MostValues || _networked.ContainsKey(value))
            _networked[value] = _networked.GetValueOrDefault(value) + 1;
    }

    public void Conclude(ImportReport report, string name)
    {
        if (_networked.Count > 0)
            report.Say(name, $"联网属性 means one thing here and the opposite there, and was kept as delivered: "
                + string.Join(", ", _networked.OrderByDescending(v => v.Value).Select(v => $"{(v.Key.Length == 0 ? "(empty)" : Secret.Shown(v.Key))} in {v.Value} rows"))
                + ". Say what this source means with --map: {\"codes\": {\"联网属性\": {\"0\": \"networked\", \"1\": \"not networked\"}}}, 0 and 1 as it is there");
        foreach (var (what, (count, first)) in _said)
            report.Say(count == 1 ? first[0] : $"{count} records, first {string.Join(", ", first)}", what);
        if (_more > 0)
            report.Say(name, $"{_more} further remarks of this kind are not listed");
    }
}
