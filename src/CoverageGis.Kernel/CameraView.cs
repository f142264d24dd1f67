using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Overlay;
using CoverageGis.Kernel.Placement;
using CoverageGis.Kernel.Sweep;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>What ground a camera sees: its footprint without the shadows of what stands around it.</summary>
public static class CameraView
{
    /// <summary>The view of an exact camera, as the README of this folder defines it.</summary>
    /// <param name="occluders">All that could stand between the camera and <see cref="Reach"/>; others cost a little time. For an indoor camera without its own building.</param>
    /// <param name="enclosure">Outline of an indoor camera's building, Polygon or MultiPolygon: nothing beyond its walls is seen, and a wall camera stays where it is. Null outdoors.</param>
    /// <param name="side">On which side of the true arcs the polygon lies.</param>
    /// <returns>An area in the plane of the pose, SRID 0. Empty with a reason when the camera stands inside an occluder.</returns>
    public static ViewResult Of(
        Pose pose, Lens lens, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, ArcSide side)
    {
        var placed = enclosure is null ? HostWall.Place(pose, purpose, occluders) : pose;
        var scene = new Scene(placed, Footprint.Of(placed.Height, placed.Tilt, lens, purpose), purpose, occluders, enclosure, side);
        return SweptView.Of(scene) ?? new ViewResult(OverlaidView.Of(scene), Blindness.None);
    }

    /// <summary>
    /// Contains the camera, wherever a wall may move it, its footprint, and so every occluder that could matter to the view.
    /// </summary>
    public static Envelope Reach(Pose pose, Lens lens, Purpose purpose)
    {
        var reach = FootprintExtent.Of(Footprint.Of(pose.Height, pose.Tilt, lens, purpose), new Frame(pose.X, pose.Y, pose.GridAzimuth));
        reach.ExpandBy(Tolerances.ArcError * 2 + (pose.OnWall ? Tolerances.HostDistance + Tolerances.WallOffset : 0));
        return reach;
    }
}
