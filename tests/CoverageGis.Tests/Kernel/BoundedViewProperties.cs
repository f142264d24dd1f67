using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>
/// Certain ground is seen by every camera that a record allows, and what any of them sees is possible: points by the
/// oracle that knows nothing of the kernel. COVERAGE_LONG=1 tries thirty times as many; COVERAGE_SEED names the first.
/// </summary>
public sealed class BoundedViewProperties
{
    private static readonly int First = int.Parse(
        Environment.GetEnvironmentVariable("COVERAGE_SEED") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly int Times = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 30 : 1;

    [Fact]
    public void Certain_is_seen_by_all_and_possible_holds_what_any_sees() => Never(LooseScene.Of, 400);

    [Fact]
    public void Also_when_the_place_is_known_to_a_tolerance() => Never(seed => Wandering(LooseScene.Of(seed), seed, false), 60);

    [Fact]
    public void Also_when_it_hangs_on_a_wall() => Never(seed => Wandering(LooseScene.Of(seed), seed, true), 60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Also_in_towns(bool onWall) => Never(seed =>
    {
        var looseness = Enum.GetValues<Looseness>();
        return Wandering(TownRecord.Of(looseness[seed % looseness.Length], 2 * seed + 1), seed, onWall);
    }, 40);

    private static LooseScene Wandering(LooseScene scene, int seed, bool onWall) => scene with
    {
        Camera = scene.Camera with
        {
            PositionTolerance = new[] { 0.3, 1, 3, 8 }[seed % 4],
            OnWall = onWall,
            AzimuthTolerance = Math.Min(60, scene.Camera.AzimuthTolerance),
        },
        Enclosure = onWall ? null : scene.Enclosure,
    };

    private static void Never(Func<int, LooseScene> draw, int count)
    {
        var faults = Enumerable.Range(First, count * Times).Select(seed => BoundedViewCheck.Fault(draw(seed), seed)).OfType<string>().ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} of {count * Times}\n{string.Join('\n', faults.Take(12))}");
    }
}
