namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// Ground inside the field of view and the reach of a lens, before obstruction, in the camera's <see cref="Frame"/>:
/// a ring between two circles, within a sector or within the convex ground of a pinhole frustum.
/// </summary>
/// <param name="Reaches">The two circles.</param>
/// <param name="HalfAngle">Half the sector's angle, radians; π where a frustum bounds the sight instead.</param>
/// <param name="Frustum">Counter-clockwise, cut off beyond the outer circle; null for a plain sector.</param>
internal sealed record Footprint(Reaches Reaches, double HalfAngle, IReadOnlyList<(double X, double Y)>? Frustum)
{
    /// <summary>Replaces sector and frustum where many cameras share a footprint; Reaches.Outer is its farthest point.</summary>
    public Profile? Profile { get; init; }

    /// <summary>The frustum is cut off by a square this many outer radii from the camera, outside the tangents of any arc.</summary>
    private const double CutOff = 1.5;

    public bool IsEmpty => Reaches.IsEmpty || Frustum is { Count: < 3 };

    public static Footprint Of(double height, double tilt, Lens lens, Purpose purpose)
    {
        var reaches = Reaches.Of(height, lens, purpose);
        if (lens.Fisheye)
        {
            return new Footprint(reaches, Math.PI, null);
        }
        if (lens.Vfov >= 180 || lens.Hfov >= Reaches.WideHfov)
        {
            return new Footprint(reaches, Math.Min(lens.Hfov, 360) * Math.PI / 360, null);
        }
        var ground = reaches.IsEmpty ? [] : Footprints.Frustum.Ground(height, tilt, lens, purpose, CutOff * reaches.Outer);
        return new Footprint(reaches, Math.PI, ground);
    }
}
