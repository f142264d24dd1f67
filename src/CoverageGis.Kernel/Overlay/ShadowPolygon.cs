using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Overlay;

/// <summary>
/// A shadow as a polygon, in the camera's frame: the footprint at both ends of its enlargement, and what each of its edges
/// sweeps over in between.
/// </summary>
internal static class ShadowPolygon
{
    private static readonly Coordinate Camera = new(0, 0);

    /// <param name="far">At least this far from the camera an endless shadow is drawn, m.</param>
    public static Geometry Of(Polygon footprint, ShadowSpan span, double far)
    {
        List<Geometry> parts = [Enlarged(footprint, span.Near)];
        if (!span.IsEndless)
        {
            parts.Add(Enlarged(footprint, span.Far));
        }
        parts.AddRange(OfLine(footprint.ExteriorRing.Coordinates, span, far));
        foreach (var hole in footprint.InteriorRings)
        {
            parts.AddRange(OfLine(hole.Coordinates, span, far));
        }
        return Grid.Union(parts);
    }

    /// <summary>What the edges of a line sweep over. An edge through the camera is seen from its end and hides nothing.</summary>
    public static IEnumerable<Geometry> OfLine(Coordinate[] line, ShadowSpan span, double far)
    {
        for (var i = 0; i + 1 < line.Length; i++)
        {
            var isHere = new LineSegment(line[i], line[i + 1]).Distance(Camera) <= Tolerances.OnOutline;
            if (!isHere && Swept(line[i], line[i + 1], span, far).ConvexHull() is Polygon swept)
            {
                yield return swept;
            }
        }
    }

    private static Geometry Enlarged(Polygon footprint, double scale)
    {
        var copy = footprint.Copy();
        copy.Apply(NetTopologySuite.Geometries.Utilities.AffineTransformation.ScaleInstance(scale, scale));
        return copy;
    }

    private static MultiPoint Swept(Coordinate from, Coordinate to, ShadowSpan span, double far)
    {
        Coordinate[] near = [Scaled(from, span.Near), Scaled(to, span.Near)];
        var behind = Math.Max(far, Math.Max(Length(near[0]), Length(near[1])));
        Coordinate[] ends = span.IsEndless ? FarEnds(from, to, behind) : [Scaled(from, span.Far), Scaled(to, span.Far)];
        return GeometryFactory.Default.CreateMultiPointFromCoords([.. near, .. ends]);
    }

    private static Coordinate Scaled(Coordinate point, double scale) => new(point.X * scale, point.Y * scale);

    /// <summary>The shadow's corners so far out that the straight line between them passes outside the reach, and one more in the middle where it could not.</summary>
    private static Coordinate[] FarEnds(Coordinate from, Coordinate to, double far)
    {
        var (fromX, fromY) = Unit(from);
        var (toX, toY) = Unit(to);
        var (midX, midY) = (fromX + toX, fromY + toY);
        var length = Math.Sqrt(midX * midX + midY * midY);
        if (length < 1e-12)
        {
            return [new(far * fromX, far * fromY), new(far * toX, far * toY)];
        }
        return [new(far * fromX, far * fromY), new(far * midX / length, far * midY / length), new(far * toX, far * toY)];
    }

    private static (double X, double Y) Unit(Coordinate point)
    {
        var length = Length(point);
        return length > 0 ? (point.X / length, point.Y / length) : (0, 0);
    }

    private static double Length(Coordinate point) => Math.Sqrt(point.X * point.X + point.Y * point.Y);
}
