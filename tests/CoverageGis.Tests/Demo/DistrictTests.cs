using CoverageGis.Demo;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CoverageGis.Tests.Demo;

public sealed class DistrictTests
{
    [Fact]
    public void A_seed_always_draws_the_same_district()
    {
        Assert.Equal("471447868E55B1E4", Drawn.Digest(Drawn.District)[..16]);
        Assert.NotEqual(Drawn.Digest(Drawn.District), Drawn.Digest(DemoCity.Items(CitySize.District, 2).Take(3000)));
    }

    [Fact]
    public void Every_shape_is_valid_and_lies_in_the_district()
    {
        var around = new Envelope(118.80, 118.88, 32.30, 32.38);
        foreach (var item in Drawn.District.Where(i => Drawn.Shape(i) is not null))
        {
            var shape = Drawn.Shape(item)!;
            Assert.True(shape.IsValid && !shape.IsEmpty, $"{item.Ref} is not valid");
            Assert.True(around.Contains(shape.EnvelopeInternal), $"{item.Ref} lies elsewhere: {shape.EnvelopeInternal}");
            Assert.Equal(4326, shape.SRID);
        }
    }

    [Fact]
    public void All_that_a_district_needs_is_there()
    {
        var sites = Drawn.Of<SiteItem>().CountBy(s => s.Category).ToDictionary();
        Assert.Equal(1200, Drawn.Of<CameraItem>().Count);
        Assert.Equal(2, sites["airport"]);
        Assert.Equal(3, sites["railway_station"]);
        Assert.InRange(sites["coach_station"], 2, 5);
        Assert.InRange(sites["fuel_station"], 22, 28);
        Assert.InRange(sites["bus_stop"], 140, 160);
        Assert.InRange(sites["mall"], 9, 13);
        Assert.Equal(30, sites["compound"]);
        Assert.Equal(5, Drawn.Of<UnitItem>().Count);
        Assert.Superset(new HashSet<string> { "protected", "exempt" }, Drawn.Of<ExcludedAreaItem>().Select(a => a.Kind).ToHashSet());
        Assert.Superset(new HashSet<string> { "road", "rail", "water", "green" }, Drawn.Of<BackdropItem>().Select(b => b.Kind).ToHashSet());
    }

    [Fact]
    public void Codes_are_unique_within_their_kind()
    {
        var codes = Drawn.District.Select(Code).OfType<(string, string)>().ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void No_building_stands_in_water_or_on_a_road_or_on_another()
    {
        var houses = Drawn.Of<OccluderItem>().Where(o => o.Use == "building").Select(o => (o.Ref, Shape: Drawn.Metres(o.Shape))).ToList();
        var obstacles = new STRtree<(string Ref, Geometry Shape)>();
        foreach (var house in houses) obstacles.Insert(house.Shape.EnvelopeInternal, house);
        foreach (var drawn in Drawn.Of<BackdropItem>().Where(b => b.Kind is "road" or "water" or "rail"))
            if (Drawn.Metres(drawn.Shape).Buffer(drawn.Kind == "water" ? 0 : Half(drawn.Class)) is var ground)
                obstacles.Insert(ground.EnvelopeInternal, (drawn.Ref, ground));
        foreach (var house in houses)
            foreach (var other in obstacles.Query(house.Shape.EnvelopeInternal).Where(o => o.Ref != house.Ref))
                Assert.True(Overlap(house.Shape, other.Shape) < 0.05, $"{house.Ref} stands on {other.Ref}: {house.Shape}");
    }

    [Fact]
    public void Sites_do_not_overlap()
    {
        var sites = Drawn.Of<SiteItem>().ConvertAll(s => (s.Code, Shape: s.Radius is { } radius ? Drawn.Metres(s.Shape).Buffer(radius) : Drawn.Metres(s.Shape)));
        for (var i = 0; i < sites.Count; i++)
            for (var j = i + 1; j < sites.Count; j++)
                Assert.True(Overlap(sites[i].Shape, sites[j].Shape) < 0.05, $"{sites[i].Code} overlaps {sites[j].Code}");
    }

    [Fact]
    public void Units_share_the_whole_district_without_overlap()
    {
        var whole = Drawn.Metres(Drawn.Of<RegionItem>().Single().Boundary!).Area;
        var units = Drawn.Of<UnitItem>().ConvertAll(u => Drawn.Metres(u.Shape));
        Assert.Equal(whole, units.Sum(u => u.Area), whole * 1e-6);
        Assert.All(units, a => Assert.All(units, b => Assert.True(ReferenceEquals(a, b) || Overlap(a, b) < 1)));
    }

    private static double Overlap(Geometry a, Geometry b) =>
        a.EnvelopeInternal.Intersects(b.EnvelopeInternal) && a.Intersects(b) ? a.Intersection(b).Area : 0;

    private static double Half(string road) => road switch
    {
        "trunk" => 12,
        "primary" => 9,
        "secondary" => 7,
        "tertiary" => 5,
        "residential" => 3,
        _ => 2,
    };

    private static (string, string)? Code(SceneItem item) => item switch
    {
        CameraItem camera => ("camera", camera.Code),
        SiteItem site => ("site", site.Code),
        ZoneItem zone => ("zone", $"{zone.Site}/{zone.Code}"),
        OccluderItem occluder => ("occluder", occluder.Code!),
        ExcludedAreaItem area => (area.Kind, area.Code!),
        UnitItem unit => ("unit", unit.Code),
        BackdropItem backdrop => (backdrop.Kind, backdrop.Code),
        _ => null,
    };
}
