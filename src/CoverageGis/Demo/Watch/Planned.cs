using CoverageGis.Demo.Land;

namespace CoverageGis.Demo.Watch;

/// <summary>What is wrong with a camera or with its record, as archives really have it.</summary>
internal enum Flaw
{
    None,

    /// <summary>The form knows only one of eight directions.</summary>
    EightDirections,
    NoOptics,
    NoAzimuth,
    NoMounting,
    Repair,
    Removed,

    /// <summary>The point was taken at the desk, in the middle of the nearest house.</summary>
    InsideHouse,
    AtWall,
    ShortLens,
    TooSteep,

    /// <summary>Entered in another datum: some 540 m off.</summary>
    Displaced,

    /// <summary>Known to a few metres only.</summary>
    Vague,
}

/// <param name="For">The place or street that it watches.</param>
/// <param name="Class">1, 2, 3, 4 or 9 of the archive.</param>
/// <param name="Function">Code of the archive: 1 vehicle checkpoint, 2 person checkpoint, 3, 4 feature camera, 5 general, 6 lookout.</param>
/// <param name="PlaceCode">位置类型 of the archive.</param>
/// <param name="Industry">Two digits of the device code.</param>
internal sealed record Planned(Eye Eye, Name For, int Class, string Function, int PlaceCode, string Industry, Flaw Flaw = Flaw.None);
