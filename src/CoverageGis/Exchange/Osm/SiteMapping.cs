using System.Globalization;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Osm;

/// <summary>Key sites: gathered while a file is read, then merged where several objects are one place, then given their scope.</summary>
public sealed class SiteMapping(OsmPolicy policy, LocalPlane plane, NearestRoads roads, ImportReport report)
{
    private readonly List<Candidate> _candidates = [];

    private sealed record Candidate(OsmThing Thing, string Category, Geometry Flat)
    {
        public bool IsArea => Flat is Polygon or MultiPolygon;

        public bool IsStop => Thing.Tags.Is("highway", "bus_stop");
    }

    public void Take(OsmThing thing)
    {
        if (Mapping.Category(thing.Tags) is { } category)
            _candidates.Add(new Candidate(thing, category, plane.Flat(thing.Shape)));
    }

    public IEnumerable<SceneItem> Items()
    {
        var merged = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        MergePlatforms(merged);
        MergeNodes(merged);
        MergeAerodromes(merged);
        return _candidates.Where(c => !merged.Contains(c)).Select(Item);
    }

    /// <summary>A platform within reach of a stop of the same name is that stop.</summary>
    private void MergePlatforms(HashSet<Candidate> merged)
    {
        var stops = _candidates.Where(c => c is { Category: "bus_stop", IsStop: true } && c.Thing.Tags["name"] is not null)
            .ToLookup(c => c.Thing.Tags["name"]);
        foreach (var platform in _candidates.Where(c => c is { Category: "bus_stop", IsStop: false } && c.Thing.Tags["name"] is not null))
        {
            if (stops[platform.Thing.Tags["name"]].Any(s => s.Flat.Distance(platform.Flat) <= policy.PlatformToStop))
                Merge(merged, platform);
        }
    }

    /// <summary>A node inside an area of its category is that area.</summary>
    private void MergeNodes(HashSet<Candidate> merged)
    {
        var areas = new NetTopologySuite.Index.Strtree.STRtree<Candidate>();
        foreach (var area in _candidates.Where(c => c.IsArea && !merged.Contains(c)))
            areas.Insert(area.Flat.EnvelopeInternal, area);
        foreach (var node in _candidates.Where(c => c.Flat is Point && !merged.Contains(c)))
        {
            if (areas.Query(node.Flat.EnvelopeInternal).Any(a => a.Category == node.Category && a.Flat.Intersects(node.Flat)))
                Merge(merged, node);
        }
    }

    /// <summary>An aerodrome is watched at its terminal, where it has one.</summary>
    private void MergeAerodromes(HashSet<Candidate> merged)
    {
        var terminals = _candidates.Where(c => c.Thing.Tags.Is("aeroway", "terminal")).ToList();
        foreach (var aerodrome in _candidates.Where(c => c.Thing.Tags.Is("aeroway", "aerodrome") && !merged.Contains(c)))
        {
            var reach = aerodrome.IsArea ? 0 : policy.TerminalToAerodrome;
            if (terminals.Any(t => t.Flat.Distance(aerodrome.Flat) <= reach))
                Merge(merged, aerodrome);
        }
    }

    private void Merge(HashSet<Candidate> merged, Candidate candidate)
    {
        if (!merged.Add(candidate))
            return;
        report.Kind("site").Read++;
        report.Kind("site").Merged++;
    }

    private SiteItem Item(Candidate site)
    {
        var thing = site.Thing;
        var shape = site.IsArea ? thing.Shape : Middle(thing.Shape);
        double? radius = site.IsArea ? null : policy.Radius(site.Category);
        return new SiteItem(thing.Ref, thing.Tags.Name ?? $"{site.Category.Replace('_', ' ')} {thing.Ref}", site.Category, shape, radius, InScope(site))
        {
            Ref = thing.Ref, Attributes = thing.Attributes(),
        };
    }

    private static Geometry Middle(Geometry shape)
    {
        var middle = shape is Point ? shape : shape.InteriorPoint;
        middle.SRID = 4326;
        return middle;
    }

    private bool? InScope(Candidate site) => site.Category switch
    {
        "bus_stop" => roads.IsOnMainRoad(site.Thing.Shape),
        "mall" => site.IsArea ? site.Flat.Area * Storeys(site.Thing.Tags) >= policy.LargeMall : null,
        "compound" => Built(site.Thing.Tags["start_date"]) is { } built ? built <= policy.OldBefore : null,
        _ => true,
    };

    private static double Storeys(Tags tags) => tags["building:levels"] is { } text && Tags.Number(text) is > 0 and < 200 and var levels ? levels : 1;

    /// <summary>1985, 1985-06, 1985-06-30; anything vaguer is unknown. A year alone counts from its first day.</summary>
    private static DateOnly? Built(string? text)
    {
        foreach (var form in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
        {
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
        }
        return null;
    }
}
