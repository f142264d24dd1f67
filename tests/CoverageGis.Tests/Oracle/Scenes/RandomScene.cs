using System.Globalization;
using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>A small town of hostile variety, the same for the same seed.</summary>
internal static class RandomScene
{
    private static readonly (double Longitude, double Latitude, int? Srid, int Plane)[] Places =
    [
        (118.8, 32.06, null, 4549), (116.4, 39.9, null, 4548), (87.6, 43.8, null, 4538), (126.6, 45.8, null, 4551),
        (109.5, 18.25, null, 4545), (91.1, 29.65, null, 4539), (104.05, 30.65, null, 4544), (113.3, 23.1, null, 4547),
        (118.8, 32.06, 4549, 4549), (118.8, 32.06, 4548, 4548), (118.8, 32.06, 4528, 4528), (118.8, 32.06, 4498, 4498),
        (116.4, 39.9, 4508, 4508), (116.4, 39.9, 32650, 32650), (121.4, 31.2, 32651, 32651),
        (7.42, 43.74, null, 32632), (151.2, -33.87, null, 32756), (-78.5, -0.2, null, 32717), (-21.9, 64.1, null, 32627),
        (18.95, 69.65, null, 32634), (-157.86, 21.3, null, 32604), (-0.13, 51.5, null, 32630), (178.4, -18.1, null, 32760),
    ];

    public static readonly string[] Categories =
        ["airport", "railway_station", "coach_station", "fuel_station", "bus_stop", "mall", "compound", "other"];

    public static readonly string[] Purposes =
        ["detect-person", "detect-person", "observe-person", "recognise-face", "knee", "knee", "band", "band"];

    /// <param name="estimated">Some cameras leave optics open, and some heights are intervals.</param>
    public static SceneDraft Draw(int seed, bool estimated = false)
    {
        var dice = new Dice(seed);
        var (longitude, latitude, srid, plane) = dice.OneOf(Places);
        var draft = new SceneDraft((estimated ? "E" : "S") + seed.ToString(CultureInfo.InvariantCulture),
            longitude + dice.Between(-0.02, 0.02), latitude + dice.Between(-0.02, 0.02), srid, plane);
        Rules(draft, dice);
        RandomBuildings.Draw(draft, dice, estimated);
        RandomSites.Draw(draft, dice);
        if (dice.Chance(0.25))
            RandomSites.Indoors(draft, dice);
        var cameras = dice.Whole(1, 25);
        for (var i = 0; i < cameras; i++)
            RandomCamera.Draw(draft, dice, estimated && dice.Chance(0.5));
        return draft;
    }

    private static void Rules(SceneDraft draft, Dice dice)
    {
        draft.Purpose("knee", dice.Between(8, 40), 0.3, 0.3);
        draft.Purpose("band", dice.Between(8, 40), dice.Between(0, 1.5), dice.Between(1.5, 3), dice.Chance(0.5) ? dice.Between(10, 60) : null);
        if (dice.Chance(0.3))
            draft.Purpose("observe-person", dice.Between(10, 60), 0, 1.7);
        foreach (var category in Categories.Where(_ => dice.Chance(0.4)))
        {
            var asks = new JsonObject { ["required_ratio"] = dice.OneOf([0.5, 0.9, 1]) };
            if (dice.Chance(0.3))
                asks["min_cameras"] = 2;
            if (dice.Chance(0.3))
                asks["counts_capture"] = true;
            draft.Policy(category, dice.OneOf(Purposes), asks);
        }
    }
}
