using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace CoverageGis.Kernel.Sweep;

/// <summary>The vertices of a ring in the camera's frame, without the closing one, their box and the area inside. Reused.</summary>
internal sealed class LocalRing
{
    public double[] X = new double[256];
    public double[] Y = new double[256];

    public int Count { get; private set; }

    public double MinX { get; private set; }

    public double MaxX { get; private set; }

    public double MinY { get; private set; }

    public double MaxY { get; private set; }

    /// <summary>Positive when the ring runs counter-clockwise.</summary>
    public double TwiceArea { get; private set; }

    /// <summary>The camera is in the box or on its border.</summary>
    public bool MayTouchOrigin =>
        MinX <= Tolerances.OnOutline && MinY <= Tolerances.OnOutline && MaxX >= -Tolerances.OnOutline && MaxY >= -Tolerances.OnOutline;

    public void Load(CoordinateSequence ring, in Frame frame)
    {
        Reserve(Math.Max(0, ring.Count - 1));
        if (ring is CoordinateArraySequence simple)
        {
            LoadPoints(simple.ToCoordinateArray(), frame);
        }
        else
        {
            LoadOrdinates(ring, frame);
        }
        Measure();
    }

    /// <summary>The usual case, without a virtual call for each ordinate.</summary>
    private void LoadPoints(Coordinate[] points, in Frame frame)
    {
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = frame.FromPlane(points[i].X, points[i].Y);
        }
    }

    private void LoadOrdinates(CoordinateSequence ring, in Frame frame)
    {
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = frame.FromPlane(ring.GetX(i), ring.GetY(i));
        }
    }

    public void Load(IReadOnlyList<(double X, double Y)> ring)
    {
        Reserve(ring.Count);
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = ring[i];
        }
        Measure();
    }

    private void Reserve(int count)
    {
        Count = count;
        if (X.Length < count)
        {
            (X, Y) = (new double[2 * count], new double[2 * count]);
        }
    }

    private void Measure()
    {
        var (minX, maxX, minY, maxY, area) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue, 0.0);
        for (int i = 0, last = Count - 1; i < Count; last = i++)
        {
            var (x, y) = (X[i], Y[i]);
            area += X[last] * y - Y[last] * x;
            (minX, maxX) = (x < minX ? x : minX, x > maxX ? x : maxX);
            (minY, maxY) = (y < minY ? y : minY, y > maxY ? y : maxY);
        }
        (MinX, MaxX, MinY, MaxY, TwiceArea) = (minX, maxX, minY, maxY, area);
    }
}
