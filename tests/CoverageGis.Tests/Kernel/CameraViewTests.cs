using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CoverageGis.Tests.Kernel;

/// <summary>Golden numbers and drawn scenes. Cameras stand at the origin and look north (+y) unless told otherwise.</summary>
public sealed class CameraViewTests
{
    private static readonly Purpose Ground = new("ground", 1, 0, 0);
    private static readonly Lens AllRound = new(360, 180, 1e5, 100);

    [Theory]
    [InlineData(6, 15, 30, 0, 10.39)]
    [InlineData(6, 15, 30, 1.7, 7.45)]
    [InlineData(6, 10, 20, 0, 16.48)]
    [InlineData(6, 10, 20, 1.7, 11.81)]
    [InlineData(4.5, 20, 55, 0, 4.1)]
    [InlineData(4.5, 20, 55, 1.7, 2.6)]
    [InlineData(3.5, 12, 30, 0, 6.9)]
    [InlineData(3.5, 12, 30, 1.7, 3.5)]
    public void The_near_edge_lies_where_the_lower_edge_of_the_picture_meets_the_target(
        double height, double tilt, double vfov, double z, double near)
    {
        var view = See(new Pose(0, 0, height, 0, tilt), new Lens(60, vfov, 1e5, 100), new Purpose("at z", 1, z, z));
        Assert.Equal(near, view.EnvelopeInternal.MinY, 0.06);
    }

    [Theory]
    [InlineData(1920, 60, 125, 13.30)]
    [InlineData(1920, 60, 250, 6.65)]
    [InlineData(1920, 60, 500, 3.33)]
    [InlineData(3840, 30, 250, 28.66)]
    public void Pixel_density_ends_the_view(double pixels, double hfov, double density, double reach)
    {
        var view = See(new Pose(0, 0, 1, 0, 0), new Lens(hfov, 180, pixels), new Purpose("at lens", density, 1, 1));
        Assert.Equal(reach, view.EnvelopeInternal.MaxY, 0.03);
    }

    [Theory]
    [InlineData(6, 3, 20, 0, 20.0)]
    [InlineData(6, 3, 20, 1, 13.333)]
    [InlineData(10, 3, 20, 0, 8.571)]
    [InlineData(4, 3, 10, 0, 30.0)]
    public void A_shadow_is_as_long_as_its_height_says(double height, double top, double distance, double z, double length)
    {
        var wall = new Occluder(Box(-50, distance - 1e-4, 50, distance), top);
        var view = See(new Pose(0, 0, height, 0, 0), AllRound, new Purpose("at z", 1, z, z), wall);
        Assert.False(view.Contains(new Point(0, distance + length - 0.02)));
        Assert.True(view.Contains(new Point(0, distance + length + 0.02)));
    }

    [Theory]
    [InlineData(9.9, true, "sight is below the roof when it comes to it")]
    [InlineData(10.1, false, "sight would come out of the roof's underside")]
    [InlineData(26.5, false, "sight would go in at the roof's upper side")]
    [InlineData(26.8, true, "sight is still above the roof when it leaves it behind")]
    public void Sight_passes_under_and_over_a_canopy_and_not_through_it(double y, bool seen, string why)
    {
        var roof = new Occluder(Box(-5, 5, 5, 10), 5, 4);
        var view = See(new Pose(0, 0, 8, 0, 0), AllRound, Ground, roof);
        Assert.True(seen == view.Contains(new Point(0, y)), why);
    }

    [Fact]
    public void Ground_before_a_low_wall_and_behind_its_shadow_is_one_view_with_a_hole()
    {
        var box = new Occluder(Box(-1, 10, 1, 12), 2);
        var view = Assert.IsType<Polygon>(See(new Pose(0, 0, 6, 0, 0), AllRound, Ground, box));
        Assert.Equal(1, view.NumInteriorRings);
        Assert.Equal(18, view.GetInteriorRingN(0).EnvelopeInternal.MaxY, 6);
    }

    [Fact]
    public void A_courtyard_is_seen_only_from_above_its_walls()
    {
        var block = Read("POLYGON((-10 10, 10 10, 10 40, -10 40, -10 10), (-5 15, 5 15, 5 35, -5 35, -5 15))");
        var court = new Point(0, 33);
        Assert.False(See(new Pose(0, 0, 6, 0, 0), AllRound, Ground, new Occluder(block, 8)).Contains(court));
        Assert.True(See(new Pose(0, 0, 12, 0, 0), AllRound, Ground, new Occluder(block, 4)).Contains(court));
        Assert.True(See(new Pose(0, 25, 3, 0, 0), AllRound, Ground, new Occluder(block, 8)).EqualsTopologically(Box(-5, 15, 5, 35)));
    }

    [Fact]
    public void A_steep_view_is_left_out_where_the_purpose_limits_it()
    {
        var view = Assert.IsType<Polygon>(See(new Pose(0, 0, 4, 0, 0), AllRound, Ground with { MaxTilt = 45 }));
        Assert.False(view.Contains(new Point(0, 3.99)));
        Assert.True(view.Contains(new Point(0, 4.021)));
    }

    [Theory]
    [InlineData(30, Blindness.InsideBuilding)]
    [InlineData(6, Blindness.InsideBuilding)]
    [InlineData(5, Blindness.None)]
    public void A_camera_in_a_building_is_blind_unless_it_stands_on_the_roof(double top, Blindness blindness)
    {
        var result = CameraView.Of(new Pose(0, 0, 6, 0, 0), AllRound, Ground, [new Occluder(Box(-5, -5, 5, 5), top)], null, ArcSide.Inside);
        Assert.Equal(blindness, result.Blindness);
        Assert.Equal(blindness == Blindness.InsideBuilding, result.Area.IsEmpty);
    }

    [Theory]
    [InlineData(-0.5, 0, "behind its wall")]
    [InlineData(0, 0, "on its wall")]
    [InlineData(2.9, 0, "before its wall")]
    public void A_wall_camera_stands_just_outside_its_host(double y, double x, string where)
    {
        var host = new Occluder(Box(-10, -20, 10, 0), 12);
        var view = CameraView.Of(new Pose(x, y, 4, 0, 10, OnWall: true), AllRound, Ground, [host], null, ArcSide.Inside).Area;
        var free = See(new Pose(x, 0.1, 4, 0, 10), AllRound, Ground, host);
        Assert.True(view.SymmetricDifference(free).Area < 1e-3, where);
        Assert.False(view.Contains(new Point(0, -0.01)));
        Assert.True(view.Contains(new Point(9, 0.2)));
    }

    [Fact]
    public void A_wall_camera_in_a_courtyard_moves_to_the_wall_of_the_courtyard()
    {
        var host = new Occluder(Read("POLYGON((-20 -20, 20 -20, 20 20, -20 20, -20 -20), (-8 -8, 8 -8, 8 8, -8 8, -8 -8))"), 12);
        var view = CameraView.Of(new Pose(7, 0, 4, 270, 10, OnWall: true), AllRound, Ground, [host], null, ArcSide.Inside).Area;
        Assert.True(view.EqualsTopologically(Box(-8, -8, 8, 8)));
    }

    [Fact]
    public void A_wall_camera_without_a_host_stays() =>
        Assert.Equal(
            See(new Pose(0, 3.1, 4, 0, 10), AllRound, Ground, new Occluder(Box(-10, -20, 10, 0), 12)),
            CameraView.Of(new Pose(0, 3.1, 4, 0, 10, OnWall: true), AllRound, Ground, [new Occluder(Box(-10, -20, 10, 0), 12)], null, ArcSide.Inside).Area);

    [Fact]
    public void Nothing_is_seen_beyond_the_walls_of_a_room()
    {
        var room = Read("POLYGON((0 0, 10 0, 10 5, 5 5, 5 10, 0 10, 0 0))");
        var view = CameraView.Of(new Pose(9, 1, 3, 0, 0), AllRound, Ground, [], room, ArcSide.Inside).Area;
        Assert.Equal(75 - 12.5, view.Area, 6);
        Assert.True(room.Covers(view.Buffer(-1e-6)));
    }

    [Fact]
    public void Azimuths_turn_clockwise_from_north()
    {
        var east = See(new Pose(0, 0, 4, 90, 0), new Lens(60, 180, 1e5, 50), Ground);
        Assert.True(east.Contains(new Point(40, 0)));
        Assert.False(east.Intersects(new Point(-1, 0)));
    }

    [Fact]
    public void Buildings_that_share_a_wall_leave_no_crack_and_no_seam()
    {
        var view = Assert.IsType<Polygon>(See(
            new Pose(0, 0, 4, 0, 0), AllRound, Ground, new Occluder(Box(-10, 10, 0, 20), 9), new Occluder(Box(0, 10, 10, 20), 9)));
        Assert.Equal(0, view.NumInteriorRings);
        Assert.Single(view.Coordinates, c => c.Y > 9 && c.Y < 11 && c.X > -11 && c.X < 0);
    }

    private static Geometry See(Pose pose, Lens lens, Purpose purpose, params Occluder[] occluders)
    {
        var view = CameraView.Of(pose, lens, purpose, occluders, null, ArcSide.Inside).Area;
        Assert.True(view.IsValid);
        return view;
    }

    private static Geometry Box(double x, double y, double toX, double toY) => new GeometryFactory().ToGeometry(new Envelope(x, toX, y, toY));

    private static Geometry Read(string text) => new WKTReader().Read(text);
}
