using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Demo.Places;
using CoverageGis.Demo.Watch;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo;

/// <summary>The demo district as the items of an import.</summary>
internal static class District
{
    public static IEnumerable<SceneItem> Items(int seed)
    {
        var town = Town.Draw(seed);
        yield return new RegionItem("demo", "演示区 · Demo district", Pen.Srid, Layout.Pen.Write(Layout.Boundary)) { Ref = "region demo" };
        var facilities = Facilities.Settle(town, seed);
        foreach (var item in Scenery.Of(town)) yield return item;
        var buildings = facilities.Buildings.Concat(town.Blocks.SelectMany(b => Houses.On(b, seed))).ToList();
        var known = new Surroundings(buildings, town.Streets);
        buildings.AddRange(Newcomers.In(facilities.Sites, known));
        for (var i = 0; i < buildings.Count; i++) yield return Occluder(buildings[i], i);
        foreach (var item in facilities.Sites.SelectMany(Site)) yield return item;
        var units = Units.All();
        foreach (var item in Areas(facilities, units)) yield return item;
        foreach (var camera in CameraPlan.Draw(town, facilities, known, units, seed)) yield return camera;
    }

    private static IEnumerable<SceneItem> Site(Place place)
    {
        Geometry shape = place.Radius is null ? place.Shape : place.Shape.Centroid;
        yield return new SiteItem(place.Code, place.Name.Chinese, place.Category, Layout.Pen.Write(shape), place.Radius, place.InScope)
        { Ref = $"site {place.Code}", Attributes = Facts(place) };
        foreach (var part in place.Parts)
            yield return new ZoneItem(place.Code, part.Code, part.Name.Chinese, Layout.Pen.Write(part.Shape))
            {
                Ref = $"zone {place.Code}/{part.Code}",
                Attributes = English(part.Name),
                Purpose = part.Purpose,
                RequiredRatio = part.Ratio,
                MinCameras = part.MinCameras,
                Indoor = part.Indoor,
                CountsCapture = part.Capture,
            };
    }

    private static JsonObject Facts(Place place)
    {
        var facts = new JsonObject { ["name:en"] = place.Name.English };
        foreach (var (key, value) in place.Facts) facts[key] = value;
        return facts;
    }

    private static IEnumerable<SceneItem> Areas(Facilities facilities, List<Unit> units)
    {
        foreach (var area in facilities.Excluded)
            yield return new ExcludedAreaItem(area.Kind, area.Code, area.Name.Chinese, area.Reason, area.Until, Layout.Pen.Write(area.Shape))
            { Ref = $"{area.Kind} {area.Code}", Attributes = English(area.Name) };
        foreach (var unit in units)
            yield return new UnitItem(unit.Code, unit.Name.Chinese, Layout.Pen.Write(unit.Ground)) { Ref = $"unit {unit.Code}", Attributes = English(unit.Name) };
    }

    private static OccluderItem Occluder(Building house, int number)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"B{number:00000}");
        return new OccluderItem(code, house.Use, house.Name.Chinese ?? "", Layout.Pen.Write(house.Shape), house.Width, house.Height, house.Base)
        { Ref = $"{house.Use} {code}", Attributes = English(house.Name) };
    }

    internal static JsonObject? English(Name name) =>
        name.English is { } english ? new JsonObject { ["name:en"] = english } : null;
}
