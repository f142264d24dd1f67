using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace CoverageGis.Demo.Places;

/// <summary>A police station and the ground that it answers for.</summary>
internal sealed record Unit(string Code, Name Name, Polygon Ground);

/// <summary>Five units that share the district out along its ring road, its river and two streets.</summary>
internal static class Units
{
    public static readonly Name[] Names =
    [
        new("钟楼派出所", "Bell Tower Police Station"), new("朔陌派出所", "Shuomo Police Station"), new("霓川派出所", "Nichuan Police Station"),
        new("葳岑派出所", "Weicen Police Station"), new("航站派出所", "Terminal Police Station"),
    ];

    private static readonly (double X, double Y)[] Inside = [(2350, 2250), (1000, 2800), (3800, 2800), (1500, 700), (4000, 800)];

    public static List<Unit> All()
    {
        var grounds = Grounds();
        return [.. Inside.Select((at, i) => new Unit($"PS{i + 1}", Names[i],
            grounds.Single(g => g.Contains(Shapes.Plane.CreatePoint(new Coordinate(at.X, at.Y))))))];
    }

    private static List<Polygon> Grounds()
    {
        var ring = Layout.Arteries().Single(s => s.Name.Chinese == "环城路").Line;
        Geometry[] lines =
        [
            Layout.Boundary.ExteriorRing, ring, Layout.RiverLine,
            Shapes.Line(new Coordinate(2520, 2860), new(2520, 2889), new(2550, 3000), new(2565, 3150), new(2480, 4200)),
            Shapes.Line(new Coordinate(2250, 1760), new(2230, 1695), new(2200, 1300)),
            Shapes.Line(new Coordinate(2990, 1750), new(3010, 1600), new(3080, 1300), new(3080, 930), new(3150, 500), new(3180, -100)),
        ];
        var polygonizer = new Polygonizer();
        polygonizer.Add(NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union([.. lines], Shapes.Plane));
        return [.. polygonizer.GetPolygons().OfType<Polygon>().Where(p => p.Area > 100_000 && Layout.Boundary.Buffer(1).Contains(p))];
    }
}
