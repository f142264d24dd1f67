using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

/// <summary>Ground between streets, behind their footpaths; lots are cut from it before houses are built on the rest.</summary>
internal sealed class Block(int number, Polygon ground, Use use)
{
    private readonly List<Geometry> _taken = [];

    public int Number { get; } = number;
    public Polygon Ground { get; } = ground;
    public Use Use { get; } = use;
    public Coordinate Middle { get; } = ground.Centroid.Coordinate;

    /// <summary>The whole block belongs to one place (a compound that is a key site).</summary>
    public bool IsWhole => _taken.Count == 0;

    /// <summary>What no lot has taken yet.</summary>
    public Geometry Free => _taken.Count == 0 ? Ground : Ground.Difference(Shapes.Union(_taken));

    public bool IsFree(Geometry lot) => _taken.TrueForAll(t => t.Disjoint(lot));

    public void Take(Geometry lot) => _taken.Add(lot);
}
