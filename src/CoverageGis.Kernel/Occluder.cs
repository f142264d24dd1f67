using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>An upright prism that blocks sight.</summary>
/// <param name="Footprint">Polygon or MultiPolygon in the metric plane, valid, holes are courtyards.</param>
/// <param name="Top">Height of its upper side above ground, m.</param>
/// <param name="Base">Height of its underside above ground, m; above 0 for a canopy or a bridge deck.</param>
public sealed record Occluder(Geometry Footprint, double Top, double Base = 0)
{
    /// <summary>Its upper side is nowhere in doubt lower than this, m: a lens below it cannot be on its roof.</summary>
    public double LowestTop { get; init; } = Top;

    /// <summary>
    /// It stands on the ground, or hangs so low that it occupies room that a target would need: what is inside it is not seen.
    /// </summary>
    internal bool IsOnGround(Purpose purpose) => Base <= 0 || Base < purpose.ZMax;

    /// <summary>A lens at this height and inside the footprint is in the body, and sees nothing.</summary>
    internal bool Encloses(double height, Purpose purpose) =>
        height < Top ? height > Base || IsOnGround(purpose) : height == Top && IsOnGround(purpose);

    /// <summary>The same for a lens at some height of an interval.</summary>
    internal bool MayEnclose(Interval heights, Purpose purpose) =>
        IsOnGround(purpose) ? heights.Min <= Top : heights.Min < Top && heights.Max > Base;
}
