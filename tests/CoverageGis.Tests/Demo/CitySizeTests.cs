using CoverageGis.Demo;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CoverageGis.Tests.Demo;

public sealed class CitySizeTests
{
    [Fact]
    public void A_city_has_as_many_of_everything_as_its_cameras_call_for()
    {
        var city = DemoCity.Items(CitySize.ForCameras(2000), 5).ToList();
        Assert.Equal(2000, city.OfType<CameraItem>().Count());
        Assert.Equal(12_000, city.OfType<OccluderItem>().Count());
        var sites = city.OfType<SiteItem>().ToList();
        Assert.Equal(400, sites.Count);
        Assert.Equal(200, sites.Count(s => Drawn.Metres(s.Shape).Area < 150));
        Assert.All(city.OfType<OccluderItem>(), o => Assert.True(o.Shape.IsValid));
    }

    [Fact]
    public void A_block_is_the_same_in_a_city_of_any_size()
    {
        var small = DemoCity.Items(CitySize.ForCameras(200), 5).ToList();
        var large = DemoCity.Items(CitySize.ForCameras(1000), 5).Take(small.Count);
        Assert.Equal(Drawn.Digest(small), Drawn.Digest(large));
        Assert.NotEqual(Drawn.Digest(small), Drawn.Digest(DemoCity.Items(CitySize.ForCameras(200), 6)));
    }

    [Fact]
    public void About_sixteen_buildings_are_in_reach_of_a_camera_and_five_in_its_sector()
    {
        var city = DemoCity.Items(CitySize.ForCameras(2000), 5).ToList();
        var houses = new STRtree<Geometry>();
        foreach (var house in city.OfType<OccluderItem>().Select(o => Drawn.Metres(o.Shape))) houses.Insert(house.EnvelopeInternal, house);
        var middle = city.OfType<CameraItem>().Take(1000).ToList();
        Assert.InRange(middle.Average(c => InReach(houses, Drawn.Metres(c.Position), c).Count), 14, 18);
        Assert.InRange(middle.Average(c => InSector(houses, Drawn.Metres(c.Position), c)), 4, 6);
    }

    [Fact]
    public void No_camera_and_no_zone_of_a_city_is_inside_a_building()
    {
        var city = DemoCity.Items(CitySize.ForCameras(400), 5).ToList();
        var houses = new STRtree<Geometry>();
        foreach (var house in city.OfType<OccluderItem>()) houses.Insert(house.Shape.EnvelopeInternal, house.Shape);
        Assert.All(city.OfType<CameraItem>(), c => Assert.DoesNotContain(houses.Query(c.Position.EnvelopeInternal), h => h.Contains(c.Position)));
        Assert.All(city.OfType<SiteItem>().Where(s => s.Category == "bus_stop"),
            s => Assert.DoesNotContain(houses.Query(s.Shape.EnvelopeInternal), h => h.Intersects(s.Shape)));
    }

    [Fact]
    public void A_big_city_streams_in_bounded_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        foreach (var _ in DemoCity.Items(CitySize.ForCameras(20_000), 5))
            if (++count % 30_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.True(count > 140_000);
        Assert.InRange(most, long.MinValue, 16L << 20);
    }

    private static List<Geometry> InReach(STRtree<Geometry> houses, Geometry at, CameraItem camera)
    {
        var box = at.EnvelopeInternal.Copy();
        box.ExpandBy(Reach(camera));
        return [.. houses.Query(box).Where(h => h.Distance(at) <= Reach(camera))];
    }

    private static int InSector(STRtree<Geometry> houses, Geometry at, CameraItem camera)
    {
        var (half, reach) = (camera.Hfov!.Value.Mid / 2, Reach(camera));
        var arc = Enumerable.Range(-4, 9).Select(i => (camera.Azimuths![0] + (half * i / 4)) * Math.PI / 180)
            .Select(a => new Coordinate(at.Coordinate.X + (reach * Math.Sin(a)), at.Coordinate.Y + (reach * Math.Cos(a))));
        var sector = at.Factory.CreatePolygon([at.Coordinate, .. arc, at.Coordinate]);
        return InReach(houses, at, camera).Count(h => h.Intersects(sector));
    }

    /// <summary>For a person to be observed, 62.5 px/m.</summary>
    private static double Reach(CameraItem camera) => Math.Min(camera.Range?.Mid ?? double.MaxValue,
        camera.Pixels!.Value.Mid / (2 * 62.5 * Math.Tan(camera.Hfov!.Value.Mid * Math.PI / 360)));
}
