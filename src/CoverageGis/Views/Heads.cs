using CoverageGis.Kernel;

namespace CoverageGis.Views;

/// <summary>How a record is taken: what the kernel may assume of each of its heads, and whether values are missing.</summary>
/// <param name="All">One a recorded azimuth; when the direction is unknown one that may point anywhere.</param>
/// <param name="IsDirected">The direction is recorded, or has no bearing on the view.</param>
/// <param name="Estimated">
/// A value that matters is missing or an interval. Values that have no bearing on the view (the tilt of a plain sector,
/// all angles of a fisheye but its own) need not be known.
/// </param>
public sealed record Heads(IReadOnlyList<CameraBounds> All, bool IsDirected, bool Estimated)
{
    /// <summary>From this field of view on a lens is no pinhole: a plain sector (domain rule).</summary>
    private const double WideAngle = 150;

    /// <summary>None when the direction is unknown.</summary>
    public IReadOnlyList<CameraBounds> Directed => IsDirected ? All : [];

    /// <summary>All that the record allows sees the same.</summary>
    public bool AreExact => IsDirected && All.All(h => h.IsExact);

    public static Heads Of(CameraRecord camera)
    {
        var fisheye = camera.Type == "fisheye";
        var allRound = fisheye || (camera.HfovKnown && camera.Hfov is { IsExact: true, Min: 360 });
        var isDirected = allRound || camera.Azimuths is { Length: > 0 };
        var tolerance = isDirected ? camera.AzimuthTolerance : 180;
        var azimuths = camera.Azimuths is { Length: > 0 } known ? known : [0];
        return new Heads([.. azimuths.Select(a => At(camera, a, tolerance, fisheye))], isDirected, !IsExact(camera, fisheye, allRound));
    }

    /// <summary>The same cameras seeing no farther than their own light reaches, m.</summary>
    public Heads Within(Interval light) => this with
    {
        All = [.. All.Select(h => h with
        {
            Range = h.Range is { } range ? new(Math.Min(range.Min, light.Min), Math.Min(range.Max, light.Max)) : light,
        })],
    };

    private static CameraBounds At(CameraRecord camera, double azimuth, double tolerance, bool fisheye) => new(
        camera.X, camera.Y, camera.PositionTolerance, azimuth + camera.North, tolerance, camera.Height, camera.Tilt,
        camera.Hfov, camera.Vfov, camera.Pixels, camera.Range, fisheye, camera.OnWall && !camera.Indoor);

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
