using CoverageGis.Demo.Places;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>Cameras that look where they must not: one beside every protected area.</summary>
internal static class Overreach
{
    public static IEnumerable<Planned> Into(IEnumerable<Excluded> areas, Surroundings surroundings)
    {
        foreach (var area in areas.Where(a => a.Kind == "protected"))
        {
            var sight = new Sight(surroundings.Near(area.Shape, 30));
            var eye = Spots.Facing(area.Shape.Centroid.Coordinate, [16, 22, 28, 34], 4.6, [Optics.Plain])
                .Where(e => surroundings.IsOpen(e) && !surroundings.IsOnRoad(e.At) && !area.Shape.Contains(Drawing.Shapes.Plane.CreatePoint(e.At)))
                .MaxBy(e => sight.Seen(e, Marks(area.Shape), Need.ObservePerson).Count);
            if (eye is not null) yield return new Planned(eye, area.Name, 3, "5", area.Code.StartsWith("PA-H", StringComparison.Ordinal) ? 11 : 8, "02");
        }
    }

    private static Coordinate[] Marks(Polygon area)
    {
        var box = area.EnvelopeInternal;
        return [.. from i in Enumerable.Range(1, 9)
                   from j in Enumerable.Range(1, 9)
                   let mark = new Coordinate(box.MinX + (box.Width * i / 10), box.MinY + (box.Height * j / 10))
                   where area.Contains(Drawing.Shapes.Plane.CreatePoint(mark))
                   select mark];
    }
}
