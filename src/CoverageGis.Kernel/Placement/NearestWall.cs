using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Placement;

/// <summary>The point of a polygon's outline that is nearest to a place, with the outward direction there, and whether the place is inside.</summary>
internal ref struct NearestWall(double placeX, double placeY)
{
    private double _squared = double.PositiveInfinity;

    /// <summary>Relative to the place, m.</summary>
    public double X { get; private set; }

    public double Y { get; private set; }

    /// <summary>Unit vector out of the polygon; at a corner between the normals of its two walls.</summary>
    public double NormalX { get; private set; }

    public double NormalY { get; private set; }

    public bool IsInside { get; private set; }

    public static bool Contains(double x, double y, Geometry area)
    {
        var walls = new NearestWall(x, y);
        walls.Add(area);
        return walls.IsInside && walls._squared > Tolerances.OnOutline * Tolerances.OnOutline;
    }

    public void Add(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                Add((LinearRing)polygon.ExteriorRing, true);
                for (var hole = 0; hole < polygon.NumInteriorRings; hole++)
                {
                    Add((LinearRing)polygon.GetInteriorRingN(hole), false);
                }
            }
        }
    }

    private void Add(LinearRing ring, bool isShell)
    {
        var points = ring.CoordinateSequence;
        var outward = ring.IsCCW == isShell ? 1 : -1;
        for (var i = 0; i + 1 < points.Count; i++)
        {
            AddWall(
                points.GetX(i) - placeX, points.GetY(i) - placeY, points.GetX(i + 1) - placeX, points.GetY(i + 1) - placeY, outward);
        }
    }

    private void AddWall(double x, double y, double nextX, double nextY, int outward)
    {
        var (dx, dy) = (nextX - x, nextY - y);
        IsInside ^= y > 0 != nextY > 0 && (x * nextY - nextX * y > 0) == (dy > 0);
        var length = dx * dx + dy * dy;
        if (length == 0)
        {
            return;
        }
        var share = Math.Clamp(-(x * dx + y * dy) / length, 0, 1);
        Consider(x + share * dx, y + share * dy, outward * dy / Math.Sqrt(length), -outward * dx / Math.Sqrt(length));
    }

    private void Consider(double x, double y, double normalX, double normalY)
    {
        var squared = x * x + y * y;
        var isSamePoint = Math.Abs(x - X) <= Tolerances.OnOutline && Math.Abs(y - Y) <= Tolerances.OnOutline;
        if (isSamePoint && squared <= _squared + Tolerances.SameRadius && !double.IsPositiveInfinity(_squared))
        {
            var (sumX, sumY) = (NormalX + normalX, NormalY + normalY);
            var length = Math.Sqrt(sumX * sumX + sumY * sumY);
            (NormalX, NormalY) = length > 0 ? (sumX / length, sumY / length) : (normalX, normalY);
        }
        else if (squared < _squared)
        {
            (_squared, X, Y, NormalX, NormalY) = (squared, x, y, normalX, normalY);
        }
    }
}
