using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Causes;

/// <summary>How wide a gap is: the diameter of the largest circle in it, m, to 1 % and never too large.</summary>
internal static class GapWidth
{
    private const double Share = 0.005;

    public static double Of(Geometry gap) =>
        2 * new MaximumInscribedCircle(gap, Math.Max(0.002, Share * Math.Sqrt(gap.Area))).GetRadiusLine().Length;
}
