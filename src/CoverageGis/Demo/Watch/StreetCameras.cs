using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace CoverageGis.Demo.Watch;

/// <summary>The cameras of the streets: checkpoints where main roads enter, masts at crossings, single cameras along the way, high lookouts.</summary>
internal static class StreetCameras
{
    public static IEnumerable<Planned> Entries(Town town) =>
        from street in town.Streets
        where street.Class is "trunk" or "primary"
        from end in new[] { street.Line.StartPoint.Coordinate, street.Line.EndPoint.Coordinate }
        where Layout.Boundary.ExteriorRing.Distance(Shapes.Plane.CreatePoint(end)) < 30
        from eye in Gantry(street, end)
        select new Planned(eye, street.Name, 1, "1", 96, "04");

    public static IEnumerable<Planned> Crossings(Town town, Surroundings surroundings, Dice dice)
    {
        var main = town.Streets.Where(s => s.IsMain || s.Class is "tertiary").ToList();
        var done = new List<Coordinate>();
        for (var i = 0; i < main.Count; i++)
            for (var j = i + 1; j < main.Count; j++)
                foreach (var at in main[i].Line.Intersection(main[j].Line).Coordinates)
                    if (done.TrueForAll(d => d.Distance(at) > 60) && Layout.Boundary.Contains(Shapes.Plane.CreatePoint(at)))
                    {
                        done.Add(at);
                        foreach (var planned in Crossing(main[i], at, surroundings, dice)) yield return planned;
                    }
    }

    /// <summary>One camera after the other along all streets, without end but for the streets' own.</summary>
    public static IEnumerable<Planned> Along(Town town, Surroundings surroundings, Dice dice)
    {
        var streets = town.Streets.Where(s => s.Class is not ("track" or "runway" or "taxiway") && s.Line.Length > 60)
            .OrderBy(_ => dice.Next()).ToList();
        for (var turn = 0; turn < 4; turn++)
            foreach (var street in streets)
                if (Beside(street, dice) is var eye && surroundings.IsOpen(eye))
                    yield return Ordinary(street, eye, dice);
    }

    public static IEnumerable<Planned> Lookouts(Surroundings surroundings, Dice dice)
    {
        foreach (var (x, y) in new[] { (2560.0, 2960.0), (2850, 2300), (2400, 2700), (3500, 2300), (1800, 3050), (3480, 1250) })
            if (surroundings.House(new Coordinate(x, y), 140) is { } house)
                yield return new Planned(new Eye(house.Footprint.InteriorPoint.Coordinate, dice.Between(0, 360), house.Height.Max + 3, 24, Optics.Ptz),
                    new Name("制高点", "Lookout"), 1, "6", 4, "00");
    }

    private static IEnumerable<Eye> Gantry(Street street, Coordinate end)
    {
        var line = new LengthIndexedLine(street.Line);
        var atStart = street.Line.StartPoint.Coordinate.Equals2D(end);
        var (near, far) = atStart ? (line.ExtractPoint(45), line.ExtractPoint(10)) : (line.ExtractPoint(-45), line.ExtractPoint(-10));
        var outward = new Frame(near.X, near.Y, Bearing.Heading(near, far));
        yield return new Eye(outward.At(0, 3.5), outward.Azimuth(), 6.3, 11, Optics.Checkpoint);
        yield return new Eye(outward.At(0, -3.5), outward.Azimuth(180), 6.3, 11, Optics.Checkpoint);
    }

    private static IEnumerable<Planned> Crossing(Street street, Coordinate at, Surroundings surroundings, Dice dice)
    {
        var heading = new LengthIndexedLine(street.Line) is var line && line.Project(at) is var s
            ? Bearing.Heading(line.ExtractPoint(Math.Max(s - 5, 0)), line.ExtractPoint(s + 5)) : 0;
        var corner = new Frame(at.X, at.Y, heading).Moved((street.Width / 2) + 2, (street.Width / 2) + 1);
        var toMiddle = Bearing.Of(corner.At(0, 0), at);
        var lookout = new Eye(corner.At(0, 0), toMiddle, 7.5, 18, dice.Chance(0.5) ? Optics.Ptz : Optics.PtzBullet);
        if (!surroundings.IsOpen(lookout)) yield break;
        yield return new Planned(lookout, street.Name, 1, "5", 10, "00");
        if (street.IsMain) yield return new Planned(new Eye(corner.At(0.4, 0), corner.Azimuth(180), 6.2, 11, Optics.Checkpoint), street.Name, 1, "1", 10, "04", Some(dice, 0.1));
        if (dice.Chance(0.4)) yield return new Planned(new Eye(corner.At(0, 0.4), Bearing.Normal(toMiddle + 140), 6, 16, Optics.Normal), street.Name, 1, "5", 10, "00", Some(dice, 0.3));
    }

    private static Eye Beside(Street street, Dice dice)
    {
        var line = new LengthIndexedLine(street.Line);
        var s = dice.Between(20, street.Line.Length - 20);
        var (a, b) = (line.ExtractPoint(s - 2), line.ExtractPoint(s + 2));
        var at = new Frame(a.X, a.Y, Bearing.Heading(a, b));
        var side = dice.Chance(0.5) ? 1 : -1;
        var turn = (dice.Chance(0.5) ? 0 : 180) - (side * dice.Between(4, 12));
        return new Eye(at.At(0, side * ((street.Width / 2) - 0.8)), at.Azimuth(turn), Math.Round(dice.Between(4, 6.5), 1),
            Math.Round(dice.Between(12, 24)), dice.Pick([Optics.Plain, Optics.Plain, Optics.Normal, Optics.Ptz, Optics.Wide, Optics.Old, Optics.Dome]));
    }

    private static Planned Ordinary(Street street, Eye eye, Dice dice)
    {
        var rank = street.IsMain ? 1 : dice.Chance(0.7) ? 2 : dice.Chance(0.6) ? 3 : dice.Chance(0.5) ? 4 : 9;
        return new Planned(eye, street.Name, rank, dice.Chance(0.1) ? "4" : "5", street.IsMain ? 10 : 9, rank == 3 ? "02" : "01", Some(dice, 0.36));
    }

    private static Flaw Some(Dice dice, double share) =>
        dice.Chance(share) ? (Flaw)(1 + dice.Below((int)Flaw.Vague)) : Flaw.None;
}
