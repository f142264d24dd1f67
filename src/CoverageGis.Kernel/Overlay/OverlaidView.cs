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
    private static readonly GeometryFactory Factory = new();

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
        return Polygons(ToPlane(seen, scene.Frame));
    }

    private static void AddShadows(Scene scene, Occluder occluder, List<Geometry> shadows)
    {
        var span = scene.Shadow(occluder);
        var isGround = occluder.IsOnGround(scene.Purpose);
        foreach (var polygon in Parts(ToCamera(occluder.Footprint, scene.Frame)))
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
        var inside = ToCamera(room, scene.Frame);
        var walls = inside.Boundary;
        var shadows = new List<Geometry>();
        var endless = new ShadowSpan(1, double.PositiveInfinity);
        for (var i = 0; i < walls.NumGeometries; i++)
        {
            shadows.AddRange(ShadowPolygon.OfLine(walls.GetGeometryN(i).Coordinates, endless, 2 * scene.Footprint.Reaches.Outer));
        }
        return shadows.Count == 0 ? inside : Grid.Combine(inside, Grid.Union(shadows), SpatialFunction.Difference);
    }

    private static IEnumerable<Polygon> Parts(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                yield return polygon;
            }
        }
    }

    private static Geometry Polygons(Geometry area)
    {
        var parts = Parts(area).ToArray();
        return parts.Length switch { 0 => Factory.CreatePolygon(), 1 => parts[0], _ => Factory.CreateMultiPolygon(parts) };
    }

    private static Geometry ToCamera(Geometry area, Frame frame) => Moved(area, frame.FromPlane);

    private static Geometry ToPlane(Geometry area, Frame frame)
    {
        var moved = Moved(area, frame.ToPlane);
        return moved.IsValid ? moved : moved.Buffer(0);
    }

    private static Geometry Moved(Geometry area, Func<double, double, (double X, double Y)> move)
    {
        var copy = area.Copy();
        copy.Apply(new Mover(move));
        return copy;
    }

    private sealed class Mover(Func<double, double, (double X, double Y)> move) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                var (x, y) = move(sequence.GetX(i), sequence.GetY(i));
                sequence.SetX(i, x);
                sequence.SetY(i, y);
            }
        }
    }
}
