using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>A product: what kind of camera, how wide, how fine.</summary>
internal sealed record Optics(string Type, double Hfov, double Vfov, double Pixels, string Model)
{
    public static readonly Optics Wide = new("bullet", 88, 54, 3840, "WK-B888");
    public static readonly Optics Normal = new("bullet", 60, 36, 3840, "WK-B860");
    public static readonly Optics Long = new("bullet", 38, 22, 3840, "WK-B838");
    public static readonly Optics Plain = new("bullet", 70, 42, 2560, "LY-70P");
    public static readonly Optics Dome = new("half_dome", 96, 56, 3840, "LY-D96");
    public static readonly Optics Ptz = new("dome_ptz", 58, 34, 2560, "WK-P58Z");
    public static readonly Optics PtzBullet = new("ptz_bullet", 54, 32, 3840, "WK-Q54");
    public static readonly Optics Checkpoint = new("checkpoint", 30, 18, 4096, "HX-K30");
    public static readonly Optics Face = new("checkpoint", 42, 24, 3840, "HX-F42");
    public static readonly Optics Fisheye = new("fisheye", 180, 180, 3000, "LY-F180");
    public static readonly Optics Old = new("other", 64, 46, 1280, "TY-V2");

    public bool IsFisheye => Type == "fisheye";
}

/// <summary>A camera as it is put up, in the plane of the plan.</summary>
/// <param name="Azimuth">Grid azimuth, degrees.</param>
internal sealed record Eye(Coordinate At, double Azimuth, double Height, double Tilt, Optics Optics, string Mount = "pole", bool Indoor = false);
