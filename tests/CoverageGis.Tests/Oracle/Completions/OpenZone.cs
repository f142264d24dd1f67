using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle.Completions;

/// <summary>A zone of a scene of intervals: how each of some completions sees it, by asking many points.</summary>
/// <param name="Sights">One a completion.</param>
/// <param name="Area">Watched ground, m², the same in all of them.</param>
/// <param name="Smallest">Ratio of the completion that sees least; null = nothing to watch.</param>
internal sealed record OpenZone(IReadOnlyList<ZoneSight> Sights, double Area, double? Smallest, double? Largest)
{
    private const int Enough = 20_000, AtFirst = 40_000, AtMost = 600_000;

    public WatchedGround Ground => Sights[0].Ground;

    public string Name => $"{Ground.Site}/{Ground.Zone}";

    public static IReadOnlyList<OpenZone> Of(IReadOnlyList<Scene> completions)
    {
        var sights = completions.Select(c => WatchedGround.Of(c).Select(g => new ZoneSight(c, g)).ToList()).ToList();
        return [.. Enumerable.Range(0, sights[0].Count).Select(i => Of([.. sights.Select(s => s[i])], AtFirst))];
    }

    private static OpenZone Of(IReadOnlyList<ZoneSight> sights, int count)
    {
        var (ground, watched, seen) = (sights[0].Ground, 0, new int[sights.Count]);
        var points = ground.Points(count, out var each);
        foreach (var (x, y) in points.Where(p => ground.Holds(p.X, p.Y)))
        {
            watched++;
            for (var i = 0; i < seen.Length; i++)
                seen[i] += sights[i].IsSeen(x, y) ? 1 : 0;
        }
        if (watched < Enough && count < AtMost)
            return Of(sights, Math.Min(AtMost, 4 * count));
        return watched == 0
            ? new OpenZone(sights, 0, null, null)
            : new OpenZone(sights, watched * each, seen.Min() / (double)watched, seen.Max() / (double)watched);
    }
}
