using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Demo.Places;

namespace CoverageGis.Demo.Watch;

/// <summary>The cameras that key sites really have: as planned where care was taken, else fewer, older or badly recorded ones.</summary>
internal static class SiteCameras
{
    private static readonly Flaw[] Coarse = [Flaw.EightDirections, Flaw.NoOptics, Flaw.NoMounting, Flaw.NoAzimuth, Flaw.EightDirections, Flaw.Vague];
    private static readonly Flaw[] Bad = [Flaw.Repair, Flaw.AtWall, Flaw.ShortLens, Flaw.TooSteep, Flaw.InsideHouse, Flaw.Removed, Flaw.Displaced];

    public static IEnumerable<Planned> All(IEnumerable<Place> places, Surroundings surroundings, int seed)
    {
        var eyes = new SiteEyes(surroundings);
        return places.AsParallel().AsOrdered().Select((place, i) => Of(place, eyes.For(place), Dice.For(seed, "site cameras", i)).ToList())
            .AsSequential().SelectMany(planned => planned);
    }

    private static IEnumerable<Planned> Of(Place place, List<Eye> eyes, Dice dice)
    {
        var careless = dice.Chance(0.12) ? dice.Below(eyes.Count + 1) : -1;
        for (var i = 0; i < eyes.Count; i++)
            if (Fate(place.Care, i, i == careless, dice) is { } flaw) yield return Planned(place, eyes[i], flaw);
    }

    /// <summary>The flaw of the i-th camera; null when it was never put up.</summary>
    private static Flaw? Fate(Care care, int i, bool careless, Dice dice) => care switch
    {
        Care.Full => careless ? dice.Pick(Coarse) : Flaw.None,
        Care.Half => (i % 4) switch { 0 or 3 => dice.Pick(Coarse), 1 => Flaw.None, _ => null },
        Care.Poor => (i % 3) switch { 0 => dice.Pick(Bad), 1 => dice.Chance(0.5) ? Flaw.None : dice.Pick(Bad), _ => null },
        _ => null,
    };

    private static Planned Planned(Place place, Eye eye, Flaw flaw)
    {
        var (rank, spot, industry) = place.Category switch
        {
            "airport" or "railway_station" or "coach_station" => (1, 3, "00"),
            "bus_stop" => (1, 10, "00"),
            "fuel_station" => (2, 13, "02"),
            "mall" => (2, 6, "02"),
            _ => (2, 9, "01"),
        };
        var function = eye.Optics == Optics.Checkpoint ? "1" : eye.Optics == Optics.Face ? "2" : "5";
        return new Planned(eye, place.Name, eye.Indoor ? 3 : rank, function, spot, industry, flaw);
    }
}
