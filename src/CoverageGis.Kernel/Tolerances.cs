namespace CoverageGis.Kernel;

/// <summary>Every tolerance of the kernel, with its reason. Metres and radians.</summary>
public static class Tolerances
{
    /// <summary>Largest distance between an arc and its chord or tangent, m: the bound that the definition of a view sets.</summary>
    public const double ArcError = 0.02;

    /// <summary>Distance between a wall camera and the wall that it is fixed to, m: set by the definition.</summary>
    public const double WallOffset = 0.1;

    /// <summary>How far a wall camera may be recorded from its host, m: set by the definition.</summary>
    public const double HostDistance = 3;

    /// <summary>
    /// A camera nearer than this to an outline stands on it, m. Ten times what <see cref="SameBearing"/>
    /// moves a vertex at 100 m, so that an edge cannot flip to the other side of the camera.
    /// </summary>
    internal const double OnOutline = 1e-5;

    /// <summary>
    /// Bearings nearer than this are one, rad: an edge that points at the camera has no width.
    /// Moves a vertex at 100 m by 1 µm, and leaves half the digits of a double to what lies between.
    /// </summary>
    internal const double SameBearing = 1e-8;

    /// <summary>
    /// Radii on one bearing nearer than this are one, m: far above the rounding of coordinates
    /// of 3.5e6 m (5e-10), far below anything that is surveyed.
    /// </summary>
    internal const double SameRadius = 1e-7;

    /// <summary>A vertex nearer than this to the line through its neighbours says nothing, m: some roundings of coordinates of 3.5e6 m.</summary>
    internal const double Collinear = 1e-8;

    /// <summary>A ring whose mean width is below this is rounding, m.</summary>
    internal const double RingWidth = 1e-6;

    /// <summary>Features smaller than this could be damaged by rounding, m: such a view is checked in full before it is returned.</summary>
    internal const double Delicate = 1e-5;

    /// <summary>An edge that runs this many metres outward per metre sideways is as good as radial: such a view is checked in full.</summary>
    internal const double Steep = 1e4;

    /// <summary>Relative difference allowed between the area swept and the area of the rings made of it: far above rounding, far below a lost ring.</summary>
    internal const double AreaAgreement = 1e-6;
}
