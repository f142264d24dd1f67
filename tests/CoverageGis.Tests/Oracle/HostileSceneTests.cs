using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>Scenes chosen to hurt, one by one through the whole program and held to the oracle.</summary>
public sealed class HostileSceneTests(PostgisFixture postgis)
{
    private readonly SceneDraft _scene = Hostile.Scene();

    [Fact]
    public Task Touching_sites()
    {
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
                _scene.Site($"S{i}{j}", "compound", Shape.Box(20 * i, 20 * j, 20 * (i + 1), 20 * (j + 1)).Turned(13));
        }
        for (var i = 0; i < 6; i++)
            _scene.Camera(20 * i, 20 * i, Sector(60 * i, 90, 5, 4000));
        return HoldsAsync();
    }

    [Fact]
    public Task Sites_with_holes_and_a_site_in_the_hole()
    {
        _scene.Site("RING", "compound", Shape.Box(-50, -50, 50, 50).Hole((-30, -30), (-30, 30), (30, 30), (30, -30)));
        _scene.Site("INNER", "compound", Shape.Box(-30, -30, 30, 30).Hole((-5, -5), (-5, 5), (5, 5), (5, -5)));
        _scene.Building(Shape.Box(-30, -30, 30, 30).Hole((-29, -29), (-29, 29), (29, 29), (29, -29)), 4);
        _scene.Camera(0, 0, Sector(0, 360, 9, 20_000));
        return HoldsAsync();
    }

    [Fact]
    public Task Three_thousand_cameras_over_one_site()
    {
        _scene.Site("S", "compound", Shape.Star(new Random(5), 90, 40, 0.5));
        var dice = new Dice(6);
        for (var i = 0; i < 3000; i++)
            _scene.Camera(dice.Between(-60, 60), dice.Between(-60, 60), Sector(dice.Between(0, 360), 40, 4, 450));
        return HoldsAsync();
    }

    [Fact]
    public Task A_site_larger_than_all_views()
    {
        _scene.Site("S", "compound", Shape.Box(-3000, -3000, 3000, 3000));
        for (var i = 0; i < 200; i++)
            _scene.Camera(-2800 + 400 * (i % 15), -2800 + 400 * (i / 15), Sector(i * 7, 100, 6, 12_000));
        return HoldsAsync();
    }

    [Fact]
    public async Task A_site_with_no_camera_near()
    {
        _scene.Site("ONE", "compound", Shape.Box(0, 0, 30, 30));
        _scene.Site("TWO", "mall", Shape.Box(40, 0, 70, 30));
        _scene.Zone("TWO", "z", Shape.Box(40, 0, 70, 30), new() { ["min_cameras"] = 2 });
        _scene.Camera(2000, 2000, Sector(0, 90, 5, 1000));
        await HoldsAsync(("ONE/ONE", 0, 900), ("TWO/z", 0, 900));
    }

    [Fact]
    public async Task A_site_and_no_camera_at_all()
    {
        _scene.Site("S", "compound", Shape.Box(0, 0, 30, 30));
        await HoldsAsync(("S/S", 0, 900));
    }

    [Fact]
    public async Task A_zone_wholly_inside_one_view_complies_in_full()
    {
        _scene.Policy("mall", "detect-person", new() { ["required_ratio"] = 1 });
        _scene.Site("S", "mall", Shape.Ell(30, 30, 10, 10).Moved(0, 20));
        _scene.Camera(5, 0, Sector(Grid(0), 140, 8, 40_000));
        _scene.Camera(500, 0, Sector(Grid(0), 140, 8, 40_000));
        var outcome = await HoldsAsync(("S/S", 1, 500));
        Assert.Empty(outcome.Gaps);
        Assert.Equal(1, (int)outcome.Summary["compliant"]!);
    }

    [Theory]
    [InlineData(0.40, 0)]
    [InlineData(0.49, 0)]
    [InlineData(0.51, 1)]
    [InlineData(0.60, 1)]
    public async Task An_unseen_strip_is_a_gap_from_half_a_metre_on(double width, int gaps)
    {
        _scene.Purpose("flat", 1, 0, 0);
        _scene.Policy("mall", "flat", new() { ["required_ratio"] = 1 });
        _scene.Site("S", "mall", Shape.Box(-10, -width, 10, 10));
        // Half the plane, whose edge runs along y = 0.
        _scene.Camera(0, 0, Sector(Grid(0), 180, 5, 4000));
        var outcome = await HoldsAsync(("S/S", 200 / (200 + 20 * width), 200 + 20 * width));
        Assert.Equal(gaps, outcome.Gaps.Count);
        Assert.Equal(1 - gaps, (int)outcome.Summary["compliant"]!);
    }

    [Fact]
    public Task A_camera_above_and_one_under_a_canopy()
    {
        _scene.Site("S", "fuel_station", Shape.Box(-40, -40, 40, 40));
        _scene.Building(Shape.Box(-10, -6, 10, 6), 5.2, 4.5);
        _scene.Building(Shape.Box(15, -3, 20, 3), 3);
        _scene.Camera(0, 0, Sector(Grid(90), 100, 7, 4000));
        _scene.Camera(-9, 0, Sector(Grid(270), 100, 4, 4000));
        _scene.Camera(0, 0, Sector(Grid(0), 100, 5, 4000));
        return HoldsAsync();
    }

    [Fact]
    public Task A_low_deck_that_hides_the_upper_part_of_a_target()
    {
        _scene.Site("S", "fuel_station", Shape.Box(-30, 0, 30, 60));
        _scene.Building(Shape.Box(-10, 10, 10, 14), 3, 1.2);
        _scene.Camera(0, 0, Sector(Grid(0), 120, 2, 6000));
        _scene.Camera(0, 0, Sector(Grid(0), 60, 12, 6000));
        return HoldsAsync();
    }

    private static JsonObject Sector(double azimuth, double hfov, double height, double pixels) => new()
    {
        ["azimuth"] = (azimuth + 360) % 360, ["hfov"] = hfov, ["vfov"] = 180, ["tilt"] = 20, ["height"] = height, ["pixels"] = pixels,
    };

    /// <summary>The azimuth from true north of an azimuth in the plane.</summary>
    private static double Grid(double azimuth) => SceneDraft.NanjingConvergence + azimuth;

    private Task<Outcome> HoldsAsync(params (string Zone, double? Ratio, double Area)[] known) =>
        Hostile.HoldsAsync(postgis, _scene, known);
}
