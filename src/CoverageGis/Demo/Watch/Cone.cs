using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>The field of view of a planned camera for a need: a pinhole frustum with its reach.</summary>
internal sealed class Cone
{
    private readonly Eye _eye;
    private readonly double _low;
    private readonly double _high;
    private readonly double _reach;
    private readonly double _nearest;
    private readonly (double Sin, double Cos) _turn;
    private readonly (double Sin, double Cos) _tilt;
    private readonly double _aside;
    private readonly double _above;

    public Cone(Eye eye, Need need)
    {
        (_eye, _low, _high) = (eye, eye.Height - need.Low, eye.Height - need.High);
        (_turn, _tilt) = (Math.SinCos(Radians(eye.Azimuth)), Math.SinCos(Radians(eye.Tilt)));
        (_aside, _above) = (Math.Tan(Radians(eye.Optics.Hfov / 2)), Math.Tan(Radians(eye.Optics.Vfov / 2)));
        _reach = eye.Optics.Pixels / (need.Ppm * (eye.Optics.IsFisheye ? Radians(eye.Optics.Hfov) : 2 * _aside));
        _nearest = need.MaxTilt is { } steepest ? _low / Math.Tan(Radians(steepest)) : 0;
    }

    public bool Holds(Coordinate at)
    {
        var (dx, dy) = (at.X - _eye.At.X, at.Y - _eye.At.Y);
        var flat = (dx * dx) + (dy * dy);
        return flat + (_low * _low) <= _reach * _reach && flat >= _nearest * _nearest
            && (_eye.Optics.IsFisheye || (InFrame(dx, dy, _low) && InFrame(dx, dy, _high)));
    }

    private bool InFrame(double dx, double dy, double below)
    {
        var ahead = (dx * _turn.Sin) + (dy * _turn.Cos);
        var aside = (dx * _turn.Cos) - (dy * _turn.Sin);
        var depth = (ahead * _tilt.Cos) + (below * _tilt.Sin);
        var above = (ahead * _tilt.Sin) - (below * _tilt.Cos);
        return depth > 0 && Math.Abs(aside) <= depth * _aside && Math.Abs(above) <= depth * _above;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
