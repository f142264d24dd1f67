using CoverageGis.Kernel;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>
/// How much of what sampled cameras all see is called certain, and how much more than any of them sees is called possible,
/// by area, over the records of a family. 1 000 cameras a record; COVERAGE_LONG=1 takes four times the records, and a finer grid.
/// </summary>
public sealed class BoundedViewTightness
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1";

    [Theory]
    [InlineData(Looseness.Azimuth, 0.95, 1.10)]
    [InlineData(Looseness.Hfov, 0.95, 1.10)]
    [InlineData(Looseness.HeightAndTilt, 0.95, 1.10)]
    [InlineData(Looseness.Pixels, 0.95, 1.10)]
    [InlineData(Looseness.Defaults, 0.95, 1.10)]
    [InlineData(Looseness.DefaultsAndAzimuth, 0.95, 1.10)]
    [InlineData(Looseness.Position, 0.95, 1.10)]
    [InlineData(Looseness.AzimuthUnknown, 0, 1.10)]
    public void Bounds_are_tight(Looseness what, double certain, double possible)
    {
        var sums = Enumerable.Range(0, Long ? 24 : 6).Select(seed => Measure(TownRecord.Of(what, seed), seed)).ToList();
        var (inAll, inCertain, inAny, inPossible) =
            (sums.Sum(s => s.InAll), sums.Sum(s => s.InCertain), sums.Sum(s => s.InAny), sums.Sum(s => s.InPossible));
        var text = FormattableString.Invariant(
            $"{what}: certain {inCertain} of {inAll} points = {(double)inCertain / Math.Max(1, inAll):F3}, possible {inPossible} for {inAny} = {(double)inPossible / Math.Max(1, inAny):F3}");
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Assert.True(inCertain >= certain * inAll && inPossible <= possible * inAny, text);
    }

    /// <summary>Counts points of a grid over the possible view.</summary>
    private static (int InAll, int InCertain, int InAny, int InPossible) Measure(LooseScene scene, int seed)
    {
        var random = new Random(seed);
        var cameras = Enumerable.Range(0, 1000).Select(i => scene.Draw(random, i % 2 == 0)).ToList();
        var oracles = cameras.Select(c => new SightOracle(c.Pose, c.Lens, c.Purpose, c.Occluders)).ToList();
        var (certain, possible) = (scene.View(ArcSide.Inside).Area, scene.View(ArcSide.Outside).Area);
        var (inCertain, inPossible) = (new IndexedPointInAreaLocator(certain), new IndexedPointInAreaLocator(possible));
        var counts = (InAll: 0, InCertain: 0, InAny: 0, InPossible: 0);
        foreach (var point in Grid(possible.EnvelopeInternal, Long ? 90 : 44).Where(p => inPossible.Locate(p) == Location.Interior))
        {
            counts.InPossible++;
            counts.InCertain += inCertain.Locate(point) == Location.Interior ? 1 : 0;
            counts.InAny += oracles.Any(o => o.Sees(point.X, point.Y)) ? 1 : 0;
            counts.InAll += oracles.All(o => o.Sees(point.X, point.Y)) ? 1 : 0;
        }
        return counts;
    }

    private static IEnumerable<Coordinate> Grid(Envelope box, int steps) => box.IsNull ? [] :
        from i in Enumerable.Range(0, steps)
        from j in Enumerable.Range(0, steps)
        select new Coordinate(box.MinX + (i + 0.5) * box.Width / steps, box.MinY + (j + 0.5) * box.Height / steps);
}
