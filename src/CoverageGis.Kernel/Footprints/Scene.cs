using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Footprints;

/// <summary>All that a view depends on, with the camera where it really stands.</summary>
internal sealed record Scene(
    Pose Pose, Footprint Footprint, Purpose Purpose, IReadOnlyList<Occluder> Occluders, Geometry? Enclosure, ArcSide Side)
{
    public Frame Frame => new(Pose.X, Pose.Y, Pose.GridAzimuth);
}
