namespace CoverageGis.Kernel.Footprints;

/// <summary>Horizontal distances between which a lens shows the ground well enough for a purpose, m.</summary>
/// <param name="Inner">Nearer ground is seen too steeply.</param>
/// <param name="Outer">Farther ground is seen too small, or lies beyond the range.</param>
internal readonly record struct Reaches(double Inner, double Outer)
{
    /// <summary>From this horizontal field of view on no flat picture holds it: the lens is a plain sector with the density of a fisheye.</summary>
    internal const double WideHfov = 150;

    public bool IsEmpty => !(Outer > Inner && Outer > Tolerances.SameRadius);

    public static Reaches Of(double height, Lens lens, Purpose purpose)
    {
        var drop = height - purpose.ZMin;
        var slant = SlantReach(lens, purpose.MinPpm);
        var outer = slant >= Math.Abs(drop) ? Math.Sqrt(slant * slant - drop * drop) : 0;
        outer = Math.Min(outer, lens.Range ?? outer);
        return WithoutSteep(drop, purpose.MaxTilt, outer);
    }

    /// <summary>Pinhole: pixels over the width of the picture at that depth. Equidistant: pixels over the length of the arc.</summary>
    private static double SlantReach(Lens lens, double minPpm)
    {
        var hfov = lens.Hfov * Math.PI / 180;
        return lens.Fisheye || lens.Hfov >= WideHfov
            ? lens.Pixels / (hfov * minPpm)
            : lens.Pixels / (2 * minPpm * Math.Tan(hfov / 2));
    }

    /// <summary>Leaves out ground whose depression angle atan(drop / distance) exceeds the limit.</summary>
    private static Reaches WithoutSteep(double drop, double? maxTilt, double outer)
    {
        if (maxTilt is not { } limit || limit >= 90)
        {
            return new Reaches(0, outer);
        }
        var tangent = Math.Tan(Math.Max(limit, -89.999) * Math.PI / 180);
        if (drop > 0)
        {
            return new Reaches(tangent > 0 ? drop / tangent : double.PositiveInfinity, outer);
        }
        return new Reaches(0, tangent < 0 ? Math.Min(outer, drop / tangent) : outer);
    }
}
