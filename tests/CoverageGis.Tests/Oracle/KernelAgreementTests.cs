using CoverageGis.Kernel;
using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Oracle;

/// <summary>
/// The kernel alone, on the cameras of random scenes: away from outlines, a view holds a point when the oracle says that
/// the camera sees it. COVERAGE_LONG=1 tries 20 000 scenes; COVERAGE_SEED names the first and COVERAGE_SCENES how many.
/// </summary>
public sealed class KernelAgreementTests
{
    private const int PointsPerView = 120;

    /// <summary>The kernel's tolerance of 0.02 m and a little for rounding, m.</summary>
    private const double Band = 0.03;

    private static readonly GeometryFactory Draw = new();

    [Fact]
    public void A_view_holds_the_points_that_the_definition_says() => Agree(seed => RandomScene.Draw(seed));

    [Fact]
    public void Also_in_towns_on_squared_paper() => Agree(GridTown.Draw);

    private static void Agree(Func<int, SceneDraft> draw)
    {
        var faults = new List<string>();
        foreach (var seed in Enumerable.Range(Trial.First, Trial.Scenes(120, 20_000)))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var draft = draw(seed);
            var scene = SceneFile.Read(draft.ToString(), new DateOnly(2026, 1, 1));
            var occluders = scene.Prisms.Select(OccluderOf).ToList();
            var dice = new Dice(seed);
            foreach (var lookout in scene.Lookouts.Where(l => l.Optics is not null && !l.Indoor))
                faults.AddRange(Faults(scene, lookout, dice.OneOf([.. scene.Targets.Values]), occluders, dice).Take(1).Select(f => $"{draft.Region} {f}"));
        }
        Assert.True(faults.Count == 0, $"{faults.Count}\n{string.Join('\n', faults.Take(20))}");
    }

    private static IEnumerable<string> Faults(Scene scene, Lookout lookout, Target target, List<Occluder> occluders, Dice dice)
    {
        var recorded = lookout.Optics!;
        // The round ends of a line are corners in the kernel: before them, a centimetre turns into metres.
        if (lookout.OnWall && Wall.Host(recorded, target, scene.Prisms)?.Spine is not null)
            yield break;
        var pose = new Pose(recorded.X, recorded.Y, recorded.Height, recorded.Azimuth, recorded.Tilt, lookout.OnWall);
        var lens = new Lens(recorded.Hfov, recorded.Vfov, recorded.Pixels, recorded.Range, recorded.Fisheye);
        var purpose = new Purpose(target.Name, target.Density, target.Low, target.High, target.Steepest);
        var view = CameraView.Of(pose, lens, purpose, occluders, null, dice.Chance(0.5) ? ArcSide.Inside : ArcSide.Outside).Area;
        var eye = new Eye(lookout.OnWall ? Wall.Place(recorded, target, scene.Prisms) : recorded, target, scene.Prisms, null);
        var locate = new IndexedPointInAreaLocator(view);
        var reach = eye.Reach.Wider(1);
        for (var i = 0; i < PointsPerView; i++)
        {
            // Nearer points more often: that is where most outlines are.
            var away = Math.Pow(dice.Between(0, 1), 2);
            var x = recorded.X + away * dice.Between(-1, 1) * (reach.MaxX - recorded.X);
            var y = recorded.Y + away * dice.Between(-1, 1) * (reach.MaxY - recorded.Y);
            var sees = eye.Sees(x, y);
            if (sees != (locate.Locate(new Coordinate(x, y)) == Location.Interior) && IsPlain(eye, x, y, sees))
                yield return FormattableString.Invariant($"{lookout.Code} {target.Name} ({x:0.000}, {y:0.000}): {(sees ? "seen" : "not seen")}, the kernel differs");
        }
    }

    private static bool IsPlain(Eye eye, double x, double y, bool sees) => Enumerable.Range(0, 64)
        .Select(i => (Way: Math.SinCos(i * Math.Tau / 32), Far: i < 32 ? Band : Band / 2))
        .All(d => eye.Sees(x + d.Far * d.Way.Sin, y + d.Far * d.Way.Cos) == sees);

    private static Occluder OccluderOf(Prism prism) => new(
        prism.Spine is { } spine ? Draw.CreateLineString(Coordinates(spine)).Buffer(prism.HalfWidth, 16) : Polygons(prism.Pieces[0]),
        prism.Top, prism.Base);

    private static Geometry Polygons(Area area) => area.Rings.Select(r => (Geometry)Draw.CreatePolygon(Coordinates(r)))
        .Aggregate((all, ring) => all.SymmetricDifference(ring));

    private static Coordinate[] Coordinates(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Select(i => new Coordinate(ring[2 * i], ring[2 * i + 1]))];
}
