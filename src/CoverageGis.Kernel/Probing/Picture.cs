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

    private double Low => pose.Height - purpose.ZMin;

    private double High => pose.Height - purpose.ZMax;

    /// <summary>A pinhole's picture is as wide as its depth, taken as the slant distance; an equidistant one as the arc.</summary>
    public double Ppm(double slant) => lens.Pixels / (slant * (_isWide ? lens.Hfov * Degree : 2 * _wide));

    /// <param name="ahead">Along the axis, m.</param>
    /// <param name="aside">To the left of it, m.</param>
    public List<Miss> Misses(double ahead, double aside, double distance, double ppm, double depression)
    {
        var misses = new List<Miss>(2);
        if (!lens.Fisheye)
            AddField(misses, ahead, Math.Abs(aside), distance);
        if (ppm < purpose.MinPpm)
            misses.Add(new Miss(Condition.Density, ppm, purpose.MinPpm));
        if (distance > lens.Range)
            misses.Add(new Miss(Condition.Range, distance, lens.Range.Value));
        if (depression > purpose.MaxTilt)
            misses.Add(new Miss(Condition.MaxTilt, depression, purpose.MaxTilt.Value));
        return misses;
    }

    private void AddField(List<Miss> misses, double ahead, double aside, double distance)
    {
        var widest = _isSector ? Math.Min(lens.Hfov, 360) / 2 : Math.Min(WidestAt(distance, Low), WidestAt(distance, High));
        var beside = _isSector ? Offset(ahead, aside) > widest : IsBeside(ahead, aside, Low) || IsBeside(ahead, aside, High);
        if (beside)
            misses.Add(new Miss(Condition.HorizontalField, Offset(ahead, aside), widest));
        if (!_isSector)
            AddEdges(misses, beside ? distance : ahead);
    }

    private static double Offset(double ahead, double aside) => Math.Atan2(aside, ahead) / Degree;

    private bool IsBeside(double ahead, double aside, double drop)
    {
        var depth = ahead * _tilt.Cos + drop * _tilt.Sin;
        return depth <= 0 || aside > depth * _wide;
    }

    /// <summary>
    /// Largest bearing off the axis in the picture at a distance r: r·sin δ = (r·cos δ·cos a + drop·sin a)·tan(hfov/2),
    /// solved for δ.
    /// </summary>
    private double WidestAt(double distance, double drop)
    {
        var level = _tilt.Cos * _wide;
        var raised = drop * _tilt.Sin * _wide / (distance * Math.Sqrt(1 + level * level));
        return (Math.Atan(level) + Math.Asin(Math.Clamp(raised, -1, 1))) / Degree;
    }

    private void AddEdges(List<Miss> misses, double ahead)
    {
        var (steepest, flattest) = (pose.Tilt + lens.Vfov / 2, pose.Tilt - lens.Vfov / 2);
        var (low, high) = (Turned(Math.Atan2(Low, ahead) / Degree), Turned(Math.Atan2(High, ahead) / Degree));
        if (Math.Max(low, high) > steepest)
            misses.Add(new Miss(Condition.NearEdge, Math.Max(low, high), steepest));
        if (Math.Min(low, high) < flattest)
            misses.Add(new Miss(Condition.FarEdge, Math.Min(low, high), flattest));
    }

    /// <summary>The same angle within half a turn of the axis.</summary>
    private double Turned(double angle) => pose.Tilt + Math.IEEERemainder(angle - pose.Tilt, 360);
}
