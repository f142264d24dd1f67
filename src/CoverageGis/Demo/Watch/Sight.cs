using CoverageGis.Demo.Built;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>What must be seen of a point: pixels a metre over a band of heights.</summary>
internal readonly record struct Need(double Ppm, double Low, double High, double? MaxTilt = null)
{
    public static readonly Need ObservePerson = new(62.5, 0, 1.7);
    public static readonly Need DetectPerson = new(25, 0, 1.7);
    public static readonly Need Plate = new(200, 0.4, 1.2);
    public static readonly Need Face = new(250, 1.5, 1.7, 15);
}

/// <summary>
/// Whether a planned camera would see a point, by plain rays: good enough to place cameras well.
/// The analysis does not use it, and never agrees with it more than by being right.
/// </summary>
internal sealed class Sight(IReadOnlyList<Building> around)
{
    private readonly Screen[] _screens = [.. around.Select(Screen.Of)];

    /// <summary>Which of the points a camera sees, by their numbers.</summary>
    public List<int> Seen(Eye eye, IReadOnlyList<Coordinate> points, Need need)
    {
        var (cone, seen) = (new Cone(eye, need), new List<int>());
        for (var i = 0; i < points.Count; i++)
            if (cone.Holds(points[i]) && Clear(eye, points[i], need)) seen.Add(i);
        return seen;
    }

    private bool Clear(Eye eye, Coordinate at, Need need)
    {
        foreach (var screen in _screens)
            if (screen.Hides(eye.At, eye.Height, at, need.Low, need.High)) return false;
        return true;
    }

    private sealed record Screen(Envelope Box, (Coordinate From, Coordinate To)[] Sides, double Top, double Base)
    {
        public static Screen Of(Building building)
        {
            var sides = Drawing.Shapes.Polygons(building.Footprint)
                .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing))
                .SelectMany(r => r.Coordinates.Zip(r.Coordinates.Skip(1)));
            return new Screen(building.Footprint.EnvelopeInternal, [.. sides], building.Height.Max, building.Base);
        }

        /// <summary>
        /// A ray to some part of the target pierces a side of the prism, or its roof: it comes in above and is below
        /// when it leaves or ends.
        /// </summary>
        public bool Hides(Coordinate eye, double height, Coordinate at, double low, double high)
        {
            if (!Box.Intersects(eye, at)) return false;
            var (above, below, sides) = (false, false, 0);
            foreach (var (from, to) in Sides)
            {
                if (Crossing(eye, at, from, to) is not { } t) continue;
                var (bottom, top) = (height + (t * (low - height)), height + (t * (high - height)));
                if (bottom < Top && (Base <= 0 || top > Base)) return true;
                sides++;
                above |= bottom >= Top;
                below |= Base > 0 && top <= Base;
            }
            return above && (below || sides % 2 == 1);
        }

        private static double? Crossing(Coordinate a, Coordinate b, Coordinate c, Coordinate d)
        {
            var (rx, ry, sx, sy) = (b.X - a.X, b.Y - a.Y, d.X - c.X, d.Y - c.Y);
            var cross = (rx * sy) - (ry * sx);
            if (Math.Abs(cross) < 1e-12) return null;
            var t = (((c.X - a.X) * sy) - ((c.Y - a.Y) * sx)) / cross;
            var u = (((c.X - a.X) * ry) - ((c.Y - a.Y) * rx)) / cross;
            return t is > 0 and < 1 && u is >= 0 and <= 1 ? t : null;
        }
    }
}
