using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Places;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>The cameras that a key site would need, by what kind of place it is.</summary>
internal sealed class SiteEyes(Surroundings surroundings)
{
    private const double Ring = 15;   // what is watched around a site that is itself a building, m

    public List<Eye> For(Place place) =>
        place.Parts.Count > 0 ? [.. place.Parts.SelectMany(part => ForPart(place, part))] : place.Category switch
        {
            "bus_stop" => BusStop(place),
            "mall" => Mall(place),
            "compound" => Compound(place),
            "fuel_station" => Forecourt(place, place.Shape),
            _ => Square(place.At, place.Shape, 0.97, 40),
        };

    private IEnumerable<Eye> ForPart(Place place, Part part) => part switch
    {
        { Indoor: true } => Hall(place, part),
        { Purpose: "recognise-face" } => Captures(part.Shape, Need.Face, 3, Optics.Face, [8, 12, 16], 0.9),
        { Purpose: "read-plate" } => Captures(part.Shape, Need.Plate, 6, Optics.Checkpoint, [12, 18, 24], 0.95),
        _ when place.Category == "fuel_station" => Forecourt(place, part.Shape),
        _ => Square(place.At, part.Shape, 0.97, 40),
    };

    private List<Eye> BusStop(Place place)
    {
        (double U, double V)[] poles = [(-9, 2.6), (-5, 2.8), (-14, 3), (31, 2.6), (27, 2.8), (36, 3)];
        var eyes =
            from pole in poles
            from optics in new[] { Optics.Plain, Optics.Normal }
            from height in new[] { 5.2, 3.6 }
            let at = place.At.At(pole.U, pole.V)
            select new Eye(at, Bearing.Of(at, place.At.At(11, 1.7)), height, height > 4 ? 17 : 13, optics);
        return Chosen(place.Shape, eyes, Need.ObservePerson, 0.985, 3, 0.8);
    }

    private List<Eye> Forecourt(Place place, Polygon ground)
    {
        Optics[] optics = [Optics.Wide, Optics.Normal];
        var canopy = place.Buildings[0].Footprint;
        var eyes = Spots.AlongEdge(ground, 9, 0.5, 4.2, 24, optics, -42, 0, 42)
            .Concat(Spots.Inside(place.At, (Polygon)canopy, 9, 4, 90, [Optics.Fisheye]));
        return Chosen(ground, eyes, Need.ObservePerson, 0.99, 9, 1.5);
    }

    private List<Eye> Square(Frame frame, Polygon ground, double share, int most)
    {
        Optics[] optics = ground.Area > 8000 ? [Optics.Wide, Optics.Normal, Optics.Long] : [Optics.Wide, Optics.Normal];
        var step = Math.Clamp(Math.Sqrt(ground.Area) / 7, 5, 22);
        var eyes = Spots.AlongEdge(ground, step, 0.6, 5.5, 14, optics, -40, 0, 40)
            .Concat(Spots.AlongEdge(ground, step * 1.3, 0.6, 3.8, 12, [Optics.Wide], -40, 40))
            .Concat(Spots.Inside(frame, ground, step * 2, 6, 16, [Optics.Wide, Optics.Normal]));
        return Chosen(ground, eyes, Need.ObservePerson, share, most, Math.Clamp(step / 4, 1, 4));
    }

    private List<Eye> Mall(Place place)
    {
        var around = (Polygon)place.Shape.Buffer(Ring);
        Optics[] optics = [Optics.Wide, Optics.Normal];
        var eyes = Spots.OnCorners(place.Shape, 5, 20, [Optics.Normal, Optics.Dome])
            .Concat(Spots.AlongEdge(around, 15, 2, 5.5, 20, optics, -55, 0, 55));
        return Chosen(around.Difference(place.Shape), eyes, Need.ObservePerson, 0.91, 16, 2.4);
    }

    private List<Eye> Compound(Place place)
    {
        var houses = surroundings.Near(place.Shape, -2).Where(b => b.Use == "building" && b.Height.Min > 6 && place.Shape.Covers(b.Footprint));
        Optics[] optics = [Optics.Wide, Optics.Normal];
        var eyes = houses.SelectMany(h => Spots.OnCorners(h.Footprint, 4.5, 16, optics))
            .Concat(Spots.AlongEdge(place.Shape, 22, 1.5, 4.5, 14, optics, -45, 0, 45));
        return Chosen(place.Shape, eyes, Need.DetectPerson, 0.82, 14, 3.6, around: 2);
    }

    private static List<Eye> Hall(Place place, Part hall)
    {
        var house = place.Buildings.First(b => b.Footprint.Covers(hall.Shape));
        var eyes = Spots.AlongEdge(hall.Shape, 10, 0.4, 5.5, 18, [Optics.Normal, Optics.Dome], -40, 0, 40)
            .Concat(Spots.Inside(place.At, hall.Shape, 18, 6.5, 90, [Optics.Fisheye]));
        return Equipment.Choose(hall.Shape, eyes.Select(e => e with { Indoor = true }), new Sight([house]), Need.ObservePerson, 0.97, 16, 1.6);
    }

    /// <summary>Aimed at marks every few metres along the line that people or vehicles cross.</summary>
    private List<Eye> Captures(Polygon line, Need need, double height, Optics optics, double[] distances, double share)
    {
        var (frame, length, _) = Shapes.Box(line);
        var marks = Enumerable.Range(0, 1 + (int)(length / 9)).Select(i => frame.At((9 * i) - (4.5 * (int)(length / 9)), 0));
        return Chosen(line, marks.SelectMany(m => Spots.Facing(m, distances, height, [optics])), need, share, 7, 0.8);
    }

    private List<Eye> Chosen(Geometry ground, IEnumerable<Eye> eyes, Need need, double share, int most, double grid, double around = 18)
    {
        var near = surroundings.Near(ground, around);
        var open = near.Where(b => b.Base <= 0).Select(b => b.Footprint).ToList();
        var watched = open.Count == 0 ? ground : ground.Difference(Shapes.Union(open));
        var allowed = eyes.Where(e => surroundings.IsOpen(e) && !surroundings.IsOnRoad(e.At));
        return Equipment.Choose(watched, allowed, new Sight(near), need, share, most, grid);
    }
}
