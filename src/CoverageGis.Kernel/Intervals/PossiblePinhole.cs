using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>
/// How far pinhole cameras within bounds may see between two offsets from the optical axis. Conditions that share no
/// value are each taken at their own best camera. Kept together are the horizontal angle, which lets a bearing in and
/// sets the reach, and the tilt, of which the one nearest to the depression of the target shows it best both ways.
/// With x along the axis and a drop d the depression is θ = atan2(d, x), and the depth √(x² + d²)·cos(θ − tilt).
/// </summary>
internal sealed class PossiblePinhole
{
    /// <summary>Halvings of a distance: 100 m to 0.1 mm.</summary>
    private const int Halvings = 20;

    private readonly CameraBounds _camera;
    private readonly Purpose _purpose;
    private readonly double _steepest, _flattest, _narrow, _wide, _detail, _leastDrop, _depthDrop, _range;
    private readonly (double Sin, double Cos) _low, _high;

    public PossiblePinhole(CameraBounds camera, Purpose purpose)
    {
        (_camera, _purpose) = (camera, purpose);
        var halfHigh = Math.Min(camera.Vfov.Max, 180) / 2;
        _steepest = (camera.Tilt.Max + halfHigh) * Math.PI / 180;
        _flattest = (camera.Tilt.Min - halfHigh) * Math.PI / 180;
        (_narrow, _wide) = (Math.Tan(camera.PinholeHalf.Min), Math.Tan(camera.PinholeHalf.Max));
        _detail = camera.Pixels.Max / (2 * purpose.MinPpm);
        _leastDrop = LeastDrop.Of(camera.Height, purpose.ZMin);
        _range = Reach(camera.Range?.Max);
        (_low, _high, _depthDrop) = DepthAngles(camera, purpose);
    }

    /// <summary>Holds what any of the cameras sees at offsets in [from, to], radians in [0, π].</summary>
    public Stretch Between(double from, double to)
    {
        var reaches = Reaches.Of(
            double.MaxValue, 0, _camera.Height.Min - _purpose.ZMin, _range, _purpose.MaxTilt);
        var stretch = new Stretch(reaches.Inner, reaches.Outer);
        stretch = WithinHeight(WithinHeight(stretch, _purpose.ZMin, from, to), _purpose.ZMax, from, to);
        return stretch.IsEmpty ? Stretch.None : WithinWidth(stretch, Math.Min(Math.Sin(from), Math.Sin(to)), Math.Cos(from));
    }

    private double Reach(double? range)
    {
        var slant = _detail / _narrow;
        var outer = slant > _leastDrop ? Math.Sqrt(slant * slant - _leastDrop * _leastDrop) : 0;
        return Math.Min(outer, range ?? outer);
    }

    /// <summary>A tilt upward sees as one downward does what hangs as much higher: only sizes count for the greatest depth.</summary>
    private static ((double, double) Low, (double, double) High, double Drop) DepthAngles(CameraBounds camera, Purpose purpose)
    {
        var (low, high) = (camera.Tilt.Min, camera.Tilt.Max);
        var (least, most) = (camera.Height.Min - purpose.ZMax, camera.Height.Max - purpose.ZMax);
        if (low < 0)
        {
            (low, high) = (Math.Max(0, -high), Math.Max(-low, high));
            most = Math.Max(Math.Abs(least), Math.Abs(most));
        }
        return (Math.SinCos(low * Math.PI / 180), Math.SinCos(high * Math.PI / 180), Math.Max(0, most));
    }

    private Stretch WithinHeight(Stretch stretch, double z, double from, double to)
    {
        var (least, most) = (_camera.Height.Min - z, _camera.Height.Max - z);
        var (nearest, farthest) = (Math.Cos(to), Math.Cos(from));
        return AboveFlattest(BelowSteepest(stretch, least, most, farthest), most, nearest, farthest);
    }

    /// <summary>θ ≤ steepest, that is x·sin − d·cos ≥ 0 where the target is lower than every lens; no limit else.</summary>
    private Stretch BelowSteepest(Stretch stretch, double least, double most, double farthest)
    {
        if (least < 0 || _steepest <= 0 || _steepest >= Math.PI)
        {
            return stretch;
        }
        var (sin, cos) = Math.SinCos(_steepest);
        var needed = (cos > 0 ? least : most) * cos;
        var growth = farthest * sin;
        return growth > 0 ? stretch with { Near = Math.Max(stretch.Near, needed / growth) }
            : growth < 0 ? stretch with { Far = Math.Min(stretch.Far, needed / growth) }
            : needed > 0 ? Stretch.None : stretch;
    }

    /// <summary>θ ≥ flattest, that is d·cos − x·sin ≥ 0.</summary>
    private Stretch AboveFlattest(Stretch stretch, double most, double nearest, double farthest)
    {
        var (sin, cos) = Math.SinCos(_flattest);
        if (_flattest > 0)
        {
            return most <= 0 ? Stretch.None
                : nearest > 0 ? stretch with { Far = Math.Min(stretch.Far, most * cos / (nearest * sin)) } : stretch;
        }
        if (most >= 0 || _flattest <= -Math.PI / 2)
        {
            return stretch;
        }
        return farthest > 0 ? stretch with { Near = Math.Max(stretch.Near, most * cos / (farthest * sin)) } : Stretch.None;
    }

    /// <summary>The need for width grows with the distance, so the farthest distance that is in is found by halving.</summary>
    private Stretch WithinWidth(Stretch stretch, double sideways, double along)
    {
        if (IsInPicture(stretch.Far, sideways, along))
        {
            return stretch;
        }
        var (low, high) = (stretch.Near, stretch.Far);
        if (!IsInPicture(low, sideways, along))
        {
            return Stretch.None;
        }
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = IsInPicture(middle, sideways, along) ? (middle, high) : (low, middle);
        }
        return stretch with { Far = high };
    }

    /// <summary>Some horizontal angle is wide enough for the bearing and narrow enough for the density.</summary>
    private bool IsInPicture(double distance, double sideways, double along)
    {
        var (aside, depth) = (distance * sideways, Depth(distance * along));
        if (aside > 0 && depth <= 0)
        {
            return false;
        }
        var half = Math.Max(_narrow, aside > 0 ? aside / depth : 0);
        return half <= _wide && Math.Sqrt(distance * distance + _leastDrop * _leastDrop) * half <= _detail;
    }

    /// <summary>At the best tilt: that of the target itself where it is allowed, else the nearer end.</summary>
    private double Depth(double x)
    {
        var isBelowLow = _depthDrop * _low.Cos < x * _low.Sin;
        var isAboveHigh = _depthDrop * _high.Cos > x * _high.Sin;
        return isBelowLow || isAboveHigh
            ? Math.Max(x * _low.Cos + _depthDrop * _low.Sin, x * _high.Cos + _depthDrop * _high.Sin)
            : Math.Sqrt(x * x + _depthDrop * _depthDrop);
    }
}
