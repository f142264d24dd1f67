namespace CoverageGis.Tests.Deliveries;

/// <summary>
/// What a region holds after deliveries, edits and undos, written down independently of the program: a dictionary, and for
/// each delivery what every record was before and after.
/// </summary>
internal sealed class DeliveryOracle
{
    public sealed record Held(string Says, string Source);

    private sealed record Done(Dictionary<string, (Held? Before, Held? After)> Touched)
    {
        public int? UndoneBy { get; set; }
    }

    private readonly SortedDictionary<string, Held> _now = new(StringComparer.Ordinal);
    private readonly List<Done> _done = [];

    public int Count => _done.Count;

    public string State => string.Join('\n', _now.Select(r => $"{r.Key} {r.Value.Says} {r.Value.Source}"));

    /// <param name="records">"kind key" to what it says.</param>
    /// <returns>Whether it changed anything, and so has a number.</returns>
    public bool Deliver(string source, Dictionary<string, string> records, bool partial)
    {
        var next = records.ToDictionary(r => r.Key, r => (Held?)new Held(r.Value, source));
        var kinds = records.Keys.Select(Kind).ToHashSet();
        foreach (var gone in _now.Where(r => !partial && r.Value.Source == source && kinds.Contains(Kind(r.Key)) && !records.ContainsKey(r.Key)).ToList())
            next[gone.Key] = null;
        return Apply(next);
    }

    public bool Edit(Dictionary<string, string?> records) => Apply(records.ToDictionary(
        r => r.Key, r => r.Value is null ? null : new Held(r.Value, _now.GetValueOrDefault(r.Key)?.Source ?? "edit")));

    /// <returns>Keys that were changed since; null when it cannot be undone at all. Without <paramref name="keep"/> they stop it.</returns>
    public List<string>? Undo(int number, bool keep)
    {
        var asked = _done[number];
        if (asked.UndoneBy is not null)
            return null;
        var later = asked.Touched.Where(t => t.Value.Before?.Says != t.Value.After?.Says && _now.GetValueOrDefault(t.Key) != t.Value.After)
            .Select(t => t.Key).Order(StringComparer.Ordinal).ToList();
        if (later.Count > 0 && !keep)
            return later;
        var back = asked.Touched.Where(t => _now.GetValueOrDefault(t.Key) == t.Value.After).ToDictionary(t => t.Key, t => t.Value.Before);
        if (Apply(back))
            asked.UndoneBy = _done.Count - 1;
        else
            return null;
        return later;
    }

    private bool Apply(Dictionary<string, Held?> next)
    {
        var touched = next.Where(n => _now.GetValueOrDefault(n.Key) != n.Value)
            .ToDictionary(n => n.Key, n => (_now.GetValueOrDefault(n.Key), n.Value));
        foreach (var (key, (_, after)) in touched)
        {
            if (after is null)
                _now.Remove(key);
            else
                _now[key] = after;
        }
        if (touched.Count > 0)
            _done.Add(new Done(touched));
        return touched.Count > 0;
    }

    private static string Kind(string key) => key.Split(' ')[0];
}
