using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CoverageGis.Demo.Watch;

/// <summary>All that blocks sight in the district, and its roads, by place.</summary>
internal sealed class Surroundings
{
    private readonly STRtree<Building> _tree = new();

    private readonly STRtree<Geometry> _roads = new();

    public Surroundings(IEnumerable<Building> buildings, IEnumerable<Street> streets)
    {
        foreach (var street in streets)
            foreach (var road in Shapes.Polygons(Shapes.Strip(street.Line, street.Carriageway))) _roads.Insert(road.EnvelopeInternal, road);
        foreach (var building in buildings) _tree.Insert(building.Footprint.EnvelopeInternal, building);
        _tree.Build();
    }

    public List<Building> Near(Geometry shape, double metres)
    {
        var box = shape.EnvelopeInternal.Copy();
        box.ExpandBy(metres);
        return [.. _tree.Query(box).OrderBy(b => b.Footprint.EnvelopeInternal.MinX).ThenBy(b => b.Footprint.EnvelopeInternal.MinY)];
    }

    /// <summary>A lens can hang there: not in a wall, nor in a roof over the place.</summary>
    public bool IsOpen(Eye eye)
    {
        var point = Shapes.Plane.CreatePoint(eye.At);
        var apart = eye.Mount == "wall" ? 0.05 : 0.2;
        return Near(point, apart).TrueForAll(b => b.Base > eye.Height + apart || b.Footprint.Distance(point) > apart);
    }

    /// <summary>In the way of vehicles.</summary>
    public bool IsOnRoad(Coordinate at) => IsOnRoad(Shapes.Plane.CreatePoint(at));

    public bool IsOnRoad(Geometry shape) => _roads.Query(shape.EnvelopeInternal).Any(r => r.Intersects(shape));

    /// <summary>The house nearest to a point, if any is near.</summary>
    public Building? House(Coordinate at, double within)
    {
        var point = Shapes.Plane.CreatePoint(at);
        return Near(point, within).Where(b => b.Use == "building").MinBy(b => b.Footprint.Distance(point));
    }
}
