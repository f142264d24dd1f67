namespace CoverageGis.Coverage.Findings;

/// <summary>A drafted gap over a gap that is or was there.</summary>
/// <param name="Draft">Which of the drafted ones.</param>
/// <param name="Number">Identity of the known one.</param>
/// <param name="Live">The known one is there now; false = it was closed before.</param>
/// <param name="SharedM2">Ground that both have, m².</param>
/// <param name="AreaM2">Of the known one, m².</param>
public readonly record struct GapOverlap(long Draft, long Number, bool Live, double SharedM2, double AreaM2);

/// <summary>Which gap a drafted gap is: its number, or null for a new one, and the number that it broke off from.</summary>
public readonly record struct GapName(long Draft, long? Number, long? Origin);

/// <summary>
/// Gaps keep their identity while they overlap: the largest overlap keeps the number, other parts are new and name their
/// origin; half or more of a closed gap opens it again.
/// </summary>
public static class GapIdentity
{
    /// <summary>Share of a closed gap that must be there again for it to be the same one.</summary>
    private const double Reopened = 0.5;

    /// <returns>A name for each draft that overlaps anything.</returns>
    public static IReadOnlyList<GapName> Match(IReadOnlyCollection<GapOverlap> overlaps)
    {
        var numbers = new Dictionary<long, long>();
        var taken = new HashSet<long>();
        foreach (var overlap in Strongest(overlaps.Where(o => o.Live)).Concat(Strongest(overlaps.Where(IsReopening))))
        {
            if (!numbers.ContainsKey(overlap.Draft) && taken.Add(overlap.Number))
                numbers[overlap.Draft] = overlap.Number;
        }
        return [.. overlaps.GroupBy(o => o.Draft).Select(g => numbers.TryGetValue(g.Key, out var number)
            ? new GapName(g.Key, number, null) : new GapName(g.Key, null, OriginOf(g)))];
    }

    private static bool IsReopening(GapOverlap overlap) => !overlap.Live && overlap.SharedM2 >= Reopened * overlap.AreaM2;

    private static long? OriginOf(IEnumerable<GapOverlap> overlaps)
    {
        var live = Strongest(overlaps.Where(o => o.Live)).Take(1).ToList();
        return live.Count > 0 ? live[0].Number : null;
    }

    /// <summary>Largest first; equal ones in the order of their numbers, so that the answer is always the same.</summary>
    private static IEnumerable<GapOverlap> Strongest(IEnumerable<GapOverlap> overlaps) =>
        overlaps.Where(o => o.SharedM2 > 0).OrderByDescending(o => o.SharedM2).ThenBy(o => o.Number).ThenBy(o => o.Draft);
}
