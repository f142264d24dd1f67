using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Places;

/// <summary>All that takes ground of its own: key sites, institutions, and the areas that are not to be watched.</summary>
internal sealed record Facilities(List<Place> Sites, List<Institution> Public, List<Excluded> Excluded)
{
    /// <summary>Takes lots from the blocks of the town, so that no house is built on them.</summary>
    public static Facilities Settle(Town town, int seed)
    {
        var lots = new Lots(town);
        var names = new Names(Dice.For(seed, "site names"));
        var dice = Dice.For(seed, "sites");
        var airport = town.Reserves.Single(r => r.Kind == "airport").At;
        List<Place> places = [Airport.Terminal(airport), .. Stations.All(town.Reserves, lots)];
        if (Airport.Heliport(lots) is { } heliport) places.Add(heliport);
        places.AddRange(CoachStations.All(lots, names));
        places.AddRange(Malls.All(lots, names));
        places.AddRange(FuelStations.All(lots, names, dice));
        var institutions = Institutions.All(lots, names).ToList();
        places.AddRange(CompoundSites.All(town, names, dice));
        places.AddRange(BusStops.All(town, Shapes.Union(places.Select(p => p.Shape)), dice));
        return new Facilities(places, institutions, [.. institutions.SelectMany(i => i.Excluded), .. Exempt(places)]);
    }

    public IEnumerable<Building> Buildings =>
        Sites.SelectMany(p => p.Buildings).Concat(Public.SelectMany(i => i.Buildings));

    private static IEnumerable<Excluded> Exempt(List<Place> places)
    {
        var coach = places.First(p => p.Category == "coach_station");
        yield return new Excluded("exempt", "EX-1", new("客运站修缮围挡", "Coach station repair hoarding"), "施工围挡 · building works",
            new DateOnly(2027, 6, 30), coach.At.Rect(4, 58, 30, 70));
        var fuel = places.Last(p => p.Category == "fuel_station");
        yield return new Excluded("exempt", "EX-2", new("油罐改造区", "Tank replacement"), "油罐改造 · tank replacement",
            new DateOnly(2027, 3, 31), fuel.At.Rect(1, 1, 8, 9));
    }
}
