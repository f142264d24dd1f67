namespace CoverageGis.Kernel.Probing;

/// <summary>What must hold for a ground point to be seen.</summary>
public enum Condition
{
    /// <summary>The camera stands inside an occluder and sees nothing. No values.</summary>
    CameraInside,

    /// <summary>Bearing off the axis and the largest one that the lens takes in at this distance, degrees.</summary>
    HorizontalField,

    /// <summary>Below the picture: depression of the target along the axis and the largest in the picture, degrees.</summary>
    NearEdge,

    /// <summary>Above the picture: depression of the target along the axis and the smallest in the picture, degrees.</summary>
    FarEdge,

    /// <summary>Pixel density at the target's lower end and the density required, px/m.</summary>
    Density,

    /// <summary>Horizontal distance and range, m.</summary>
    Range,

    /// <summary>Depression of the target's lower end and the steepest allowed, degrees.</summary>
    MaxTilt,

    /// <summary>An indoor camera, and a point whose sight line leaves the building. No values.</summary>
    OutsideRoom,

    /// <summary>The point is inside an occluder: there is no ground to see. No values.</summary>
    InsideOccluder,

    /// <summary>Lowest sight line over what blocks it and the top of that, m; the one that it misses by most.</summary>
    Blocked,
}

/// <summary>Conditions of the picture that fail, as a set.</summary>
[Flags]
public enum Failing
{
    Nothing = 0,
    CameraInside = 1,
    HorizontalField = 2,
    NearEdge = 4,
    FarEdge = 8,
    Density = 16,
    Range = 32,
    MaxTilt = 64,
}

/// <summary>A condition that does not hold, and by how much; units are those of the <see cref="Condition"/>.</summary>
public readonly record struct Miss(Condition Condition, double Has, double Needs)
{
    public double By => Math.Abs(Has - Needs);
}

/// <summary>An occluder in the way to a point.</summary>
/// <param name="Occluder">Index in the occluders that were given.</param>
/// <param name="Distance">From the camera to where the sight is first blocked, horizontal, m.</param>
/// <param name="SightHeight">Lowest sight line over the blocked stretch, m above ground.</param>
/// <param name="Top">Of the occluder, m above ground.</param>
/// <param name="LensHeight">From this height of the lens on, sight to the target's lower end passes over it, m; infinite where none would do.</param>
public readonly record struct Block(int Occluder, double Distance, double SightHeight, double Top, double LensHeight);
