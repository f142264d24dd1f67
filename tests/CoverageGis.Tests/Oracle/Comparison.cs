using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle;

/// <summary>Compares what the program made of a scene with the truth, and with itself.</summary>
internal static class Comparison
{
    private const double RatioTolerance = 0.005, AreaShare = 0.005, AreaSlack = 0.1, Sums = 1e-6;

    /// <summary>Ground below this is rounding, m²: whether it counts as nothing to watch is left open.</summary>
    private const double Nothing = 1e-3;

    /// <returns>What came out, and everything about it that is not as it should be.</returns>
    public static async Task<(Outcome Outcome, IReadOnlyList<string> Faults)> RunAsync(string database, SceneDraft draft)
    {
        var scene = SceneFile.Read(draft.ToString(), DateOnly.FromDateTime(DateTime.UtcNow));
        var outcome = await Outcome.OfAsync(database, draft);
        var faults = new List<string>();
        var truths = ZoneTruth.Of(scene).ToDictionary(t => t.Name);
        var zones = outcome.Zones.Select(z => z["properties"]!.AsObject()).ToList();
        foreach (var (name, truth) in truths)
        {
            var zone = zones.Find(z => Name(z, "code") == name);
            if (zone is null)
                faults.Add($"{name}: is missing");
            else
                Zone(zone, truth, [.. outcome.Gaps.Where(g => Name(g["properties"]!.AsObject(), "zone") == name)], scene, faults);
        }
        foreach (var zone in zones.Where(z => !truths.ContainsKey(Name(z, "code")) && z["ratio"] is not null))
            faults.Add($"{Name(zone, "code")}: requires nothing, yet has a ratio");
        Totals(outcome, zones, faults);
        return (outcome, [.. faults.Select(f => $"{draft.Region} {f}")]);
    }

    public static string Say(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "null";

    public static string Name(JsonObject properties, string zone) => $"{properties["site"]}/{properties[zone]}";

    private static void Zone(JsonObject zone, ZoneTruth truth, List<JsonObject> gaps, Scene scene, List<string> faults)
    {
        double? Of(string name) => (double?)zone[name];
        var area = Areas(zone, truth.Name, truth.Area, faults);
        if (area > Nothing || truth.Area > AreaSlack)
        {
            Ratio("ratio", Of("ratio"), truth.Ratio, truth, faults);
            Ratio("ratio_possible", Of("ratio_possible"), truth.RatioPossible, truth, faults);
        }
        Verdict((bool?)zone["compliant"], truth, gaps.Count, faults);
        faults.AddRange(GapCheck.Faults(gaps, truth, Plane.Of(scene.Srid), (Of("unseen_m2") + Of("unproven_m2")) ?? 0));
    }

    /// <summary>The watched ground is as large as it truly is, and what is seen and unseen of it adds up.</summary>
    public static double Areas(JsonObject zone, string name, double truly, List<string> faults)
    {
        var area = (double?)zone["area_m2"] ?? -1;
        if (Math.Abs(area - truly) > AreaShare * truly + AreaSlack)
            faults.Add($"{name}: area {Say(area)}, truly {Say(truly)}");
        var sum = (double?)zone["seen_m2"] + (double?)zone["unproven_m2"] + (double?)zone["unseen_m2"];
        if (!(Math.Abs((sum ?? -1) - area) <= Sums * area))
            faults.Add($"{name}: seen, unproven and unseen are {Say(sum)}, watched {Say(area)}");
        return area;
    }

    private static void Ratio(string name, double? found, double? right, ZoneTruth truth, List<string> faults)
    {
        if (found is null != right is null || Math.Abs((found ?? 0) - (right ?? 0)) > RatioTolerance)
            faults.Add($"{truth.Name}: {name} {Say(found)}, truly {Say(right)} of {Say(truth.Area)} m²");
    }

    /// <summary>A zone that requires all complies when it has no gap, any other when its ratio is enough.</summary>
    private static void Verdict(bool? compliant, ZoneTruth truth, int gaps, List<string> faults)
    {
        var asked = truth.Sight.Ground.Asks.Ratio;
        if (compliant is not { } verdict || truth.Ratio is not { } ratio || (asked < 1 && Math.Abs(ratio - asked) <= RatioTolerance))
            return;
        if (verdict != (asked >= 1 ? gaps == 0 : ratio >= asked))
            faults.Add($"{truth.Name}: compliant {verdict} with {Say(ratio)} of {Say(asked)} and {gaps} gaps");
    }

    public static void Totals(Outcome outcome, List<JsonObject> zones, List<string> faults)
    {
        void Total(string name, double sum)
        {
            if ((double?)outcome.Summary[name] is not { } told || Math.Abs(told - sum) > Sums * Math.Abs(sum) + 1e-9)
                faults.Add($"analyze: {name} {outcome.Summary[name]}, the zones add up to {Say(sum)}");
        }
        foreach (var name in (string[])["area_m2", "unseen_m2", "unproven_m2"])
            Total(name, zones.Sum(z => (double?)z[name] ?? 0));
        Total("gaps", outcome.Gaps.Count);
        Total("compliant", zones.Where(z => z["compliant"] is not null).GroupBy(z => (string)z["site"]!)
            .Count(site => site.All(z => (bool)z["compliant"]!)));
    }
}
