namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>
/// Ground between rings, by the even-odd rule: outer rings, holes and several parts alike. Ring = x0, y0, x1, y1, …,
/// the first point repeated at the end. Plain arithmetic on purpose: nothing here is shared with the product's geometry.
/// </summary>
internal sealed class Area
{
    private readonly double[][] _rings;

    public Area(IEnumerable<double[]> rings)
    {
        _rings = [.. rings];
        var box = new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var ring in _rings)
        {
            for (var i = 0; i < ring.Length; i += 2)
                box = box.With(ring[i], ring[i + 1]);
        }
        Bounds = box;
    }

    public Box Bounds { get; }

    public IReadOnlyList<double[]> Rings => _rings;

    public double Size => Math.Abs(_rings.Sum(Twice)) / 2;

    public static Area Disc(double x, double y, double radius, int corners) =>
        new([[.. Enumerable.Range(0, corners + 1).SelectMany(i => Corner(x, y, radius, Math.Tau * (i % corners) / corners))]]);

    public bool Contains(double x, double y)
    {
        if (!Bounds.Holds(x, y))
            return false;
        var inside = false;
        foreach (var ring in _rings)
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                if (ring[i - 1] > y != ring[i + 1] > y
                    && x < ring[i - 2] + (y - ring[i - 1]) * (ring[i] - ring[i - 2]) / (ring[i + 1] - ring[i - 1]))
                    inside = !inside;
            }
        }
        return inside;
    }

    /// <summary>Where the way from p to q passes the outline, as shares of the way, 0..1, in ascending order.</summary>
    /// <returns>How many there are in <paramref name="shares"/>.</returns>
    public int Passes(double px, double py, double qx, double qy, ref double[] shares)
    {
        var found = 0;
        var (dx, dy) = (qx - px, qy - py);
        foreach (var ring in _rings)
        {
            var before = Side(ring[0] - px, ring[1] - py, dx, dy);
            for (var i = 2; i < ring.Length; i += 2)
            {
                var after = Side(ring[i] - px, ring[i + 1] - py, dx, dy);
                if (before > 0 != after > 0
                    && Share(ring, i, px, py, before, after, dx, dy) is > 0 and < 1 and var share)
                {
                    if (found == shares.Length)
                        Array.Resize(ref shares, 2 * found);
                    shares[found++] = share;
                }
                before = after;
            }
        }
        Array.Sort(shares, 0, found);
        return found;
    }

    /// <summary>The nearest point of the outline.</summary>
    public (double X, double Y, double Distance) Nearest(double x, double y)
    {
        var best = (X: double.NaN, Y: double.NaN, Distance: double.MaxValue);
        foreach (var ring in _rings)
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (nx, ny) = OnSegment(x, y, ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
                if (Distance(x, y, nx, ny) is var distance && distance < best.Distance)
                    best = (nx, ny, distance);
            }
        }
        return best;
    }

    /// <summary>Where a row of the plane lies inside: ascending x, entering and leaving by turns.</summary>
    public void Row(double y, List<double> into)
    {
        into.Clear();
        foreach (var ring in _rings)
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                if (ring[i - 1] > y != ring[i + 1] > y)
                    into.Add(ring[i - 2] + (y - ring[i - 1]) * (ring[i] - ring[i - 2]) / (ring[i + 1] - ring[i - 1]));
            }
        }
        into.Sort();
    }

    public static (double X, double Y) OnSegment(double x, double y, double ax, double ay, double bx, double by)
    {
        var (dx, dy) = (bx - ax, by - ay);
        var square = dx * dx + dy * dy;
        var share = square > 0 ? Math.Clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1) : 0;
        return (ax + share * dx, ay + share * dy);
    }

    public static double Distance(double ax, double ay, double bx, double by) =>
        Math.Sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));

    private static double[] Corner(double x, double y, double radius, double angle) =>
        [x + radius * Math.Cos(angle), y + radius * Math.Sin(angle)];

    private static double Side(double x, double y, double dx, double dy) => dx * y - dy * x;

    /// <summary>How far along the way the edge that ends at index i is passed.</summary>
    private static double Share(
        double[] ring, int i, double px, double py, double before, double after, double dx, double dy)
    {
        var along = before / (before - after);
        var x = ring[i - 2] + along * (ring[i] - ring[i - 2]) - px;
        var y = ring[i - 1] + along * (ring[i + 1] - ring[i - 1]) - py;
        return (x * dx + y * dy) / (dx * dx + dy * dy);
    }

    /// <summary>Twice the signed area; taken from the ring's own first point, since plane coordinates are large.</summary>
    private static double Twice(double[] ring)
    {
        var sum = 0.0;
        for (var i = 2; i < ring.Length; i += 2)
            sum += (ring[i - 2] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[i - 1] - ring[1]);
        return sum;
    }
}
