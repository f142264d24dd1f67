using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;
using CoverageGis.Views;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Probes;

/// <summary>
/// A camera among what stands around it, ready to be asked why it does not see a point for a purpose. An estimated one
/// is taken at the middle of what its record allows; of an exact one the occluders are as high as they may be, since only
/// what is seen past those is certain.
/// </summary>
internal sealed class Lookout
{
    private const int HostMargin = 4;

    private Lookout(NearCamera camera, RecordedOccluder? building, IReadOnlyList<Prober> heads, IReadOnlyList<KnownOccluder> around) =>
        (Camera, Building, Heads, Around) = (camera, building, heads, around);

    public NearCamera Camera { get; }

    /// <summary>That an indoor camera looks round in.</summary>
    public RecordedOccluder? Building { get; }

    /// <summary>One a head; none when the direction is unknown, or an indoor camera has no building.</summary>
    public IReadOnlyList<Prober> Heads { get; }

    /// <summary>What <see cref="Block.Occluder"/> counts in.</summary>
    public IReadOnlyList<KnownOccluder> Around { get; }

    /// <param name="ground">Where the points lie that will be asked about.</param>
    public static Lookout Of(NearCamera camera, Purpose purpose, IReadOnlyList<KnownOccluder> known, Envelope ground)
    {
        var record = camera.Record;
        var between = new Envelope(ground);
        between.ExpandToInclude(record.X, record.Y);
        between.ExpandBy(HostMargin);
        var near = known.Where(o => between.Intersects(o.Body.Box)).ToList();
        var building = record.Indoor ? BuildingRound(record, near) : null;
        if (building is not null)
            near.RemoveAll(o => o.Body == building);
        var occluders = near.Select(o => camera.Heads.Estimated ? o.Body.Middle : o.Body.Highest).ToList();
        var isLost = record.Indoor && building is null;
        return new Lookout(camera, building,
            isLost ? [] : [.. camera.Heads.All.Select(h => new Prober(h.Pose, h.Lens, purpose, occluders, building?.Footprint))], near);
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

    private static RecordedOccluder? BuildingRound(CameraRecord camera, IReadOnlyList<KnownOccluder> near)
    {
        var place = new Point(camera.X, camera.Y);
        return near.Select(o => o.Body)
            .Where(o => o.Building && o.Base < camera.Height.Mid && o.Footprint.Contains(place)).MaxBy(o => o.Footprint.Area);
    }
}
