using CoverageGis.Demo.Land;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Built;

/// <summary>Something that blocks sight: an upright shape of the plan.</summary>
/// <param name="Use">As the exchange form names it: building, canopy, wall, hedge, tree_row.</param>
/// <param name="Width">Of a line, m.</param>
internal sealed record Building(Geometry Shape, string Use, Interval Height, double Base = 0, double? Width = null, Name Name = default)
{
    /// <summary>What it covers on the ground.</summary>
    public Geometry Footprint { get; } = Width is { } width
        ? Drawing.Shapes.Strip(Shape, width)
        : Shape;

    public static Building House(Geometry shape, Interval height, Name name = default) => new(shape, "building", height, Name: name);

    public static Building Line(LineString line, string use, double width, double height) =>
        new(line, use, Interval.Exactly(height), Width: width);

    public static Building Canopy(Geometry shape, double bottom, double top) =>
        new(shape, "canopy", Interval.Exactly(top), bottom);
}
