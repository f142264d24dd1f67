namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>How much of a zone is seen, by asking many points. Areas in m².</summary>
/// <param name="Ratio">Seen by exact cameras; null = nothing to watch.</param>
/// <param name="RatioPossible">Seen by exact cameras or estimated ones at mid-values.</param>
internal sealed record ZoneTruth(ZoneSight Sight, double Area, double? Ratio, double? RatioPossible)
{
    private const int Enough = 40_000, AtFirst = 60_000, AtMost = 600_000;

    public string Name => $"{Sight.Ground.Site}/{Sight.Ground.Zone}";

    public static IReadOnlyList<ZoneTruth> Of(Scene scene, int enough = Enough) =>
        [.. WatchedGround.Of(scene).Select(g => Of(new ZoneSight(scene, g), enough))];

    private static ZoneTruth Of(ZoneSight sight, int enough)
    {
        var count = AtFirst * (long)enough / Enough;
        while (true)
        {
            var truth = Of(sight, (int)count, out var watched);
            if (watched >= enough || count >= AtMost)
                return truth;
            count = Math.Min(AtMost, watched == 0 ? AtMost : count * enough / watched * 5 / 4);
        }
    }

    private static ZoneTruth Of(ZoneSight sight, int count, out int watched)
    {
        var (certain, possible) = (0, 0);
        watched = 0;
        var points = sight.Ground.Points(count, out var each);
        foreach (var (x, y) in points)
        {
            if (!sight.Ground.Holds(x, y))
                continue;
            watched++;
            var seen = sight.IsSeen(x, y);
            certain += seen ? 1 : 0;
            possible += seen || sight.IsPossiblySeen(x, y) ? 1 : 0;
        }
        return watched == 0
            ? new ZoneTruth(sight, 0, null, null)
            : new ZoneTruth(sight, watched * each, certain / (double)watched, possible / (double)watched);
    }
}
