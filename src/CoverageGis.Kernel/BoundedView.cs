using CoverageGis.Kernel.Intervals;
using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Overlay;
using CoverageGis.Kernel.Placement;
using CoverageGis.Kernel.Places;
using CoverageGis.Kernel.Sweep;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>What a camera sees of which the record holds intervals: for certain, and at most.</summary>
public static class BoundedView
{
    /// <summary>
    /// With <see cref="ArcSide.Inside"/> ground that every camera within the bounds sees (certain), with
    /// <see cref="ArcSide.Outside"/> ground that holds all that any of them sees (possible).
    /// </summary>
    /// <param name="occluders">As high as they may be for what is certain, as low as they may be for what is possible.</param>
    /// <param name="enclosure">As in <see cref="CameraView.Of"/>.</param>
    /// <returns>Blind when a camera that is allowed (certain), or each of them (possible), stands inside an occluder.</returns>
    public static ViewResult Of(
        CameraBounds camera, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, ArcSide side)
    {
        if (camera.IsExact)
        {
            return CameraView.Of(camera.MiddlePose, camera.MiddleLens, purpose, occluders, enclosure, side);
        }
        if (camera.PositionTolerance > 0)
        {
            return WanderingView.Of(camera, purpose, occluders, enclosure, side);
        }
        var placed = enclosure is null ? HostWall.Place(camera.MiddlePose, purpose, occluders) : camera.MiddlePose;
        var footprint = BoundedFootprint.Of(camera, purpose, side);
        var scene = new Scene(placed, footprint, purpose, occluders, enclosure, side) { Heights = camera.Height };
        return SweptView.Of(scene) ?? new ViewResult(OverlaidView.Of(scene), Blindness.None);
    }

    /// <summary>Contains every place where the camera may stand, and every occluder that could matter to any of its views.</summary>
    public static Envelope Reach(CameraBounds camera, Purpose purpose)
    {
        if (camera.IsExact)
        {
            return CameraView.Reach(camera.MiddlePose, camera.MiddleLens, purpose);
        }
        var footprint = BoundedFootprint.Of(camera, purpose, ArcSide.Outside);
        var reach = FootprintExtent.Of(footprint, new Frame(camera.X, camera.Y, camera.GridAzimuth));
        reach.ExpandBy(Wandering(camera) + Tolerances.ArcError * 2);
        return reach;
    }

    /// <summary>No allowed camera stands farther from the recorded place, m.</summary>
    internal static double Wandering(CameraBounds camera) =>
        1.03 * camera.PositionTolerance + (camera.OnWall ? Tolerances.HostDistance + Tolerances.WallOffset : 0);
}
