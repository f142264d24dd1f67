using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Footprints;

/// <summary>All that a view depends on, with the camera where it really stands.</summary>
internal sealed record Scene(
    Pose Pose, Footprint Footprint, Purpose Purpose, IReadOnlyList<Occluder> Occluders, Geometry? Enclosure, ArcSide Side)
{
    /// <summary>Those that the lens may have, m: one, unless the camera's record leaves it open.</summary>
    public Interval Heights { get; init; } = Interval.Exactly(Pose.Height);

    public Frame Frame => new(Pose.X, Pose.Y, Pose.GridAzimuth);

    public ShadowSpan Shadow(Occluder occluder) => Heights.IsExact
        ? ShadowSpan.Of(Heights.Min, Purpose, occluder)
        : ShadowSpans.Of(Heights, Purpose, occluder, Side);

    /// <summary>A lens inside the footprint is in the body: at some height for what is certain, at every height for what is possible.</summary>
    public bool IsIn(Occluder occluder) => Heights.IsExact || Side == ArcSide.Outside
        ? occluder.Encloses(Heights.Min, Purpose) && occluder.Encloses(Heights.Max, Purpose)
        : occluder.MayEnclose(Heights, Purpose);
}
