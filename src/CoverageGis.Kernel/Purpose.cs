namespace CoverageGis.Kernel;

/// <summary>What one must be able to see.</summary>
/// <param name="Name">For example observe-person.</param>
/// <param name="MinPpm">Least pixel density at the target, pixels per metre, above 0 (IEC 62676-4).</param>
/// <param name="ZMin">Lower end of the target's height band above ground, m.</param>
/// <param name="ZMax">Upper end of that band, m, at least <paramref name="ZMin"/>.</param>
/// <param name="MaxTilt">Steepest depression angle from the lens to the target's lower end, degrees; null = no limit.</param>
public sealed record Purpose(string Name, double MinPpm, double ZMin, double ZMax, double? MaxTilt = null);
