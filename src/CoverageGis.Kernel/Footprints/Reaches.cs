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
        return Of(SlantReach(lens, purpose.MinPpm), Math.Abs(drop), drop, lens.Range, purpose.MaxTilt);
    }

    /// <param name="slant">Reach by slant distance, m.</param>
    /// <param name="away">Height between the lens and the lower end of the target that the slant has to bridge, m, at least 0.</param>
    /// <param name="drop">How far the lens is above that end where it looks down on it, m.</param>
    public static Reaches Of(double slant, double away, double drop, double? range, double? maxTilt)
    {
        var outer = slant >= away ? Math.Sqrt(slant * slant - away * away) : 0;
        return WithoutSteep(drop, maxTilt, Math.Min(outer, range ?? outer));
    }

    /// <summary>Pixels over the width of the picture at that depth, m.</summary>
    /// <param name="half">Half the horizontal field of view, radians.</param>
    public static double PinholeSlant(double pixels, double half, double minPpm) => pixels / (2 * minPpm * Math.Tan(half));

    /// <summary>Pixels over the length of the arc, m.</summary>
    public static double EquidistantSlant(double pixels, double half, double minPpm) => pixels / (2 * half * minPpm);

    private static double SlantReach(Lens lens, double minPpm)
    {
        var hfov = lens.Hfov * Math.PI / 180;
        return lens.Fisheye || lens.Hfov >= WideHfov
            ? EquidistantSlant(lens.Pixels, hfov / 2, minPpm)
            : PinholeSlant(lens.Pixels, hfov / 2, minPpm);
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
