using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;
using CsCheck;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel.Probing;

/// <summary>A probe says "seen" where the view holds the point and where the oracle does. COVERAGE_LONG=1 tries a hundred times as many.</summary>
public sealed class ProbeProperties
{
    private const string Seed = "0000Kernel00";
    private const int Points = 40;
    private static readonly long Times = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 100 : 1;

    private static readonly Gen<RandomScene> Scenes =
        Gen.Int[0, int.MaxValue - 1].Select(RandomScene.Of).Where(scene => ViewCheck.DistanceToOutlines(scene) > 1e-4);

    [Fact]
    public void A_probe_agrees_with_the_view_and_with_the_definition() =>
        Scenes.Sample(scene => Assert.Null(Disagreement(scene)), seed: Seed, iter: 2500 * Times, threads: 1);

    [Fact]
    public void A_wall_camera_is_probed_from_where_its_view_is_taken() => Scenes.Where(s => s.Enclosure is null && s.Occluders.Count > 0)
        .Sample(scene => Assert.Null(OfWall(scene)), seed: Seed, iter: 600 * Times, threads: 1);

    private static string? OfWall(RandomScene scene)
    {
        var placed = new Prober(scene.Pose with { OnWall = true }, scene.Lens, scene.Purpose, scene.Occluders, null).Pose;
        var stood = scene with { Pose = placed with { OnWall = false } };
        return ViewCheck.DistanceToOutlines(stood) < 1e-3 ? null : Disagreement(stood);
    }

    private static string? Disagreement(RandomScene scene)
    {
        var area = scene.View().Area;
        var oracle = new SightOracle(scene.Pose, scene.Lens, scene.Purpose, scene.Occluders, scene.Enclosure);
        var prober = new Prober(scene.Pose, scene.Lens, scene.Purpose, scene.Occluders, scene.Enclosure);
        var view = new IndexedPointInAreaLocator(area);
        var random = new Random(Points);
        return Enumerable.Range(0, Points).Select(i => ViewCheck.Sample(scene, random, i))
            .Select(point => Fault(point, prober.At(point.X, point.Y), oracle.Sees(point.X, point.Y), view.Locate(point) != Location.Exterior,
                seen => ViewCheck.IsNearBorder(area, oracle, point, seen)))
            .FirstOrDefault(fault => fault is not null) is { } found ? $"{found}\n{scene}" : null;
    }

    private static string? Fault(Coordinate point, Probe probe, bool defined, bool viewed, Func<bool, bool> isNearBorder) =>
        (probe.IsSeen == defined && probe.IsSeen == viewed) || isNearBorder(defined) ? null
            : FormattableString.Invariant($"{point}: defined {defined}, viewed {viewed}, probed {string.Join(", ", probe.Misses)}");
}
