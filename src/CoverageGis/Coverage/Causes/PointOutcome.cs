namespace CoverageGis.Coverage.Causes;

/// <summary>Why a point is not seen, the cheapest to mend first.</summary>
internal enum Cause
{
    Dark, Unproven, Broken, Blocked, TooSteep, TooFar, None,
}

/// <summary>The work that follows, the cheapest first.</summary>
internal enum WorkKind
{
    Light, Survey, Repair, ReAim, Raise, Clear, Install,
}

/// <summary>The cheapest explanation of one unseen point.</summary>
/// <param name="Camera">Code of the camera that it is about; null = none in reach.</param>
/// <param name="Occluder">Code of what stands in the way.</param>
internal sealed record PointOutcome(Cause Cause, WorkKind Action, string? Camera = null, string? Occluder = null);

internal static class CauseNames
{
    public static string Name(this Cause cause) => cause switch
    {
        Cause.Dark => "dark",
        Cause.Unproven => "unproven",
        Cause.Broken => "broken",
        Cause.Blocked => "blocked",
        Cause.TooSteep => "too_steep",
        Cause.TooFar => "too_far",
        _ => "none",
    };

    public static string Name(this WorkKind action) => action switch
    {
        WorkKind.Light => "light",
        WorkKind.Survey => "survey",
        WorkKind.Repair => "repair",
        WorkKind.ReAim => "re-aim",
        WorkKind.Raise => "raise",
        WorkKind.Clear => "clear",
        _ => "install",
    };
}
