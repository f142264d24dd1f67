using System.Text.Json.Serialization;

namespace CoverageGis.Coverage;

/// <summary>
/// What an analysis found: the object that `analyze --json` prints. Areas in m²; area = certainly seen + unproven + unseen.
/// </summary>
/// <param name="Cameras">All that were not taken down, with or without a view.</param>
/// <param name="Compliant">Sites whose every zone with a requirement complies.</param>
public sealed record AnalysisSummary(
    [property: JsonPropertyName("region")] string Region,
    [property: JsonPropertyName("cameras")] int Cameras,
    [property: JsonPropertyName("views")] int Views,
    [property: JsonPropertyName("sites")] int Sites,
    [property: JsonPropertyName("zones")] int Zones,
    [property: JsonPropertyName("compliant")] int Compliant,
    [property: JsonPropertyName("area_m2")] double AreaM2,
    [property: JsonPropertyName("unseen_m2")] double UnseenM2,
    [property: JsonPropertyName("unproven_m2")] double UnprovenM2,
    [property: JsonPropertyName("gaps")] int Gaps,
    [property: JsonPropertyName("elapsed_ms")] long ElapsedMs);

/// <summary>How one category of sites stands. Areas in m².</summary>
/// <param name="Required">Sites that require anything.</param>
public sealed record CategoryStanding(
    string Category, int Sites, int Required, int Compliant, double AreaM2, double UnseenM2, double UnprovenM2, int Gaps);

/// <summary>How far an analysis has come: what it is doing, and the share done of that, 0..1.</summary>
public readonly record struct AnalysisProgress(string Doing, double Share);
