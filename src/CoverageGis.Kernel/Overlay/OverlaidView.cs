using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace CoverageGis.Kernel.Overlay;

/// <summary>
/// The same view by polygon overlay: footprint minus the union of shadows. A hundred times slower than the sweep, and
/// sure to give a valid polygon: the fallback for what rounding spoils there, and a second opinion in tests.
/// </summary>
internal static class OverlaidView
{
    /// <summary>Of a camera that does not stand inside an occluder (<see cref="Standing"/>).</summary>
    public static Geometry Of(Scene scene)
    {
        var ground = FootprintPolygon.Of(scene.Footprint, scene.Side);
        ground = scene.Enclosure is { } room ? Grid.Combine(ground, RoomSeen(scene, room), SpatialFunction.Intersection) : ground;
        var shadows = new List<Geometry>();
        foreach (var occluder in scene.Occluders)
        {
            AddShadows(scene, occluder, shadows);
        }
        var seen = shadows.Count == 0 ? ground : Grid.Combine(ground, Grid.Union(shadows), SpatialFunction.Difference);
        return LocalShapes.ToPlane(seen, scene.Frame);
    }

    private static void AddShadows(Scene scene, Occluder occluder, List<Geometry> shadows)
    {
        var span = scene.Shadow(occluder);
        var isGround = occluder.IsOnGround(scene.Purpose);
        foreach (var polygon in LocalShapes.Polygons(LocalShapes.Of(occluder.Footprint, scene.Frame)))
        {
            if (isGround)
            {
                shadows.Add(polygon);
            }
            if (!span.IsEmpty)
            {
                shadows.Add(ShadowPolygon.Of(polygon, span, 2 * scene.Footprint.Reaches.Outer));
            }
        }
    }

    /// <summary>What of a room lies in plain sight: its part round the camera, less the shadows of its walls.</summary>
    private static Geometry RoomSeen(Scene scene, Geometry room)
    {
        var inside = LocalShapes.Of(room, scene.Frame);
        var walls = inside.Boundary;
        var shadows = new List<Geometry>();
        var endless = new ShadowSpan(1, double.PositiveInfinity);
        for (var i = 0; i < walls.NumGeometries; i++)
        {
            shadows.AddRange(ShadowPolygon.OfLine(walls.GetGeometryN(i).Coordinates, endless, 2 * scene.Footprint.Reaches.Outer));
        }
        return shadows.Count == 0 ? inside : Grid.Combine(inside, Grid.Union(shadows), SpatialFunction.Difference);
    }
}
