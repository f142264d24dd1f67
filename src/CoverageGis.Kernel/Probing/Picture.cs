using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Probing;

/// <summary>
/// The conditions on a point that do not depend on what stands around: field of view, density, range, steepness.
/// Where the point is beside the horizontal field, the vertical one is judged as if the camera were turned to it, so
/// that each miss says what is left to mend after the others.
/// </summary>
internal sealed class Picture(Pose pose, Lens lens, Purpose purpose)
{
    private const double Degree = Math.PI / 180;

    private readonly bool _isWide = lens.Fisheye || lens.Hfov >= Reaches.WideHfov;
    private readonly bool _isSector = lens.Vfov >= 180 || lens.Hfov >= Reaches.WideHfov;
    private readonly (double Sin, double Cos) _tilt = Math.SinCos(pose.Tilt * Degree);
    private readonly double _wide = Math.Tan(Math.Min(lens.Hfov, Reaches.WideHfov) * Degree / 2);

    private readonly double _tall = Math.Tan(Math.Min(lens.Vfov, 179.999) * Degree / 2);

    private double Low => pose.Height - purpose.ZMin;

    private double High => pose.Height - purpose.ZMax;

    /// <summary>A pinhole's picture is as wide as its depth, taken as the slant distance; an equidistant one as the arc.</summary>
    public double Ppm(double slant) => lens.Pixels / (slant * (_isWide ? lens.Hfov * Degree : 2 * _wide));

    /// <summary>Which conditions fail. The only place that decides; numbers follow.</summary>
    /// <param name="ahead">Along the axis, m.</param>
    /// <param name="aside">To the left of it, m.</param>
    public Failing Failing(double ahead, double aside, double distance, double slant)
    {
        var failing = Field(ahead, Math.Abs(aside), distance);
        if (Ppm(slant) < purpose.MinPpm)
            failing |= Probing.Failing.Density;
        if (distance > lens.Range)
            failing |= Probing.Failing.Range;
        if (purpose.MaxTilt is { } limit && limit < 90 && Math.Atan2(Low, distance) > limit * Degree)
            failing |= Probing.Failing.MaxTilt;
        return failing;
    }

    public List<Miss> Misses(Failing failing, double ahead, double aside, double distance, double ppm, double depression)
    {
        var misses = new List<Miss>(2);
        if (failing.HasFlag(Probing.Failing.HorizontalField))
            misses.Add(new Miss(Condition.HorizontalField, Offset(ahead, Math.Abs(aside)), Widest(distance)));
        var ahead1 = failing.HasFlag(Probing.Failing.HorizontalField) ? distance : ahead;
        var (low, high) = (Turned(Math.Atan2(Low, ahead1) / Degree), Turned(Math.Atan2(High, ahead1) / Degree));
        if (failing.HasFlag(Probing.Failing.NearEdge))
            misses.Add(new Miss(Condition.NearEdge, Math.Max(low, high), pose.Tilt + lens.Vfov / 2));
        if (failing.HasFlag(Probing.Failing.FarEdge))
            misses.Add(new Miss(Condition.FarEdge, Math.Min(low, high), pose.Tilt - lens.Vfov / 2));
        if (failing.HasFlag(Probing.Failing.Density))
            misses.Add(new Miss(Condition.Density, ppm, purpose.MinPpm));
        if (failing.HasFlag(Probing.Failing.Range))
            misses.Add(new Miss(Condition.Range, distance, lens.Range!.Value));
        if (failing.HasFlag(Probing.Failing.MaxTilt))
            misses.Add(new Miss(Condition.MaxTilt, depression, purpose.MaxTilt!.Value));
        return misses;
    }

    private Failing Field(double ahead, double aside, double distance)
    {
        if (lens.Fisheye)
            return Probing.Failing.Nothing;
        if (_isSector)
            return Offset(ahead, aside) > Widest(distance) ? Probing.Failing.HorizontalField : Probing.Failing.Nothing;
        return IsBeside(ahead, aside, Low) || IsBeside(ahead, aside, High)
            ? Probing.Failing.HorizontalField | Edge(distance, Low) | Edge(distance, High)
            : Edge(ahead, Low) | Edge(ahead, High);
    }

    private static double Offset(double ahead, double aside) => Math.Atan2(aside, ahead) / Degree;

    private bool IsBeside(double ahead, double aside, double drop)
    {
        var depth = ahead * _tilt.Cos + drop * _tilt.Sin;
        return depth <= 0 || aside > depth * _wide;
    }

    private Failing Edge(double ahead, double drop)
    {
        var (depth, down) = (ahead * _tilt.Cos + drop * _tilt.Sin, drop * _tilt.Cos - ahead * _tilt.Sin);
        return Math.Abs(down) <= depth * _tall ? Probing.Failing.Nothing : down > 0 ? Probing.Failing.NearEdge : Probing.Failing.FarEdge;
    }

    /// <summary>Largest bearing off the axis in the picture, degrees.</summary>
    private double Widest(double distance) =>
        _isSector ? Math.Min(lens.Hfov, 360) / 2 : Math.Min(WidestAt(distance, Low), WidestAt(distance, High));

    /// <summary>At a distance r: r·sin δ = (r·cos δ·cos a + drop·sin a)·tan(hfov/2), solved for δ.</summary>
    private double WidestAt(double distance, double drop)
    {
        var level = _tilt.Cos * _wide;
        var raised = drop * _tilt.Sin * _wide / (distance * Math.Sqrt(1 + level * level));
        return (Math.Atan(level) + Math.Asin(Math.Clamp(raised, -1, 1))) / Degree;
    }

    /// <summary>The same angle within half a turn of the axis.</summary>
    private double Turned(double angle) => pose.Tilt + Math.IEEERemainder(angle - pose.Tilt, 360);
}
