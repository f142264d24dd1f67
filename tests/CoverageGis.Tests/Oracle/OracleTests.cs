using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle;

/// <summary>The oracle itself, held to numbers that a person can compute.</summary>
public sealed class OracleTests
{
    private const double Half = 1e-3;

    [Theory]
    [InlineData(6, 15, 30, 0, 10.39)]
    [InlineData(6, 15, 30, 1.7, 7.45)]
    [InlineData(6, 10, 20, 0, 16.48)]
    [InlineData(6, 10, 20, 1.7, 11.81)]
    [InlineData(4.5, 20, 55, 0, 4.1)]
    [InlineData(4.5, 20, 55, 1.7, 2.6)]
    [InlineData(3.5, 12, 30, 0, 6.9)]
    [InlineData(3.5, 12, 30, 1.7, 3.5)]
    public void Near_edge_of_a_tilted_camera(double height, double tilt, double vfov, double z, double edge)
    {
        var eye = Looking(North(height, tilt, 60, vfov, 1e6), new Target("t", 1, z, z, null));
        Assert.Equal(edge, Nearest(eye), 0.06);
        Assert.True(eye.Sees(0, 5000));
    }

    [Theory]
    [InlineData(1920, 60, 125, 13.30)]
    [InlineData(1920, 60, 250, 6.65)]
    [InlineData(1920, 60, 500, 3.33)]
    [InlineData(3840, 30, 250, 28.66)]
    [InlineData(1920, 90, 62.5, 15.36)]
    [InlineData(1920, 30, 25, 143.3)]
    public void Range_at_a_density(double pixels, double hfov, double density, double range)
    {
        var eye = Looking(North(0, 0, hfov, 180, pixels), new Target("t", density, 0, 0, null));
        Assert.Equal(range, Farthest(eye, 0), 0.05);
    }

    [Theory]
    [InlineData(6, 3, 20, 0, 20)]
    [InlineData(6, 3, 20, 1, 13.3)]
    [InlineData(10, 3, 20, 0, 8.6)]
    [InlineData(4, 3, 10, 0, 30)]
    public void Shadow_behind_a_wall(double height, double wall, double distance, double z, double shadow)
    {
        var prism = Block(-5, distance - 0.01, 5, distance, 0, wall);
        var eye = Looking(North(height, 0, 100, 180, 1e6), new Target("t", 1, z, z, null), prism);
        Assert.True(eye.Sees(0, distance - 1));
        Assert.False(eye.Sees(0, distance + shadow - 0.1));
        Assert.True(eye.Sees(0, distance + shadow + 0.1));
    }

    [Fact]
    public void A_wall_as_high_as_the_lens_throws_an_endless_shadow()
    {
        var eye = Looking(North(3, 0, 100, 180, 1e6), new Target("t", 1, 0, 1.7, null), Block(-5, 19, 5, 20, 0, 3));
        Assert.False(eye.Sees(0, 1000));
        Assert.True(eye.Sees(500, 1000));
    }

    [Fact]
    public void Sight_passes_under_and_over_a_canopy_and_not_through_it()
    {
        var deck = Block(-5, 10, 5, 20, 4, 5);
        var target = new Target("t", 1, 0, 1.7, null);
        Assert.True(Looking(North(3, 0, 100, 180, 1e6), target, deck).Sees(0, 15));
        Assert.True(Looking(North(3, 0, 100, 180, 1e6), target, deck).Sees(0, 60));
        var above = Looking(North(8, 0, 100, 180, 1e6), target, deck);
        Assert.True(above.Sees(0, 15));
        Assert.False(above.Sees(0, 19));
        // To the ground the line from 8 m falls under the deck's top at 3/8 of the way: past 53.4 m it clears the deck.
        Assert.False(above.Sees(0, 50));
        Assert.True(above.Sees(0, 53.4));
    }

    [Fact]
    public void A_camera_on_a_roof_is_stopped_by_its_edge_and_one_inside_sees_nothing()
    {
        var house = Block(-10, -10, 10, 10, 0, 6);
        var target = new Target("t", 1, 0, 1.7, null);
        var roof = Looking(North(9, 0, 100, 180, 1e6), target, house);
        Assert.False(roof.Sees(0, 5));
        Assert.False(roof.Sees(0, 29.9));
        Assert.True(roof.Sees(0, 30.1));
        var inside = Looking(North(5, 0, 100, 180, 1e6), target, house);
        Assert.False(inside.Sees(0, 5));
        Assert.False(inside.Sees(0, 30.1));
    }

    [Fact]
    public void A_wall_camera_stands_a_little_before_its_wall()
    {
        var house = Block(-10, -10, 10, 10, 0, 6);
        var (inside, outside) = (North(3, 0, 90, 180, 1e6) with { X = 1, Y = 9 }, North(3, 0, 90, 180, 1e6) with { X = 12, Y = 1 });
        var target = new Target("t", 1, 0, 1.7, null);
        Assert.Equal((1, 10.1), Rounded(Wall.Place(inside, target, [house])));
        Assert.Equal((10.1, 1), Rounded(Wall.Place(outside, target, [house])));
        Assert.Equal((10.1, 1), Rounded(Wall.Place(outside with { X = 10 }, target, [house])));
        Assert.Equal((10.071, 10.071), Rounded(Wall.Place(outside with { X = 10, Y = 10 }, target, [house])));
        Assert.Equal((15, 1), Rounded(Wall.Place(outside with { X = 15 }, target, [house])));
    }

    [Theory]
    [InlineData(4549, 118.8, 32.06, 386678.49, 3549135.64)]
    [InlineData(32651, 123, 0, 500000, 0)]
    [InlineData(32751, 123, 0, 500000, 10000000)]
    public void Plane_of_a_published_point(int srid, double longitude, double latitude, double x, double y)
    {
        var plane = Plane.Of(srid);
        var (east, north) = plane.Project(longitude, latitude);
        Assert.Equal(x, east, 0.005);
        Assert.Equal(y, north, 0.005);
        var (back, up) = plane.Unproject(east, north);
        Assert.Equal(longitude, back, 1e-11);
        Assert.Equal(latitude, up, 1e-11);
    }

    [Fact]
    public void Azimuth_in_the_plane_is_more_than_that_from_true_north_west_of_the_meridian() =>
        Assert.Equal(90.637, Plane.Of(4549).GridAzimuth(90, 118.8, 32.06), 0.001);

    [Fact]
    public void Area_and_ratio_of_a_half_seen_square()
    {
        var draft = SceneDraft.InNanjing("half");
        draft.Purpose("all", 1, 0, 0);
        draft.Policy("mall", "all");
        draft.Site("M", "mall", Shape.Box(-20, -20, 20, 20).Hole((5, 5), (5, 10), (10, 10), (10, 5)));
        draft.Camera(0, 0, new()
        {
            ["azimuth"] = SceneDraft.NanjingConvergence, ["hfov"] = 180, ["vfov"] = 180, ["tilt"] = 0, ["height"] = 5, ["pixels"] = 1e6,
        });
        var truth = Assert.Single(ZoneTruth.Of(SceneFile.Read(draft.ToString(), new DateOnly(2026, 1, 1))));
        Assert.Equal(1575, truth.Area, 2.0);
        Assert.Equal(775.0 / 1575, truth.Ratio!.Value, Half);
    }

    private static (double, double) Rounded(Optics optics) => (Math.Round(optics.X, 3), Math.Round(optics.Y, 3));

    private static Optics North(double height, double tilt, double hfov, double vfov, double pixels) =>
        new(0, 0, height, 0, tilt, hfov, vfov, pixels);

    private static Eye Looking(Optics optics, Target target, params Prism[] prisms) => new(optics, target, prisms, null);

    private static Prism Block(double minX, double minY, double maxX, double maxY, double bottom, double top) =>
        new([new Area([[minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY]])], bottom, top, top);

    private static double Nearest(Eye eye) => Enumerable.Range(1, 100_000).Select(i => i * Half).First(y => eye.Sees(0, y));

    private static double Farthest(Eye eye, double from) => Enumerable.Range(1, 400_000).Select(i => from + i * Half).Last(y => eye.Sees(0, y));
}
