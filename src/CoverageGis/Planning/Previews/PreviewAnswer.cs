using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Kernel;
using CoverageGis.Views;
using NetTopologySuite.Geometries;

namespace CoverageGis.Planning.Previews;

/// <summary>Puts a view that was not stored into GeoJSON (WGS 84), with its areas in m².</summary>
internal static class PreviewAnswer
{
    /// <summary>Of a degree: about a centimetre.</summary>
    private const int Decimals = 7;

    /// <param name="zones">JSON of the zones that it would change; null = not asked for.</param>
    public static string Json(string? camera, Purpose purpose, Sight sight, MetricPlane plane, string? zones)
    {
        var answer = new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["camera"] = camera,
            ["purpose"] = purpose.Name,
            ["estimated"] = sight.Estimated,
            ["blind"] = sight.Blind,
            ["features"] = new JsonArray([.. sight.Views.Select(v => Feature(v, plane))]),
        };
        if (zones is not null)
            answer["zones"] = JsonNode.Parse(zones);
        return answer.ToJsonString();
    }

    private static JsonObject Feature(StoredView view, MetricPlane plane) => new()
    {
        ["type"] = "Feature",
        ["geometry"] = new JsonObject
        {
            ["type"] = view.Ground.GeometryType,
            ["coordinates"] = view.Ground is Polygon polygon ? Rings(polygon, plane)
                : new JsonArray([.. Enumerable.Range(0, view.Ground.NumGeometries).Select(i => Rings((Polygon)view.Ground.GetGeometryN(i), plane))]),
        },
        ["properties"] = new JsonObject
        {
            ["purpose"] = view.Purpose, ["certainty"] = view.Certainty, ["light"] = view.Light, ["area_m2"] = view.Ground.Area,
        },
    };

    private static JsonArray Rings(Polygon polygon, MetricPlane plane) =>
        new([.. polygon.InteriorRings.Prepend(polygon.ExteriorRing).Where(r => !r.IsEmpty).Select(r => Ring(r, plane))]);

    private static JsonArray Ring(LineString ring, MetricPlane plane) => new([.. ring.Coordinates.Select(c =>
    {
        var place = plane.Unproject(c.X, c.Y);
        return (JsonNode)new JsonArray(Math.Round(place.X, Decimals), Math.Round(place.Y, Decimals));
    })]);
}
