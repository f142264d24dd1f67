namespace CoverageGis.Kernel.Sweep;

/// <summary>A point as seen from the camera: unit direction, distance, and a key that grows with the bearing.</summary>
/// <param name="Key">Counter-clockwise from straight ahead, -2 (behind, from the right) to 2 (behind, from the left).</param>
internal readonly record struct Ray(double Key, double X, double Y, double Radius)
{
    public const double LeftEnd = 2, RightEnd = -2;

    public static Ray To(double x, double y)
    {
        var radius = Math.Sqrt(x * x + y * y);
        var inverse = radius > 0 ? 1 / radius : 0;
        return new Ray(KeyOf(x, y), x * inverse, y * inverse, radius);
    }

    /// <summary>At an angle in radians counter-clockwise from straight ahead, in [-π, π].</summary>
    public static Ray At(double angle, double radius)
    {
        var (sin, cos) = Math.SinCos(angle);
        return angle <= Tolerances.SameBearing - Math.PI ? new Ray(RightEnd, -1, 0, radius)
            : angle >= Math.PI - Tolerances.SameBearing ? new Ray(LeftEnd, -1, 0, radius)
            : new Ray(KeyOf(cos, sin), cos, sin, radius);
    }

    /// <summary>Same direction as <paramref name="bearing"/>, on the straight line through two points.</summary>
    public static Ray OnLine(in Ray bearing, in Ray from, in Ray to)
    {
        var across = from.Radius * Cross(from, bearing) + to.Radius * Cross(bearing, to);
        var radius = from.Radius == 0 ? 0 : from.Radius * to.Radius * Cross(from, to) / across;
        return bearing with { Radius = radius };
    }

    public static double Cross(in Ray a, in Ray b) => a.X * b.Y - a.Y * b.X;

    public double Angle => Key >= LeftEnd ? Math.PI : Key <= RightEnd ? -Math.PI : Math.Atan2(Y, X);

    /// <summary>Monotone in the angle and cheaper than an arc tangent.</summary>
    private static double KeyOf(double x, double y)
    {
        var slope = y / (Math.Abs(x) + Math.Abs(y));
        return x >= 0 ? slope : y >= 0 ? 2 - slope : -2 - slope;
    }
}
