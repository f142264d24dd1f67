using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Probing;

/// <summary>How an exact camera stands towards one ground point: whether it sees it, and what fails by how much.</summary>
/// <param name="Distance">From where the camera really stands, horizontal, m.</param>
/// <param name="Slant">From the lens to the target's lower end, m.</param>
/// <param name="Ppm">Pixel density at the target's lower end, px/m.</param>
/// <param name="BearingOffset">Of the point off the optical axis, degrees in (-180, 180], clockwise positive.</param>
/// <param name="Depression">Of the target's lower end below the horizontal at the lens, degrees.</param>
/// <param name="Misses">In the order of <see cref="Condition"/>; none = seen.</param>
/// <param name="Blocks">What stands in the way, nearest to the camera first.</param>
public sealed record Probe(
    double Distance, double Slant, double Ppm, double BearingOffset, double Depression,
    IReadOnlyList<Miss> Misses, IReadOnlyList<Block> Blocks)
{
    /// <summary>The same answer as whether <see cref="CameraView.Of"/> holds the point, away from its border.</summary>
    public bool IsSeen => Misses.Count == 0;

    /// <summary>One point; for several of one camera a <see cref="Prober"/> is cheaper. Parameters as of <see cref="CameraView.Of"/>.</summary>
    /// <param name="x">East in the plane, m.</param>
    /// <param name="y">North in the plane, m.</param>
    public static Probe Of(
        Pose pose, Lens lens, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, double x, double y) =>
        new Prober(pose, lens, purpose, occluders, enclosure).At(x, y);
}
