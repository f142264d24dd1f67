namespace CoverageGis.Kernel;

/// <summary>
/// All exact cameras that a record allows: every value may lie anywhere in its interval, independently of the others.
/// Angles in degrees, lengths in m, as in <see cref="Kernel.Pose"/> and <see cref="Kernel.Lens"/>.
/// </summary>
/// <param name="X">Recorded place, east in the metric plane.</param>
/// <param name="Y">North in the metric plane.</param>
/// <param name="PositionTolerance">Radius of the disc round the recorded place in which the camera stands.</param>
/// <param name="GridAzimuth">Clockwise from the plane's +y axis.</param>
/// <param name="AzimuthTolerance">To either side; 180 = unknown.</param>
/// <param name="Tilt">Of the optical axis below the horizontal, in [-90, 90].</param>
/// <param name="Range">Cap on the horizontal distance; null = none.</param>
/// <param name="OnWall">Every camera of these is moved to its host's wall as an exact one is.</param>
public sealed record CameraBounds(
    double X,
    double Y,
    double PositionTolerance,
    double GridAzimuth,
    double AzimuthTolerance,
    Interval Height,
    Interval Tilt,
    Interval Hfov,
    Interval Vfov,
    Interval Pixels,
    Interval? Range = null,
    bool Fisheye = false,
    bool OnWall = false)
{
    public static CameraBounds Of(Pose pose, Lens lens) => new(
        pose.X, pose.Y, 0, pose.GridAzimuth, 0, Interval.Exactly(pose.Height), Interval.Exactly(pose.Tilt),
        Interval.Exactly(lens.Hfov), Interval.Exactly(lens.Vfov), Interval.Exactly(lens.Pixels),
        lens.Range is { } range ? Interval.Exactly(range) : null, lens.Fisheye, pose.OnWall);

    /// <summary>All cameras that it allows see the same: what has no bearing on the view may be an interval.</summary>
    public bool IsExact =>
        PositionTolerance == 0 && Height.IsExact && Pixels.IsExact && Hfov.IsExact && Range is not { IsExact: false }
        && (Fisheye || ((AzimuthTolerance == 0 || IsAllRound) && (IsPlainSector || (Vfov.IsExact && Tilt.IsExact))));

    /// <summary>The camera at mid-values: an estimate that proves nothing.</summary>
    public Pose MiddlePose => new(X, Y, Height.Mid, GridAzimuth, Tilt.Mid, OnWall);

    public Lens MiddleLens => new(Hfov.Mid, Vfov.Mid, Pixels.Mid, Range?.Mid, Fisheye);

    private bool IsPlainSector => Vfov.Min >= 180 || Hfov.Min >= Footprints.Reaches.WideHfov;

    private bool IsAllRound => IsPlainSector && Hfov.Min >= 360;

    internal bool MayBePinhole => !Fisheye && Vfov.Min < 180 && Hfov.Min < Footprints.Reaches.WideHfov;

    internal bool MayBePlain => !Fisheye && (Vfov.Max >= 180 || Hfov.Max >= Footprints.Reaches.WideHfov);

    /// <summary>Half the horizontal angles that a pinhole of these may have, radians.</summary>
    internal Interval PinholeHalf => Halved(Hfov.Min, Math.Min(Hfov.Max, Footprints.Reaches.WideHfov));

    /// <summary>Half the horizontal angles that a plain sector of these may have, radians.</summary>
    internal Interval PlainHalf => Halved(
        Vfov.Max >= 180 ? Hfov.Min : Math.Max(Hfov.Min, Footprints.Reaches.WideHfov), Math.Min(Hfov.Max, 360));

    private static Interval Halved(double min, double max) => new(min * Math.PI / 360, max * Math.PI / 360);
}
