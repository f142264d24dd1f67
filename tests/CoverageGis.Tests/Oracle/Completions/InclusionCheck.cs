using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Scenes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle.Completions;

/// <summary>
/// Holds what the program made of a scene of intervals to what each of some exact completions of it truly sees: certain is
/// in all of them, possible holds all of them; a certain gap is seen in none, and what one leaves unseen lies in a gap.
/// </summary>
internal static class InclusionCheck
{
    private const double RatioTolerance = 0.005;

    /// <summary>What one completion leaves unseen this far around must touch a gap: pieces that are slivers are none, m.</summary>
    private const double Plainly = 1;

    private const int Completions = 8;

    public static async Task<IReadOnlyList<string>> FaultsAsync(string database, SceneDraft draft, int seed)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var scenes = Enumerable.Range(0, Completions).Select(i => Completion.Of(draft.ToString(), 1000 * seed + i, today)).ToList();
        var outcome = await Outcome.OfAsync(database, draft);
        var zones = outcome.Zones.Select(z => z["properties"]!.AsObject()).ToList();
        var faults = new List<string>();
        foreach (var truth in OpenZone.Of(scenes))
        {
            if (zones.Find(z => Comparison.Name(z, "code") == truth.Name) is not { } zone)
                faults.Add($"{truth.Name}: is missing");
            else
                Zone(zone, truth, [.. outcome.Gaps.Where(g => Comparison.Name(g["properties"]!.AsObject(), "zone") == truth.Name)], Plane.Of(scenes[0].Srid), faults);
        }
        Comparison.Totals(outcome, zones, faults);
        return [.. faults.Select(f => $"{draft.Region} {f}")];
    }

    private static void Zone(JsonObject zone, OpenZone truth, List<JsonObject> gaps, Plane plane, List<string> faults)
    {
        Comparison.Areas(zone, truth.Name, truth.Area, faults);
        var (certain, possible) = ((double?)zone["ratio"] ?? 0, (double?)zone["ratio_possible"] ?? 0);
        if (certain > (truth.Smallest ?? 0) + RatioTolerance)
            faults.Add($"{truth.Name}: {Comparison.Say(certain)} certain, yet it may be {Comparison.Say(truth.Smallest)} of {Comparison.Say(truth.Area)} m²");
        if (possible < (truth.Largest ?? 0) - RatioTolerance)
            faults.Add($"{truth.Name}: {Comparison.Say(possible)} possible, yet it may be {Comparison.Say(truth.Largest)} of {Comparison.Say(truth.Area)} m²");
        var asked = truth.Ground.Asks.Ratio;
        if ((bool?)zone["compliant"] is { } verdict && verdict != (asked >= 1 ? gaps.Count == 0 : certain >= asked))
            faults.Add($"{truth.Name}: compliant {verdict} with {Comparison.Say(certain)} of {Comparison.Say(asked)} and {gaps.Count} gaps");
        faults.AddRange(Gaps(gaps, truth, plane, (double?)zone["unseen_m2"] + (double?)zone["unproven_m2"] ?? 0));
    }

    private static IEnumerable<string> Gaps(List<JsonObject> features, OpenZone truth, Plane plane, double unseen)
    {
        var gaps = GapCheck.Drawn(features, plane);
        foreach (var fault in GapCheck.Shapes(gaps, truth.Name, unseen))
            yield return fault;
        foreach (var (gap, feature) in gaps.Zip(features))
        {
            var certainty = (string)feature["properties"]!["certainty"]!;
            if (truth.Sights.Select(s => GapCheck.Intruder(gap.Ground, s, certainty == "certain")).FirstOrDefault(s => s is not null) is { } spot)
                yield return $"{truth.Name}: {(certainty == "certain" ? "a certain" : "an unproven")} gap of {Comparison.Say(gap.Told)} m² holds {spot}";
        }
        if (truth.Sights.Select(s => Forgotten([.. gaps.Select(g => g.Ground)], s)).FirstOrDefault(s => s is not null) is { } missing)
            yield return $"{truth.Name}: no gap at {missing}, which may be unseen";
    }

    /// <summary>A point plainly unseen in one completion, where no gap is near.</summary>
    private static string? Forgotten(Area[] gaps, ZoneSight sight) => sight.Ground.Points(4000, out _)
        .Where(p => GapCheck.IsUnseen(sight, p.X, p.Y) && !Array.Exists(gaps, g => g.Contains(p.X, p.Y)))
        .Where(p => Around(p.X, p.Y).All(q => GapCheck.IsUnseen(sight, q.X, q.Y)) && !Around(p.X, p.Y).Any(q => Array.Exists(gaps, g => g.Contains(q.X, q.Y))))
        .Select(p => FormattableString.Invariant($"({p.X:0.000}, {p.Y:0.000})")).FirstOrDefault();

    private static IEnumerable<(double X, double Y)> Around(double x, double y) => Enumerable.Range(0, 96)
        .Select(i => (Way: Math.SinCos((i + 0.5 * (i / 24 % 2)) * Math.Tau / 24), Far: Plainly * (1 + i / 24) / 4))
        .Select(d => (x + d.Far * d.Way.Sin, y + d.Far * d.Way.Cos));
}
