using CoverageGis.Kernel;
using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Overlay;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace CoverageGis.Tests.Kernel;

/// <summary>What holds for every scene. COVERAGE_LONG=1 tries a hundred times as many.</summary>
public sealed class CameraViewProperties
{
    private const string Seed = "0000Kernel00";
    private static readonly long Times = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 100 : 1;
    private static readonly Gen<RandomScene> Scenes = Gen.Int[0, int.MaxValue - 1].Select(RandomScene.Of);

    [Fact]
    public void A_view_is_a_valid_polygon() => Always(Scenes, 4000, scene =>
    {
        var area = scene.View().Area;
        var check = new IsValidOp(area);
        return check.IsValid && area is Polygon or MultiPolygon && scene.View(ArcSide.Outside).Area.IsValid;
    });

    [Fact]
    public void A_view_agrees_with_the_definition_at_sampled_points() =>
        Always(Scenes.Where(StandsClear), 2500, scene => ViewCheck.Disagreement(scene, 40) is null);

    [Fact]
    public void What_lies_outside_the_arcs_holds_what_lies_inside() => Always(Scenes, 400, scene =>
        Excess(scene.View().Area, scene.View(ArcSide.Outside).Area) < Noise);

    [Fact]
    public void Removing_an_occluder_never_shrinks_a_view() =>
        Always(Scenes.Where(scene => scene.Occluders.Count > 0 && StandsClear(scene)), 400, scene =>
            Excess(scene.View().Area, (scene with { Occluders = [.. scene.Occluders.Skip(1)] }).View().Area) < Noise);

    [Fact]
    public void A_view_lies_within_its_footprint_and_its_reach() => Always(Scenes, 400, scene =>
    {
        var (view, bare) = (scene.View().Area, (scene with { Occluders = [], Enclosure = null }).View().Area);
        return Excess(view, bare) < Noise && (bare.IsEmpty || CameraView.Reach(scene.Pose, scene.Lens, scene.Purpose).Covers(bare.EnvelopeInternal));
    });

    [Fact]
    public void Turning_the_whole_scene_turns_the_view() => Always(Scenes.Where(StandsClear), 400, scene =>
    {
        var back = scene with { Pose = scene.Pose with { GridAzimuth = 0 } };
        var turned = back.Turned(77.7).View().Area;
        var turn = AffineTransformation.RotationInstance(-77.7 * Math.PI / 180, scene.Pose.X, scene.Pose.Y);
        return Difference(turned, turn.Transform(back.View().Area)) < Noise;
    });

    [Fact]
    public void Raising_a_camera_above_an_occluder_never_lengthens_its_shadow() =>
        Always(Gen.Select(Gen.Double[0.5, 9], Gen.Double[0.1, 8], Gen.Int[0, 1000]), 400, raised =>
        {
            var (above, more, number) = raised;
            var wall = new Occluder(RandomScene.Of(number).Occluders.FirstOrDefault()?.Footprint ?? Polygon.Empty, 3);
            Geometry Shadow(double height) => new RandomScene(
                new Pose(60, 60, height, 0, 0), new Lens(360, 180, 5000, 200), new Purpose("ground", 1, 0, 0), [wall], null).View().Area;
            return Excess(Shadow(3 + above), Shadow(3 + above + more)) < Noise;
        });

    [Fact]
    public void The_overlay_that_stands_by_gives_the_same_view() =>
        Always(Scenes.Where(scene => StandsClear(scene) && scene.View() is { Blindness: Blindness.None, Area.IsEmpty: false }), 150, scene =>
        {
            var footprint = Footprint.Of(scene.Pose.Height, scene.Pose.Tilt, scene.Lens, scene.Purpose);
            var other = OverlaidView.Of(new Scene(scene.Pose, footprint, scene.Purpose, scene.Occluders, scene.Enclosure, ArcSide.Inside));
            return other.IsValid && Difference(scene.View().Area, other) <= Tolerances.ArcError * other.Length + Noise;
        });

    /// <summary>Area that rounding may move, m²: tolerances of micrometres along some hundred metres of outline.</summary>
    private const double Noise = 1e-3;

    /// <summary>Area of the part of one that is not in the other.</summary>
    private static double Excess(Geometry one, Geometry other) => OverlayNGRobust.Overlay(one, other, SpatialFunction.Difference).Area;

    private static double Difference(Geometry one, Geometry other) => Excess(one, other) + Excess(other, one);

    private static void Always<T>(Gen<T> scenes, long count, Func<T, bool> holds) =>
        scenes.Sample(holds, seed: Seed, iter: count * Times, threads: 1);

    /// <summary>Not within rounding of an outline, where the definition itself depends on the last digit.</summary>
    private static bool StandsClear(RandomScene scene) => ViewCheck.DistanceToOutlines(scene) > 1e-4;
}
