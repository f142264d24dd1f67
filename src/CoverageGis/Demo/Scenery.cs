using System.Globalization;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo;

/// <summary>What is only drawn: roads, rails, water, green.</summary>
internal static class Scenery
{
    public static IEnumerable<SceneItem> Of(Town town)
    {
        var number = 0;
        foreach (var (kind, kindOf, name, shape) in Water().Concat(Green(town)).Concat(Lines(town)))
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number++:0000}");
            yield return new BackdropItem(code, kind, kindOf, name.Chinese ?? "", Layout.Pen.Write(shape))
            { Ref = code, Attributes = District.English(name) };
        }
    }

    private static IEnumerable<(string, string, Name, Geometry)> Water()
    {
        yield return ("water", "river", new("泠川河", "Lingchuan River"), Layout.River.Intersection(Layout.Boundary));
        yield return ("water", "lake", new("镜荻湖", "Jingdi Lake"), Layout.Lake);
    }

    private static IEnumerable<(string, string, Name, Geometry)> Green(Town town)
    {
        var banks = Layout.River.Buffer(22).Difference(Layout.River.Buffer(1)).Intersection(Layout.Boundary)
            .Difference(Shapes.Union(town.Streets.Select(s => Shapes.Strip(s.Line, s.Width)))).Buffer(-0.6).Buffer(0.5);
        yield return ("green", "park", new("镜荻公园", "Jingdi Park"), Layout.Park.Difference(Layout.Lake));
        yield return ("green", "grass", new("机场草坪", "Airfield"), Places.Airport.Grass(town.Reserves[0].At));
        foreach (var bank in Shapes.Polygons(banks).Where(b => b.Area > 200))
            yield return ("green", "grass", new("滨河绿带", "Riverside Green"), bank);
        foreach (var strip in town.Strips.SelectMany(s => Shapes.Polygons(s.Buffer(-0.6).Buffer(0.5))))
            yield return ("green", "grass", default, strip);
        foreach (var garden in town.Blocks.Where(b => b.Use is Use.Towers).SelectMany(b => Shapes.Polygons(b.Free.Buffer(-13).Buffer(4))))
            yield return ("green", "garden", default, garden);
        foreach (var field in town.Blocks.Where(b => b.Use is Use.Fields))
            yield return ("green", "farmland", default, field.Ground);
    }

    /// <summary>Wide roads last, so that they lie over the mouths of narrow ones.</summary>
    private static int Rank(Street street) =>
        Array.IndexOf(["track", "living_street", "residential", "tertiary", "secondary", "primary", "trunk"], street.Class);

    private static IEnumerable<(string, string, Name, Geometry)> Lines(Town town)
    {
        foreach (var street in town.Streets.OrderBy(Rank)) yield return ("road", street.Class, street.Name, street.Line);
        foreach (var track in new[] { -2.2, 2.2 })
            yield return ("rail", "rail", new("镜泠铁路", "Jingling Railway"), Curve.Beside(Layout.Rail, track).Intersection(Layout.Boundary));
    }
}
