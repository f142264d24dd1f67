using CoverageGis.Commands;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange.Osm;

/// <summary>
/// Reads an OpenStreetMap extract: key sites of all seven categories, buildings and other occluders, surveillance cameras,
/// and roads, rails, water and green as base map.
/// </summary>
public static class OsmReader
{
    /// <param name="report">Counts and names what is merged or cannot be taken, by OSM id.</param>
    /// <param name="progress">Share of the reading done, 0..1.</param>
    /// <exception cref="BadInput">The file is cut short, damaged, empty, or something else.</exception>
    public static IEnumerable<SceneItem> Read(
        string file, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        var policy = OsmPolicy.Load();
        var things = new Assembly(report).Things(new OsmFile(file, progress, token)).ToList();
        if (things.Count == 0 && report.Problems.Count == 0)
            throw new BadInput($"{file} holds nothing that is looked for: no site, building, camera, road or water. Is it the right extract?");
        var plane = new LocalPlane(MiddleLatitude(things));
        var roads = new NearestRoads(policy, plane);
        var sites = new SiteMapping(policy, plane, roads, report);
        foreach (var thing in things)
        {
            roads.Take(thing);
            sites.Take(thing);
        }
        var occluders = new OccluderMapping(policy, report);
        var cameras = new CameraMapping(report);
        return sites.Items().Concat(things.SelectMany(t => cameras.Items(t).Concat(occluders.Items(t)).Concat(Backdrop(t))));
    }

    private static double MiddleLatitude(List<OsmThing> things)
    {
        if (things.Count == 0)
            return 0;
        var latitudes = things.Select(t => t.Shape.EnvelopeInternal.Centre.Y).Order().ToList();
        return latitudes[latitudes.Count / 2];
    }

    private static IEnumerable<SceneItem> Backdrop(OsmThing thing)
    {
        if (thing.Shape is not NetTopologySuite.Geometries.Point && Mapping.Backdrop(thing.Tags) is var (kind, category))
            yield return new BackdropItem(thing.Ref, kind, category, thing.Tags["name"] ?? "", thing.Shape) { Ref = thing.Ref };
    }
}
