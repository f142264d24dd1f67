using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CoverageGis.Demo.Built;

/// <summary>Free ground that is being built upon: takes only what fits, a little apart from what stands.</summary>
internal sealed class Ground
{
    private readonly IPreparedGeometry _free;
    private readonly List<Building> _built = [];
    private readonly double _apart;

    public Ground(Geometry free, double setback, double apart = 0.6)
    {
        Free = setback > 0 ? free.Buffer(-setback) : free;
        _free = PreparedGeometryFactory.Prepare(Free);
        _apart = apart;
        Frame = Free.IsEmpty ? default : Shapes.FacingSouth(Shapes.Box(Free).Frame);
        Extent = Free.IsEmpty ? new Envelope(0, -1, 0, -1) : Frame.Extent(Free);
    }

    public Geometry Free { get; }

    /// <summary>Lies along the ground's longer side, u towards the east as far as its sides allow.</summary>
    public Frame Frame { get; }

    /// <summary>Of the free ground, in its frame.</summary>
    public Envelope Extent { get; }

    public IReadOnlyList<Building> Built => _built;

    public bool Build(Building house)
    {
        if (!Fits(house.Footprint)) return false;
        _built.Add(house);
        return true;
    }

    /// <summary>A tower in the well of its podium: it may touch what stands around it.</summary>
    public bool BuildWithin(Building tower)
    {
        _built.Add(tower);
        return true;
    }

    public bool Fits(Geometry shape) => _free.Covers(shape) && _built.TrueForAll(b => !Near(b.Footprint, shape));

    private bool Near(Geometry a, Geometry b) =>
        a.EnvelopeInternal.Distance(b.EnvelopeInternal) < _apart && a.IsWithinDistance(b, _apart);
}
