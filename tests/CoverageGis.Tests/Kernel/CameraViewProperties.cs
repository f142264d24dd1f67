using CoverageGis.Kernel;
using CsCheck;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
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

    private static void Always(Gen<RandomScene> scenes, long count, Func<RandomScene, bool> holds) =>
        scenes.Sample(holds, seed: Seed, iter: count * Times, threads: 1);

    /// <summary>Not within rounding of an outline, where the definition itself depends on the last digit.</summary>
    private static bool StandsClear(RandomScene scene) => ViewCheck.DistanceToOutlines(scene) > 1e-4;
}
