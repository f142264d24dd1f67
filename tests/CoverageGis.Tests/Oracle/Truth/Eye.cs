namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>
/// Whether one exact camera sees a ground point for one target: the three conditions of architecture.md §5,
/// "What exactly is seen", one after the other, asked of a single point.
/// </summary>
internal sealed class Eye
{
    /// <summary>From here on a lens is no pinhole but a plain sector, degrees.</summary>
    private const double WideAngle = 150;

    private const double Degree = Math.PI / 180;

    private readonly Optics _optics;
    private readonly Target _target;
    private readonly Obstacle[] _obstacles;
    private readonly Area? _room;
    private readonly double _sinAzimuth, _cosAzimuth, _sinTilt, _cosTilt, _tanHalfWidth, _tanHalfHeight;
    private readonly double _farthest, _nearest;
    private readonly bool _walledIn;

    /// <param name="obstacles">Prisms that could stand in the way.</param>
    /// <param name="room">Outline of the building that an indoor camera looks round in; null outdoors.</param>
    public Eye(Optics optics, Target target, IEnumerable<Prism> obstacles, Area? room)
    {
        (_optics, _target, _room) = (optics, target, room);
        (_sinAzimuth, _cosAzimuth) = Math.SinCos(optics.Azimuth * Degree);
        (_sinTilt, _cosTilt) = Math.SinCos(optics.Tilt * Degree);
        (_tanHalfWidth, _tanHalfHeight) = (Math.Tan(optics.Hfov * Degree / 2), Math.Tan(optics.Vfov * Degree / 2));
        var drop = optics.Height - target.Low;
        var slant = Slant();
        _farthest = slant > Math.Abs(drop) ? Math.Sqrt(slant * slant - drop * drop) : -1;
        if (optics.Range is { } range)
            _farthest = Math.Min(_farthest, range);
        _nearest = target.Steepest is { } steepest && drop > 0 ? drop / Math.Tan(steepest * Degree) : 0;
        var reach = Reach;
        var near = obstacles.Where(o => o.Bounds.Meets(reach)).ToList();
        _walledIn = near.Exists(o => o.StandsOnGround(target) && o.Top >= optics.Height && o.Covers(optics.X, optics.Y));
        _obstacles = [.. near.Select(o => new Obstacle(o, optics, target))];
    }

    /// <summary>Where it may see anything.</summary>
    public Box Reach => Box.Around(_optics.X, _optics.Y, Math.Max(0, _farthest));

    public bool Sees(double x, double y)
    {
        var (dx, dy) = (x - _optics.X, y - _optics.Y);
        var square = dx * dx + dy * dy;
        return !_walledIn && _farthest >= 0 && square <= _farthest * _farthest && square >= _nearest * _nearest
            && InField(dx, dy) && InRoom(x, y) && !Hidden(x, y);
    }

    /// <summary>Distance from the lens at which the target is still shown densely enough.</summary>
    private double Slant() => _optics.Fisheye || _optics.Hfov >= WideAngle
        ? _optics.Pixels / (_optics.Hfov * Degree * _target.Density)
        : _optics.Pixels / (2 * _target.Density * _tanHalfWidth);

    private bool InField(double dx, double dy)
    {
        if (_optics.Fisheye)
            return true;
        var ahead = dx * _sinAzimuth + dy * _cosAzimuth;
        var aside = dx * _cosAzimuth - dy * _sinAzimuth;
        if (_optics.Vfov >= 180 || _optics.Hfov >= WideAngle)
            return Math.Abs(Math.Atan2(aside, ahead)) <= _optics.Hfov * Degree / 2;
        return InFrame(ahead, aside, _target.Low) && InFrame(ahead, aside, _target.High);
    }

    private bool InFrame(double ahead, double aside, double z)
    {
        var drop = _optics.Height - z;
        var depth = ahead * _cosTilt + drop * _sinTilt;
        var below = drop * _cosTilt - ahead * _sinTilt;
        return depth > 0 && Math.Abs(aside) <= depth * _tanHalfWidth && Math.Abs(below) <= depth * _tanHalfHeight;
    }

    private bool InRoom(double x, double y)
    {
        if (_room is null)
            return true;
        var shares = new double[8];
        return _room.Contains(x, y) && _room.Passes(_optics.X, _optics.Y, x, y, ref shares) == 0;
    }

    private bool Hidden(double x, double y)
    {
        foreach (var obstacle in _obstacles)
        {
            if (obstacle.Hides(x, y))
                return true;
        }
        return false;
    }
}
