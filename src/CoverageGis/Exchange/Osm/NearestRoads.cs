using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CoverageGis.Exchange.Osm;

/// <summary>Which road runs nearest to a place.</summary>
public sealed class NearestRoads(OsmPolicy policy, LocalPlane plane)
{
    private readonly STRtree<(string Class, Geometry Line)> _roads = new();
    private bool _any;

    public void Take(OsmThing thing)
    {
        if (thing.Tags["highway"] is not { } road || !policy.Roads.Contains(road) || thing.Shape is not LineString)
            return;
        var line = plane.Flat(thing.Shape);
        _roads.Insert(line.EnvelopeInternal, (road, line));
        _any = true;
    }

    /// <returns>Whether the nearest road is a main road; null when no road is near.</returns>
    public bool? IsOnMainRoad(Geometry place)
    {
        if (!_any)
            return null;
        var flat = plane.Flat(place);
        var box = flat.EnvelopeInternal.Copy();
        box.ExpandBy(policy.NearestRoad);
        var near = _roads.Query(box).Select(r => (r.Class, Away: r.Line.Distance(flat)))
            .Where(r => r.Away <= policy.NearestRoad).OrderBy(r => r.Away).Select(r => r.Class).FirstOrDefault();
        return near is null ? null : policy.MainRoads.Contains(near);
    }
}
