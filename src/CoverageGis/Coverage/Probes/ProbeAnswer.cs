using System.Text.Json;

namespace CoverageGis.Coverage.Probes;

/// <summary>Who could see a point and what each lacks; lengths in m, angles in degrees, densities in px/m.</summary>
/// <param name="Ground">What is there: state, zones, sites, gaps, excluded areas, occluders.</param>
/// <param name="Limited">Only the nearest of many cameras in reach are told.</param>
internal sealed record ProbeAnswer(
    double Lon, double Lat, string Purpose, double MinPpm, double ZMin, double ZMax, double? MaxTilt,
    JsonElement Ground, IReadOnlyList<ProbedCamera> Cameras, bool Limited);

/// <summary>One camera and the point. What needs a direction is null when the record has none.</summary>
/// <param name="Region">Where the camera stands.</param>
/// <param name="Lon">Of its lens, which of a wall camera is just outside the wall; null = not known here.</param>
/// <param name="Counts">A working camera that is no checkpoint or face capture.</param>
/// <param name="Certainty">By day, by the stored views: certain, nominal, possible; null = not in any view.</param>
/// <param name="CertaintyNight">By night.</param>
/// <param name="Bearing">From the camera to the point, from true north.</param>
/// <param name="BearingOffset">Off the optical axis, clockwise positive.</param>
/// <param name="Depression">Of the target's lower end below the horizontal.</param>
/// <param name="Guessed">Fields that the record leaves open; what is told is at the middle of what they may be.</param>
internal sealed record ProbedCamera(
    string Code, string Region, string Name, double? Lon, double? Lat, string Status, bool Counts, string? Certainty, string? CertaintyNight,
    double? DistanceM, double? SlantM, double? Ppm, double? Bearing, double? BearingOffset, double? Depression,
    bool Estimated, IReadOnlyList<string> Guessed, IReadOnlyList<ProbedMiss> Misses, IReadOnlyList<ProbedBlock> Blocking);

/// <summary>A condition that fails. Without numbers where there is nothing to measure.</summary>
internal sealed record ProbedMiss(string Code, double? Has, double? Needs, double? By, string? Unit);

/// <summary>What stands in the way, nearest to the camera first.</summary>
/// <param name="Lon">Where the sight first meets it.</param>
/// <param name="Height">Of its top as taken.</param>
/// <param name="SightHeightM">Of the lowest sight line over it.</param>
/// <param name="LensHeightM">From which the sight would pass over it; null = none would do.</param>
internal sealed record ProbedBlock(
    string Code, string Use, double Lon, double Lat, double Height, double Base, double Bearing, double DistanceM, double SightHeightM, double? LensHeightM);
