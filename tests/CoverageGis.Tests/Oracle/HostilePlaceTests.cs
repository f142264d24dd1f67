using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>Cameras in awkward places, and ground that is awkward to watch; through the whole program, held to the oracle.</summary>
public sealed class HostilePlaceTests(PostgisFixture postgis)
{
    private readonly SceneDraft _scene = Hostile.Scene();

    [Theory]
    [InlineData(0, 14)]
    [InlineData(0, 13)]
    [InlineData(19.95, 0)]
    [InlineData(12, 2)]
    public Task A_wall_camera_in_a_courtyard(double x, double y)
    {
        _scene.Building(RandomBuildings.Courtyard(60, 50, 10).Moved(-30, -25), 15);
        _scene.Site("IN", "compound", Shape.Box(-20, -15, 20, 15));
        _scene.Site("OUT", "compound", Shape.Box(-60, -60, 60, 60));
        _scene.Camera(x, y, OnWall(Wide(180, 3)));
        return HoldsAsync();
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10.05, 10.05)]
    [InlineData(10.5, 11)]
    [InlineData(9.9, 9.7)]
    public Task A_wall_camera_at_the_corner_of_a_building(double x, double y)
    {
        _scene.Building(Shape.Box(-10, -10, 10, 10), 12);
        _scene.Site("S", "compound", Shape.Box(-40, -40, 40, 40));
        _scene.Camera(x, y, OnWall(Wide(45, 4)));
        return HoldsAsync();
    }

    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(0.3, -0.6)]
    [InlineData(-0.02, 0.1)]
    [InlineData(-6, -0.5)]
    public Task A_wall_camera_before_two_houses_with_a_party_wall(double x, double y)
    {
        _scene.Building(Shape.Box(-12, -10, 0, 0), 9);
        _scene.Building(Shape.Box(0, -10, 12, 0), 6);
        _scene.Building(Shape.Box(-20, 20, 20, 25), 3);
        _scene.Site("S", "compound", Shape.Box(-40, -30, 40, 40));
        _scene.Camera(x, y, OnWall(Wide(0, 4)));
        return HoldsAsync();
    }

    [Fact]
    public Task A_wall_camera_beside_the_step_between_touching_houses()
    {
        _scene.Building(Shape.Box(-12, -10, 0, 0), 9);
        _scene.Building(Shape.Box(0, -10, 12, 3), 6);
        _scene.Site("S", "compound", Shape.Box(-40, -30, 40, 40));
        _scene.Camera(-0.3, 0.2, OnWall(Wide(300, 4)));
        _scene.Camera(-0.05, 0.5, OnWall(Wide(350, 4)));
        return HoldsAsync();
    }

    [Fact]
    public Task Cameras_on_a_roof_and_inside_a_house()
    {
        _scene.Building(Shape.Box(-12, -10, 12, 10), 9);
        _scene.Site("S", "compound", Shape.Box(-60, -60, 60, 60));
        _scene.Camera(0, 9.5, Wide(0, 11));
        _scene.Camera(0, 0, Wide(90, 10));
        _scene.Camera(3, 3, Wide(180, 8));
        return HoldsAsync();
    }

    [Fact]
    public async Task A_zone_that_is_all_house_has_nothing_to_watch()
    {
        var house = Shape.Ell(40, 30, 12, 14).Turned(31);
        _scene.Building(house, 12);
        _scene.Site("S", "mall", house);
        _scene.Zone("S", "z", house);
        var outcome = await HoldsAsync();
        Assert.Null(outcome.Zones.Single()["properties"]!["ratio"]);
        Assert.Null(outcome.Zones.Single()["properties"]!["compliant"]);
    }

    [Fact]
    public async Task A_site_that_is_a_building_is_watched_on_the_ring_round_it()
    {
        _scene.Building(Shape.Box(0, 0, 40, 30), 12);
        _scene.Building(Shape.Box(40, 10, 50, 20), 3);
        _scene.Building(Shape.Box(-8, -8, -4, -4), 3, 2.5);
        _scene.Site("S", "mall", Shape.Box(0, 0, 40, 30));
        _scene.Camera(-14, -14, Wide(45, 5));
        await HoldsAsync(("S/S", null, 2 * 15 * 70 + Math.PI * 225 - 100));
    }

    [Fact]
    public Task Edges_of_view_zone_and_house_in_one_line()
    {
        _scene.Policy("mall", "detect-person", new() { ["min_cameras"] = 2 });
        _scene.Site("S", "compound", Shape.Box(0, 0, 30, 30));
        _scene.Site("T", "mall", Shape.Box(0, 0, 30, 30));
        _scene.Building(Shape.Box(10, 30, 20, 40), 6);
        _scene.Building(Shape.Box(30, 0, 40, 30), 6);
        _scene.Building(Shape.Box(30, 0, 40, 30), 6);
        _scene.Building(Shape.Box(12, 12, 18, 18), 1);
        // At the corner of the zone, looking along two of its sides; twice, so that two cameras see the same.
        _scene.Camera(0, 0, Wide(45, 5, 90));
        _scene.Camera(0, 0, Wide(45, 5, 90));
        _scene.Camera(30, 30, Wide(225, 5, 90));
        return HoldsAsync();
    }

    [Fact]
    public Task Occluders_within_over_and_beside_each_other()
    {
        for (var i = 0; i < 6; i++)
            _scene.Building(Shape.Box(-i, -i, 10 - i, 10 - i), 2 + i);
        _scene.Building(Shape.Box(-30, 12, 30, 13), 2);
        _scene.LineWall(0.3, 2, (-30, 20), (0, 20), (0, 35), (10, 35), (10, 20), (30, 20));
        _scene.Site("S", "compound", Shape.Box(-40, -40, 40, 40));
        _scene.Camera(25, -20, Wide(315, 6));
        _scene.Camera(5, 27, Wide(180, 6));
        _scene.Camera(-0.5, 27, OnWall(Wide(270, 1.5)));
        return HoldsAsync();
    }

    [Fact]
    public Task Overlapping_sites_and_zones_beyond_their_site()
    {
        _scene.Site("A", "compound", Shape.Box(0, 0, 40, 40));
        _scene.Site("B", "compound", Shape.Box(20, 20, 60, 60));
        _scene.Zone("B", "far", Shape.Box(50, 0, 90, 30).And(Shape.Box(90, 5, 95, 10)));
        _scene.Zone("B", "B", Shape.Box(20, 20, 60, 60));
        _scene.NotWatched("protected", Shape.Box(30, 30, 35, 100));
        _scene.NotWatched("exempt", Shape.Box(0, 0, 5, 50), new() { ["until"] = "2001-01-01" });
        _scene.NotWatched("exempt", Shape.Box(5, 0, 8, 50));
        _scene.Camera(10, 10, Wide(60, 6));
        _scene.Camera(60, 10, Wide(60, 6));
        return HoldsAsync();
    }

    private static JsonObject Wide(double azimuth, double height, double hfov = 120) => new()
    {
        ["azimuth"] = (azimuth + SceneDraft.NanjingConvergence + 360) % 360, ["hfov"] = hfov, ["vfov"] = 80,
        ["tilt"] = 25, ["height"] = height, ["pixels"] = 5000,
    };

    private static JsonObject OnWall(JsonObject camera)
    {
        camera["mount"] = "wall";
        return camera;
    }

    private Task<Outcome> HoldsAsync(params (string Zone, double? Ratio, double Area)[] known) =>
        Hostile.HoldsAsync(postgis, _scene, known);
}
