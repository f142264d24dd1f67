using System.Text.Json.Nodes;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Osm;

/// <summary>An object with its geometry put together: Point, LineString, Polygon or MultiPolygon in longitude/latitude.</summary>
/// <param name="Ref">node/1, way/2 or relation/3: also its code.</param>
public sealed record OsmThing(string Ref, Tags Tags, Geometry Shape)
{
    private static readonly string[] Kept =
        ["name:zh", "name:en", "operator", "ref", "start_date", "check_date", "website", "addr:street", "addr:housenumber", "surveillance", "surveillance:type", "surveillance:zone", "camera:type", "camera:mount"];

    public JsonObject? Attributes()
    {
        var kept = new JsonObject();
        foreach (var key in Kept)
        {
            if (Tags[key] is { } value)
                kept[key] = value;
        }
        return kept.Count > 0 ? kept : null;
    }
}
