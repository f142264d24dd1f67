using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>An occluder as recorded: its height may be an interval, and then so is its shadow.</summary>
/// <param name="Building">One can stand in it: not a wall, a hedge or a row of trees.</param>
public sealed record RecordedOccluder(long Id, Geometry Footprint, Interval Height, double Base, bool Building)
{
    /// <summary>As high as it may be: what is seen past it is seen for certain.</summary>
    public Occluder Highest { get; } = new(Footprint, Height.Max, Base) { LowestTop = Height.Min };

    /// <summary>As low as it may be: what is hidden by it is hidden for certain.</summary>
    public Occluder Lowest { get; } = new(Footprint, Height.Min, Base);

    public Occluder Middle { get; } = new(Footprint, Height.Mid, Base);

    /// <summary>Asked for often: the footprint would copy it each time.</summary>
    public Envelope Box { get; } = Footprint.EnvelopeInternal;
}
