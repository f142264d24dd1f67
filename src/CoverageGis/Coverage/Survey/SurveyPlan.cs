using CoverageGis.Coverage.Probes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace CoverageGis.Coverage.Survey;

/// <summary>Unproven ground that a camera may see, if its record were complete.</summary>
internal sealed record Doubt(NearCamera Camera, Geometry Ground);

/// <summary>A record to complete.</summary>
/// <param name="Fields">That are missing or intervals; occluder_height when the record is complete and what stands around is not.</param>
/// <param name="UnprovenM2">Unproven ground that it may see.</param>
/// <param name="AddsM2">What of that the visits before it do not settle.</param>
/// <param name="CumulativeShare">Of all the unproven ground, 0..1, that this and the visits before it would settle.</param>
internal sealed record SurveyVisit(
    string Camera, string Name, IReadOnlyList<string> Fields, double UnprovenM2, double AddsM2, double CumulativeShare);

/// <summary>Greedy: each next visit is the one that settles most of what is left.</summary>
internal static class SurveyPlan
{
    /// <summary>Less is not worth a way, m².</summary>
    private const double Least = 0.5;

    public static double UnprovenArea(IReadOnlyList<Doubt> doubts) =>
        doubts.Count == 0 ? 0 : UnaryUnionOp.Union(doubts.Select(d => d.Ground)).Area;

    public static List<SurveyVisit> Of(IReadOnlyList<Doubt> doubts, int most)
    {
        var (total, settled) = (UnprovenArea(doubts), 0.0);
        var visits = new List<SurveyVisit>();
        var left = doubts.Select(d => (Doubt: d, Open: d.Ground)).ToList();
        while (visits.Count < most && left.Count > 0)
        {
            var next = left.MaxBy(l => (l.Open.Area, l.Doubt.Ground.Area));
            if (next.Open.Area < Least)
                break;
            settled += next.Open.Area;
            visits.Add(Visit(next.Doubt, next.Open.Area, Math.Min(1, settled / total)));
            left = [.. left.Where(l => l.Doubt != next.Doubt).Select(l => (l.Doubt, Without(l.Open, next.Open)))];
        }
        return visits;
    }

    private static SurveyVisit Visit(Doubt doubt, double adds, double share)
    {
        var fields = NearCamera.Guessed(doubt.Camera.Record);
        return new SurveyVisit(doubt.Camera.Record.Code, doubt.Camera.Name, fields.Count > 0 ? fields : ["occluder_height"],
            doubt.Ground.Area, adds, share);
    }

    private static Geometry Without(Geometry ground, Geometry settled) =>
        ground.EnvelopeInternal.Intersects(settled.EnvelopeInternal)
            ? OverlayNGRobust.Overlay(ground, settled, SpatialFunction.Difference) : ground;
}
