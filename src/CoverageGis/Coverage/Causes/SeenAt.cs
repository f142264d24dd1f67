using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Causes;

/// <summary>Who sees a point by what was stored: cameras by code.</summary>
/// <param name="CertainByDay">Working ones that see it for certain.</param>
/// <param name="CertainByNight">The same by night; in a place that is lit, as by day.</param>
/// <param name="PossiblyByDay">Working ones that may see it.</param>
/// <param name="Broken">Ones in repair that would see it, certainly or not.</param>
internal sealed record SeenAt(
    IReadOnlySet<string> CertainByDay, IReadOnlySet<string> CertainByNight,
    IReadOnlyCollection<string> PossiblyByDay, IReadOnlyCollection<string> PossiblyByNight, IReadOnlyCollection<string> Broken)
{
    /// <param name="views">Those that count in the zone.</param>
    public static SeenAt Of(WatchedZone zone, IEnumerable<KnownView> views, Coordinate point)
    {
        var here = views.Where(v => v.Holds(point)).ToList();
        Func<KnownView, bool> isCertainByNight = zone.Lit ? v => v.IsCertainByDay : v => v.IsCertainByNight;
        var (day, night) = (here.Where(v => v.ByDay).ToList(), here.Where(v => zone.Lit ? v.ByDay : v.ByNight).ToList());
        var (certainByDay, certainByNight) = (Certain(day, v => v.IsCertainByDay), Certain(night, isCertainByNight));
        return new SeenAt(certainByDay, certainByNight, Possible(day, certainByDay), Possible(night, certainByNight),
            new SortedSet<string>(day.Where(v => !v.Working).Select(v => v.Camera), StringComparer.Ordinal));
    }

    private static HashSet<string> Certain(List<KnownView> views, Func<KnownView, bool> isCertain) =>
        views.Where(v => v.Working && isCertain(v)).Select(v => v.Camera).ToHashSet();

    private static SortedSet<string> Possible(List<KnownView> views, HashSet<string> certain) =>
        new(views.Where(v => v.Working && !certain.Contains(v.Camera)).Select(v => v.Camera), StringComparer.Ordinal);
}
