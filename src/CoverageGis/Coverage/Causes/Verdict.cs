using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoverageGis.Coverage.Causes;

/// <summary>What one cause explains of a gap.</summary>
/// <param name="Share">Of the gap's points, 0..1.</param>
/// <param name="Camera">That it is about most often.</param>
/// <param name="Occluder">In the way of that camera most often.</param>
internal sealed record CauseShare(
    [property: JsonPropertyName("cause")] string Cause,
    [property: JsonPropertyName("share")] double Share,
    [property: JsonPropertyName("occluder"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Occluder,
    [property: JsonPropertyName("camera"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Camera);

/// <summary>Why a gap is one, and what follows: decided from its points alone.</summary>
/// <param name="Causes">Shares that sum to 1, most first; of equal ones the cheapest to mend first.</param>
/// <param name="Action">The work that most points of the first cause ask for.</param>
internal sealed record Verdict(IReadOnlyList<CauseShare> Causes, string Action)
{
    public string Cause => Causes[0].Cause;

    public string Json => JsonSerializer.Serialize(Causes);

    /// <param name="points">At least one.</param>
    public static Verdict Of(IReadOnlyList<PointOutcome> points)
    {
        var groups = points.GroupBy(p => p.Cause).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        return new Verdict(
            [.. groups.Select(g => Share(g, points.Count))],
            groups[0].GroupBy(p => p.Action).OrderByDescending(a => a.Count()).ThenBy(a => a.Key).First().Key.Name());
    }

    private static CauseShare Share(IGrouping<Cause, PointOutcome> group, int total)
    {
        var about = MostFrequent(group, p => p.Camera is null ? null : (p.Camera, p.Occluder ?? ""));
        return new CauseShare(group.Key.Name(), (double)group.Count() / total, about?.Item2 is { Length: > 0 } code ? code : null, about?.Item1);
    }

    private static (string, string)? MostFrequent(IEnumerable<PointOutcome> points, Func<PointOutcome, (string, string)?> of) => points
        .Select(of).Where(about => about is not null)
        .GroupBy(about => about).OrderByDescending(g => g.Count()).ThenBy(g => g.Key!.Value.Item1, StringComparer.Ordinal)
        .ThenBy(g => g.Key!.Value.Item2, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
