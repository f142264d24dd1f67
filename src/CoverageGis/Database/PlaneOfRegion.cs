using System.Collections.Concurrent;
using CoverageGis.Kernel;

namespace CoverageGis.Database;

/// <summary>The planes in which regions are measured, as the database describes them; each is read once.</summary>
internal static class PlaneOfRegion
{
    private static readonly ConcurrentDictionary<int, MetricPlane> Known = new();

    /// <param name="text">spatial_ref_sys.srtext.</param>
    public static MetricPlane Of(int srid, string text) => Known.GetOrAdd(srid, static (code, words) => MetricPlane.FromWkt(code, words), text);
}
