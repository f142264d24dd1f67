using CoverageGis.Kernel;

namespace CoverageGis.Views;

/// <summary>One optical head as the kernel takes it.</summary>
public readonly record struct Head(Pose Pose, Lens Lens);

/// <summary>How a record is taken: its heads at mid-values, and whether that is a guess.</summary>
/// <param name="All">One a recorded azimuth; none when the direction is unknown.</param>
/// <param name="Estimated">
/// A value that matters is missing or an interval: the views prove nothing. Values that have no bearing on the view
/// (the tilt of a plain sector, all angles of a fisheye but its own) need not be known.
/// </param>
public sealed record Heads(IReadOnlyList<Head> All, bool Estimated)
{
    /// <summary>From this field of view on a lens is no pinhole: a plain sector (domain rule).</summary>
    private const double WideAngle = 150;

    public static Heads Of(CameraRecord camera)
    {
        var fisheye = camera.Type == "fisheye";
        var allRound = fisheye || (camera.HfovKnown && camera.Hfov is { IsExact: true, Min: 360 });
        var azimuths = allRound ? camera.Azimuths ?? [0] : camera.Azimuths ?? [];
        return new Heads([.. azimuths.Select(a => At(camera, a, fisheye))], !IsExact(camera, fisheye, allRound));
    }

    private static Head At(CameraRecord camera, double azimuth, bool fisheye) => new(
        new Pose(camera.X, camera.Y, camera.Height.Mid, azimuth + camera.North, camera.Tilt.Mid,
            camera.OnWall && !camera.Indoor),
        new Lens(camera.Hfov.Mid, camera.Vfov.Mid, camera.Pixels.Mid, camera.Range?.Mid, fisheye));

    private static bool IsExact(CameraRecord camera, bool fisheye, bool allRound)
    {
        var sector = fisheye || IsPlainSector(camera);
        return camera.PositionTolerance == 0
            && (allRound || (camera.Azimuths is not null && camera.AzimuthTolerance == 0))
            && Exact(camera.Hfov, camera.HfovKnown) && Exact(camera.Height, camera.HeightKnown)
            && Exact(camera.Pixels, camera.PixelsKnown) && camera.Range is not { IsExact: false }
            && (sector || (Exact(camera.Vfov, camera.VfovKnown) && Exact(camera.Tilt, camera.TiltKnown)));
    }

    private static bool IsPlainSector(CameraRecord camera) =>
        (camera.VfovKnown && camera.Vfov is { IsExact: true, Min: 180 })
        || (camera.HfovKnown && camera.Hfov is { IsExact: true, Min: >= WideAngle });

    private static bool Exact(Interval value, bool known) => known && value.IsExact;
}
