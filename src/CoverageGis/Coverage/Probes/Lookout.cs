using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;

namespace CoverageGis.Coverage.Probes;

/// <summary>
/// A camera among what stands around it, ready to be asked why it does not see a point for a purpose. An estimated one
/// is taken at the middle of what its record allows; of an exact one the occluders are as high as they may be, since only
/// what is seen past those is certain.
/// </summary>
internal sealed class Lookout
{
    private Lookout(NearCamera camera, Field field, KnownOccluder? building, IReadOnlyList<Prober> heads) =>
        (Camera, Around, Building, Heads) = (camera, field.Known, building?.Body.Id, heads);

    public NearCamera Camera { get; }

    /// <summary>occluder.id of what an indoor camera looks round in.</summary>
    public long? Building { get; }

    /// <summary>One a head; none when the direction is unknown, or an indoor camera has no building.</summary>
    public IReadOnlyList<Prober> Heads { get; }

    /// <summary>What <see cref="Block.Occluder"/> counts in.</summary>
    public IReadOnlyList<KnownOccluder> Around { get; }

    public static Lookout Of(NearCamera camera, Purpose purpose, Field field)
    {
        var obstacles = camera.Heads.Estimated ? field.Middle : field.Highest;
        if (!camera.Record.Indoor)
            return new Lookout(camera, field, null, [.. camera.Heads.Directed.Select(h => new Prober(h.MiddlePose, h.MiddleLens, purpose, obstacles, null))]);
        if (field.BuildingRound(camera.Record) is not { } own)
            return new Lookout(camera, field, null, []);
        var building = field.Known[own];
        return new Lookout(camera, field, building,
            [.. camera.Heads.Directed.Select(h => new Prober(h.MiddlePose, h.MiddleLens, purpose, obstacles, building.Body.Footprint, own))]);
    }

    /// <summary>
    /// How far away the camera's place is thought of for a purpose, m: where a quarter of its density would still be
    /// there, and at most four times its range.
    /// </summary>
    public static double RelaxedReach(Lens lens, Purpose purpose)
    {
        var hfov = lens.Hfov * Math.PI / 180;
        var density = purpose.MinPpm / Relaxed;
        var reach = lens.Fisheye || lens.Hfov >= 150 ? lens.Pixels / (hfov * density) : lens.Pixels / (2 * density * Math.Tan(hfov / 2));
        return Math.Min(reach, Relaxed * lens.Range ?? reach);
    }

    public const double Relaxed = 4;
}
