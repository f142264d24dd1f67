namespace CoverageGis.Exchange.Osm;

/// <summary>What an object is to us, by its tags (domain table).</summary>
public static class Mapping
{
    /// <returns>One of the seven categories of key sites, or null.</returns>
    public static string? Category(Tags tags)
    {
        if (tags.Is("aeroway", "aerodrome", "terminal", "heliport"))
            return "airport";
        if (tags.Is("railway", "station") || tags.Is("building", "train_station") || tags.Is("station", "subway")
            || (tags.Is("public_transport", "station") && tags.Is("train", "yes")))
            return "railway_station";
        if (tags.Is("amenity", "bus_station"))
            return "coach_station";
        if (tags.Is("amenity", "fuel"))
            return "fuel_station";
        if (tags.Is("highway", "bus_stop") || (tags.Is("public_transport", "platform") && tags.Is("bus", "yes")))
            return "bus_stop";
        if (tags.Is("shop", "mall", "department_store"))
            return "mall";
        return tags.Is("landuse", "residential") && tags["name"] is not null ? "compound" : null;
    }

    public static bool IsCamera(Tags tags) => tags.Is("man_made", "surveillance");

    public static bool IsBuilding(Tags tags) => tags.Has("building") || tags.Has("building:part");

    /// <summary>A wall, a solid fence, a hedge or a row of trees: an occluder that is a line.</summary>
    /// <returns>The use in the policy's tables, or null.</returns>
    public static string? Wall(Tags tags)
    {
        if (tags.Is("barrier", "wall", "city_wall", "retaining_wall", "hedge"))
            return tags["barrier"];
        if (tags.Is("fence", "solid") || (tags.Is("barrier", "fence") && tags.Is("fence_type", "solid", "wall", "concrete", "wood", "panel")))
            return "wall";
        return tags.Is("natural", "tree_row") ? "tree_row" : null;
    }

    /// <returns>road, rail, water or green, with its class; null when it is no part of the base map.</returns>
    public static (string Kind, string Class)? Backdrop(Tags tags)
    {
        if (tags["highway"] is { } road and not ("bus_stop" or "proposed" or "construction" or "platform" or "elevator" or "corridor"))
            return ("road", road);
        if (tags.Is("railway", "rail", "subway", "light_rail", "tram", "narrow_gauge") && !tags.Is("tunnel", "yes"))
            return ("rail", tags["railway"]!);
        if (tags.Is("natural", "water") || tags.Is("waterway", "riverbank", "river", "stream", "canal", "drain", "ditch") || tags.Is("landuse", "basin", "reservoir"))
            return ("water", tags["waterway"] ?? tags["water"] ?? tags["natural"] ?? tags["landuse"]!);
        if (tags.Is("leisure", "park", "garden", "pitch", "golf_course") || tags.Is("natural", "wood", "grassland", "scrub")
            || tags.Is("landuse", "grass", "forest", "meadow", "recreation_ground", "village_green", "cemetery", "farmland", "orchard"))
            return ("green", tags["leisure"] ?? tags["natural"] ?? tags["landuse"]!);
        return null;
    }

    /// <summary>A closed way of these tags is an area; roads, rails and walls go round unless they say otherwise.</summary>
    public static bool IsArea(Tags tags) =>
        !tags.Is("area", "no")
        && (tags.Is("area", "yes") || IsBuilding(tags) || Category(tags) is not null
            || Backdrop(tags) is { Kind: "green" } || (Backdrop(tags) is { Kind: "water" } && !tags.Is("waterway", "river", "stream", "canal", "drain", "ditch")));

    public static bool IsWanted(Tags tags) =>
        Category(tags) is not null || IsCamera(tags) || IsBuilding(tags) || Wall(tags) is not null || Backdrop(tags) is not null;

    /// <summary>The kinds that a report counts an object under when it cannot be taken.</summary>
    public static IEnumerable<string> Kinds(Tags tags)
    {
        if (Category(tags) is not null)
            yield return "site";
        if (IsCamera(tags))
            yield return "camera";
        if (IsBuilding(tags) || Wall(tags) is not null)
            yield return "occluder";
        if (Backdrop(tags) is not null)
            yield return "backdrop";
    }
}
