using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CoverageGis.Kernel.Overlay;

/// <summary>
/// Polygon overlay on a grid of 0.1 mm, which cannot fail. In floating precision OverlayNG gave up on nearly
/// coinciding shadows ("Ring edge missing"), about once in a hundred thousand random scenes.
/// </summary>
internal static class Grid
{
    private static readonly PrecisionModel TenthOfMillimetre = new(10_000);

    public static double Round(double ordinate) => TenthOfMillimetre.MakePrecise(ordinate);

    /// <summary>Areas only: where two of them touch, an overlay leaves lines and points too.</summary>
    public static Geometry Combine(Geometry one, Geometry other, SpatialFunction operation)
    {
        var combined = OverlayNG.Overlay(one, other, operation, TenthOfMillimetre);
        return combined is Polygon or MultiPolygon ? combined : GeometryFactory.Default.CreateMultiPolygon([.. LocalShapes.Polygons(combined)]);
    }

    public static Geometry Union(List<Geometry> parts) =>
        UnaryUnionNG.Union(GeometryFactory.Default.BuildGeometry(parts), TenthOfMillimetre);
}
