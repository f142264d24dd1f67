using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Operation.Distance;

namespace CoverageGis.Demo.Places;

/// <summary>Bus stops on the footpaths of main roads, on both sides; a few in side streets, delivered as points.</summary>
internal static class BusStops
{
    private const int OnMainRoads = 128;
    private const int InSideStreets = 22;

    public static IEnumerable<Place> All(Town town, Geometry taken, Dice dice)
    {
        var crossings = new IndexedFacetDistance(Shapes.Union(town.Streets.Where(s => s.Class is not "track").Select(s => s.Line)));
        var main = town.Streets.Where(s => s.IsMain).SelectMany(s => Along(s, 172, dice)).Where(s => Fits(s, crossings, taken)).ToList();
        var side = town.Streets.Where(s => s.Class is "tertiary").SelectMany(s => Along(s, 130, dice)).Where(s => Fits(s, crossings, taken))
            .Where(s => !taken.IsWithinDistance(s.Ground, 12)).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return Thinned(main, OnMainRoads).Concat(Thinned(side, InSideStreets)).Select((s, i) =>
            Place(i, s, counts[s.Street.Name.Chinese] = counts.GetValueOrDefault(s.Street.Name.Chinese) + 1, dice)).ToList();
    }

    private sealed record Stop(Street Street, Frame At, Polygon Ground);

    /// <summary>Places to the left and right in turn; u runs with the traffic on that side, v away from the road.</summary>
    private static IEnumerable<Stop> Along(Street street, double apart, Dice dice)
    {
        var line = new LengthIndexedLine(street.Line);
        var right = true;
        for (var s = dice.Between(60, 120); s < street.Line.Length - 50; s += apart * dice.Between(0.85, 1.15), right = !right)
        {
            var (a, b) = (line.ExtractPoint(s - 11), line.ExtractPoint(s + 11));
            var at = right ? new Frame(b.X, b.Y, Bearing.Heading(b, a)) : new Frame(a.X, a.Y, Bearing.Heading(a, b));
            at = at.Moved(0, (street.Width / 2) - 4.4);
            yield return new Stop(street, at, at.Rect(0, 0, 22, 3.8));
        }
    }

    private static bool Fits(Stop stop, IndexedFacetDistance crossings, Geometry taken) =>
        Layout.Boundary.Contains(stop.Ground) && !Layout.River.IsWithinDistance(stop.Ground, 3) && !taken.IsWithinDistance(stop.Ground, 0.5)
        && !Layout.Rail.IsWithinDistance(stop.Ground, 25)
        && !crossings.IsWithinDistance(stop.Ground, 3.2) && Layout.Boundary.ExteriorRing.Distance(stop.Ground) > 60;

    private static IEnumerable<Stop> Thinned(List<Stop> stops, int count) =>
        stops.Where((_, i) => (i * count / stops.Count) != ((i + 1) * count / stops.Count));

    private static Place Place(int number, Stop stop, int onStreet, Dice dice)
    {
        var isSide = !stop.Street.IsMain;
        var shelter = stop.At.Rect(7, 2.1, 15, 3.7);
        return new Place($"BS{number + 1:000}", stop.Street.Name.With($"{onStreet}号站", $"Stop {onStreet}"), "bus_stop", stop.At, stop.Ground)
        {
            InScope = isSide ? false : dice.Chance(0.06) ? null : true,
            Radius = isSide ? 8 : null,
            Care = (number % 9) switch { 0 or 1 or 4 or 6 or 8 => Care.Full, 2 or 7 => Care.Half, 3 => Care.Poor, _ => Care.None },
            Buildings = dice.Chance(0.6) ? [Building.Canopy(shelter, 2.8, 3)] : [],
            Facts = [("所在道路", stop.Street.Name.Chinese), ("road_class", stop.Street.Class)],
        };
    }
}
