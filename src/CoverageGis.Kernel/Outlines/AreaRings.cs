using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Outlines;

/// <summary>The outlines of an area. Empty polygons, lines and points in a collection have none.</summary>
public static class AreaRings
{
    /// <summary>Of each polygon its outer ring, then its holes.</summary>
    public static IEnumerable<LineString> Of(Geometry area) =>
        LocalShapes.Polygons(area).SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing));

    /// <summary>The sides of all rings, each as from and to.</summary>
    public static IEnumerable<Coordinate[]> Sides(Geometry area) =>
        Of(area).SelectMany(r => r.Coordinates.Zip(r.Coordinates.Skip(1), (from, to) => new[] { from, to }));
}
