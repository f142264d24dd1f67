using CoverageGis.Kernel.Outlines;
using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace CoverageGis.Kernel.Places;

/// <summary>
/// Footprints and shadows of a camera that may stand anywhere in a convex polygon of places. A shadow from c is
/// c + s·(F − c) for s in a span; for a convex F the s·F + (1 − s)·c of all places are convex and change evenly with s, so
/// all shadows together are the convex hull of those at both ends of the span (penumbra). The places from which
/// ground is hidden by a convex body are convex too, heights included, so what is hidden from the corners is hidden
/// from all (umbra).
/// </summary>
internal static class Spread
{
    /// <summary>An endless shadow is drawn up to this enlargement, which leads beyond any reach from a wall 1 cm away.</summary>
    private const double Endless = 1e5;

    /// <summary>Of a footprint at the origin: what is in it from every place.</summary>
    public static Geometry Eroded(Geometry footprint, Coordinate[] places)
    {
        if (footprint is Polygon polygon && !polygon.IsEmpty && Convex.Of(polygon) is { } convex)
        {
            return Convex.ToPolygon(places.Aggregate(convex, (common, place) => Convex.Common(common, Moved(convex, place))));
        }
        var rim = AreaRings.Sides(footprint).Select(e => (Geometry)Convex.ToPolygon(Sum(e, places))).ToList();
        return rim.Count == 0 ? footprint : Grid.Combine(MovedTo(footprint, places[0]), Grid.Union(rim), SpatialFunction.Difference);
    }

    /// <summary>What is in it from some place.</summary>
    public static Geometry Dilated(Geometry footprint, Coordinate[] places)
    {
        var parts = AreaRings.Sides(footprint).Select(e => (Geometry)Convex.ToPolygon(Sum(e, places))).ToList();
        return parts.Count == 0 ? footprint : Grid.Union([MovedTo(footprint, places[0]), .. parts]);
    }

    /// <summary>
    /// The same for a disc of places, with a margin: a buffer simplifies its line by a hundredth of its width, and its arcs
    /// of eight chords a quarter lie half a hundredth inside.
    /// </summary>
    public static Geometry Dilated(Geometry footprint, double radius) => footprint.Buffer(1.02 * radius, 8);

    /// <summary>All that a convex body hides from some place.</summary>
    public static Coordinate[] Penumbra(Coordinate[] body, double near, double far, Coordinate[] places)
    {
        var points = new List<Coordinate>(2 * body.Length * places.Length);
        foreach (var place in places)
        {
            AddScaled(points, body, place, near);
            AddScaled(points, body, place, Math.Min(far, Endless));
        }
        return Convex.Hull([.. points]);
    }

    /// <summary>What it hides from one place.</summary>
    public static Coordinate[] Shadow(Coordinate[] body, double near, double far, Coordinate place) =>
        Penumbra(body, near, far, [place]);

    private static void AddScaled(List<Coordinate> points, Coordinate[] body, Coordinate place, double scale)
    {
        foreach (var corner in body)
        {
            points.Add(new Coordinate(place.X + scale * (corner.X - place.X), place.Y + scale * (corner.Y - place.Y)));
        }
    }

    private static Coordinate[] Sum(Coordinate[] edge, Coordinate[] places) =>
        Convex.Hull([.. edge.SelectMany(e => places, (e, p) => new Coordinate(e.X + p.X, e.Y + p.Y))]);

    private static Coordinate[] Moved(Coordinate[] polygon, Coordinate by) => [.. polygon.Select(c => new Coordinate(c.X + by.X, c.Y + by.Y))];

    private static Geometry MovedTo(Geometry area, Coordinate by) =>
        NetTopologySuite.Geometries.Utilities.AffineTransformation.TranslationInstance(by.X, by.Y).Transform(area);
}
