namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// A footprint by bearing: between two neighbouring bearings it lies between the straight line that joins their near
/// points and the one that joins their far points; where the near radius is 0 it begins at the camera.
/// </summary>
/// <param name="Bearings">Ascending, counter-clockwise from straight ahead, within [-π, π], radians; less than half a turn apart.</param>
/// <param name="Strips">One fewer than bearings.</param>
internal sealed record Profile(IReadOnlyList<double> Bearings, IReadOnlyList<ProfileStrip> Strips);

/// <summary>Radii at the lower and at the higher bearing of a strip, m.</summary>
internal readonly record struct ProfileStrip(double NearFrom, double NearTo, double FarFrom, double FarTo)
{
    public static readonly ProfileStrip Nothing = default;

    public bool IsEmpty => !(FarFrom > 0 && FarTo > 0);

    public bool BeginsAtCamera => !(NearFrom > Tolerances.SameRadius && NearTo > Tolerances.SameRadius);
}
