namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// Ground in the frustum of a pinhole lens at both ends of a height band: a convex polygon in the camera's frame
/// (x along the azimuth, y to the left, lens over the origin), counter-clockwise, cut off at a given distance.
/// With depth = x·cos a + (H−z)·sin a and v = −x·sin a + (H−z)·cos a a point is in the picture when
/// |y| ≤ depth·tan(hfov/2) and |v| ≤ depth·tan(vfov/2).
/// </summary>
internal static class Frustum
{
    public static List<(double X, double Y)> Ground(double height, double tilt, Lens lens, Purpose purpose, double cutOff)
    {
        List<(double X, double Y)> polygon = [(-cutOff, -cutOff), (cutOff, -cutOff), (cutOff, cutOff), (-cutOff, cutOff)];
        polygon = AtHeight(polygon, height - purpose.ZMin, tilt, lens);
        return purpose.ZMax == purpose.ZMin ? polygon : AtHeight(polygon, height - purpose.ZMax, tilt, lens);
    }

    private static List<(double X, double Y)> AtHeight(List<(double X, double Y)> polygon, double drop, double tilt, Lens lens)
    {
        var (sin, cos) = Math.SinCos(tilt * Math.PI / 180);
        var wide = Math.Tan(lens.Hfov * Math.PI / 360);
        var high = Math.Tan(lens.Vfov * Math.PI / 360);
        var (depthX, depth0) = (cos, drop * sin);
        var (downX, down0) = (-sin, drop * cos);
        polygon = Clip(polygon, wide * depthX, -1, wide * depth0);
        polygon = Clip(polygon, wide * depthX, 1, wide * depth0);
        polygon = Clip(polygon, high * depthX - downX, 0, high * depth0 - down0);
        return Clip(polygon, high * depthX + downX, 0, high * depth0 + down0);
    }

    /// <summary>Keeps a·x + b·y + c ≥ 0 (Sutherland and Hodgman 1974).</summary>
    public static List<(double X, double Y)> Clip(List<(double X, double Y)> polygon, double a, double b, double c)
    {
        var kept = new List<(double X, double Y)>(polygon.Count + 1);
        for (var i = 0; i < polygon.Count; i++)
        {
            var (from, to) = (polygon[i], polygon[i + 1 == polygon.Count ? 0 : i + 1]);
            var (atFrom, atTo) = (a * from.X + b * from.Y + c, a * to.X + b * to.Y + c);
            if (atFrom >= 0)
            {
                kept.Add(from);
            }
            if (atFrom >= 0 != atTo >= 0)
            {
                var share = atFrom / (atFrom - atTo);
                kept.Add((from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y)));
            }
        }
        return kept;
    }
}
