using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Osm;

/// <summary>Buildings, canopies, walls, hedges and rows of trees as occluders.</summary>
public sealed class OccluderMapping(OsmPolicy policy, ImportReport report)
{
    public IEnumerable<SceneItem> Items(OsmThing thing)
    {
        if (Mapping.IsBuilding(thing.Tags))
            return Building(thing);
        return Mapping.Wall(thing.Tags) is { } wall ? [Wall(thing, wall)] : [];
    }

    private IEnumerable<SceneItem> Building(OsmThing thing)
    {
        if (thing.Shape is not (Polygon or MultiPolygon))
        {
            report.Skip("occluder", thing.Ref, "a building that is no area");
            yield break;
        }
        if (IsUnderground(thing.Tags))
        {
            report.Skip("occluder", thing.Ref, "stands underground");
            yield break;
        }
        var isRoof = thing.Tags.Is("building", "roof", "canopy", "carport") || thing.Tags.Is("building:part", "roof", "canopy");
        var (height, bottom) = Extent(thing, isRoof);
        yield return new OccluderItem(thing.Ref, bottom > 0 ? "canopy" : "building", thing.Tags["name"] ?? "", thing.Shape, null, height, bottom)
        {
            Ref = thing.Ref, Attributes = thing.Attributes(),
        };
    }

    private static bool IsUnderground(Tags tags) =>
        tags.Is("location", "underground") || tags.Is("building", "underground")
        || (tags["layer"] is { } layer && Tags.Number(layer) < 0 && !tags.Has("height") && !tags.Has("building:levels"));

    /// <summary>Top and underside, m. The underside of a roof is a guess that gives way to its recorded height.</summary>
    private (Interval Height, double Base) Extent(OsmThing thing, bool isRoof)
    {
        var known = Measure(thing, "height") ?? Levels(thing);
        var recorded = RecordedBase(thing);
        var bottom = recorded ?? (isRoof ? Math.Min(policy.CanopyBase, Math.Max(0, (known?.Min ?? double.MaxValue) - policy.CanopyThickness)) : 0);
        var height = known ?? (bottom > 0
            ? new Interval(bottom + policy.CanopyThickness, bottom + (isRoof ? 3 * policy.CanopyThickness : policy.Level.Max))
            : policy.BuildingHeight(thing.Tags["building"] ?? thing.Tags["building:part"] ?? ""));
        if (height.Min > bottom || bottom == 0)
            return (height, bottom);
        report.Say(thing.Ref, FormattableString.Invariant($"its height {height.Max} m does not rise above its base {bottom} m; taken as a slab on that base"));
        return (new Interval(bottom + policy.CanopyThickness, Math.Max(height.Max, bottom + policy.CanopyThickness)), bottom);
    }

    private double? RecordedBase(OsmThing thing) =>
        Measure(thing, "min_height") is { } known ? known.Min
        : thing.Tags["building:min_level"] is { } level && Tags.Number(level) is > 0 and < 300 and var floors ? floors * policy.Level.Mid : null;

    private Interval? Levels(OsmThing thing)
    {
        if (thing.Tags["building:levels"] is not { } text)
            return null;
        if (Tags.Number(text) is not { } levels || levels <= 0 || levels * policy.Level.Max > policy.Highest)
        {
            report.Say(thing.Ref, $"building:levels \"{text}\" is no number of storeys; taken as unknown");
            return null;
        }
        var roof = thing.Tags["roof:levels"] is { } above && Tags.Number(above) is > 0 and < 20 and var more ? more : 0;
        return new Interval(levels * policy.Level.Min, (levels + roof) * policy.Level.Max);
    }

    private Interval? Measure(OsmThing thing, string key)
    {
        if (thing.Tags[key] is not { } text)
            return null;
        if (Heights.Read(text) is { } height && height.Max <= policy.Highest && (height.Max > 0 || key != "height"))
            return height;
        report.Say(thing.Ref, $"{key} \"{text}\" is no height; taken as unknown");
        return null;
    }

    private OccluderItem Wall(OsmThing thing, string wall)
    {
        var use = wall is "hedge" or "tree_row" ? wall : "wall";
        var height = Measure(thing, "height") ?? policy.WallHeight(wall);
        var width = Measure(thing, "width") is { Mid: > 0 and < 50 } known ? known.Mid : policy.WallWidth(wall);
        return new OccluderItem(thing.Ref, use, thing.Tags["name"] ?? "", thing.Shape, thing.Shape is LineString ? width : null, height, 0)
        {
            Ref = thing.Ref, Attributes = thing.Attributes(),
        };
    }
}
