using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>An upright prism that blocks sight.</summary>
/// <param name="Footprint">Polygon or MultiPolygon in the metric plane, valid, holes are courtyards.</param>
/// <param name="Top">Height of its upper side above ground, m.</param>
/// <param name="Base">Height of its underside above ground, m; above 0 for a canopy or a bridge deck.</param>
public sealed record Occluder(Geometry Footprint, double Top, double Base = 0);
