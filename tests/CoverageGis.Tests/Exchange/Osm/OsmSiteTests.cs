using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Exchange.Osm;

public sealed class OsmSiteTests
{
    [Theory]
    [InlineData("aeroway=terminal", "airport")]
    [InlineData("aeroway=heliport", "airport")]
    [InlineData("railway=station", "railway_station")]
    [InlineData("building=train_station", "railway_station")]
    [InlineData("public_transport=station train=yes", "railway_station")]
    [InlineData("amenity=bus_station", "coach_station")]
    [InlineData("amenity=fuel", "fuel_station")]
    [InlineData("highway=bus_stop", "bus_stop")]
    [InlineData("public_transport=platform bus=yes", "bus_stop")]
    [InlineData("shop=mall", "mall")]
    [InlineData("shop=department_store", "mall")]
    [InlineData("landuse=residential name=Garden", "compound")]
    public void Tags_make_a_site_of_its_category(string tags, string category)
    {
        var site = Assert.Single(Sites(new OsmText().Square(1, 0, 0, 40, tags.Split(' '))));
        Assert.Equal((category, "way/1"), (site.Category, site.Code));
        Assert.IsType<Polygon>(site.Shape);
    }

    [Theory]
    [InlineData("aeroway=helipad")]
    [InlineData("landuse=residential")]
    [InlineData("public_transport=platform")]
    [InlineData("public_transport=station")]
    public void Other_tags_make_none(string tags) =>
        Assert.Empty(Sites(new OsmText().Square(1, 0, 0, 40, tags.Split(' ')).Square(2, 100, 0, 9, "building=yes")));

    [Fact]
    public void A_node_becomes_a_disc_by_policy()
    {
        var sites = Sites(new OsmText().Node(1, 0, 0, "amenity=fuel", "name=Oil").Node(2, 500, 0, "highway=bus_stop"));
        Assert.Equal([("Oil", 30.0), ("bus stop node/2", 15.0)], sites.Select(s => (s.Name, s.Radius ?? 0)));
    }

    [Theory]
    [InlineData("primary", "residential", true)]
    [InlineData("secondary_link", "residential", true)]
    [InlineData("tertiary", "primary", false)]
    [InlineData("footway", "trunk", true)]
    public void A_bus_stop_is_in_scope_by_the_class_of_the_nearest_road(string near, string far, bool inScope)
    {
        var sites = Sites(new OsmText().Node(1, 0, 0, "highway=bus_stop")
            .Way(2, [-100, 5, 100, 5], $"highway={near}").Way(3, [-100, 30, 100, 30], $"highway={far}"));
        Assert.Equal(inScope, sites[0].InScope);
    }

    [Fact]
    public void Far_from_any_road_the_scope_of_a_bus_stop_is_unknown() =>
        Assert.Null(Sites(new OsmText().Node(1, 0, 0, "highway=bus_stop").Way(2, [-100, 80, 100, 80], "highway=primary"))[0].InScope);

    [Theory]
    [InlineData("start_date=1985", true)]
    [InlineData("start_date=2000-12-31", true)]
    [InlineData("start_date=2001", false)]
    [InlineData("start_date=C20", null)]
    [InlineData("note=none", null)]
    public void A_compound_is_old_by_its_date(string tag, bool? old) =>
        Assert.Equal(old, Sites(new OsmText().Square(1, 0, 0, 100, "landuse=residential", "name=Yard", tag))[0].InScope);

    [Theory]
    [InlineData(60, "building:levels=4", true)]
    [InlineData(60, "building:levels=2", false)]
    [InlineData(110, "note=none", true)]
    public void A_mall_is_large_by_its_floors(double side, string tag, bool large) =>
        Assert.Equal(large, Sites(new OsmText().Square(1, 0, 0, side, "shop=mall", "building=retail", tag))[0].InScope);

    [Fact]
    public void A_node_inside_an_area_of_its_category_is_merged_into_it()
    {
        var (items, report) = new OsmText().Square(1, 0, 0, 40, "amenity=fuel").Node(2, 20, 20, "amenity=fuel").Node(3, 80, 20, "amenity=fuel").Read();
        Assert.Equal(["node/3", "way/1"], items.OfType<SiteItem>().Select(s => s.Code).Order());
        Assert.Equal(1, report.Kinds["site"].Merged);
    }

    [Fact]
    public void A_platform_near_a_stop_of_the_same_name_is_merged_into_it()
    {
        var (items, report) = new OsmText().Node(1, 0, 0, "highway=bus_stop", "name=A")
            .Node(2, 10, 0, "public_transport=platform", "bus=yes", "name=A")
            .Way(3, [3, 0, 3, 12], "public_transport=platform", "bus=yes", "name=A")
            .Node(4, 20, 0, "public_transport=platform", "bus=yes", "name=A")
            .Node(5, 5, 0, "public_transport=platform", "bus=yes", "name=B").Read();
        Assert.Equal(["node/1", "node/4", "node/5"], items.OfType<SiteItem>().Select(s => s.Code).Order());
        Assert.Equal(2, report.Kinds["site"].Merged);
    }

    [Fact]
    public void An_aerodrome_is_represented_by_its_terminal()
    {
        var (items, report) = new OsmText().Square(1, 0, 0, 2000, "aeroway=aerodrome").Square(2, 100, 100, 80, "aeroway=terminal")
            .Square(3, 9000, 0, 500, "aeroway=aerodrome").Read();
        Assert.Equal(["way/2", "way/3"], items.OfType<SiteItem>().Select(s => s.Code).Order());
        Assert.Equal(1, report.Kinds["site"].Merged);
    }

    [Fact]
    public void Multipolygons_are_put_together_from_several_ways_with_holes_and_without_roles()
    {
        var text = new OsmText().Node(1, 0, 0).Node(2, 60, 0).Node(3, 60, 60).Node(4, 0, 60)
            .WayOf(10, [1, 2, 3]).WayOf(11, [1, 4, 3]).Square(12, 20, 20, 10).Square(13, 100, 0, 20)
            .Relation(20, ["way/10 outer", "way/11 outer", "way/12 ", "way/13 outer"], "type=multipolygon", "landuse=residential", "name=M");
        var site = Assert.Single(Sites(text));
        Assert.Equal(("relation/20", 2), (site.Code, site.Shape.NumGeometries));
        Assert.Single(site.Shape.GetGeometryN(0).NumPoints > 6 ? ((Polygon)site.Shape.GetGeometryN(0)).InteriorRings : ((Polygon)site.Shape.GetGeometryN(1)).InteriorRings);
        Assert.True(site.Shape.IsValid);
    }

    private static List<SiteItem> Sites(OsmText text) => [.. text.Read().Items.OfType<SiteItem>()];
}
