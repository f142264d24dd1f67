namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>
/// A prism in the way of one camera. Over the share s of the way from the lens (s = 0) to height z over the point (s = 1)
/// the sight line is at H + s (z − H). While s runs over the stretch on which the way is over the prism, and z over the
/// target's band, these heights make up one interval, whose ends lie at the ends of both: no sampling is needed.
/// </summary>
internal sealed class Obstacle
{
    private readonly Prism _prism;
    private readonly Optics _eye;
    private readonly Target _target;
    private readonly bool[] _eyeInside;
    private readonly bool _onGround;
    private double[] _shares = new double[16];

    public Obstacle(Prism prism, Optics eye, Target target)
    {
        (_prism, _eye, _target) = (prism, eye, target);
        _eyeInside = [.. prism.Pieces.Select(p => p.Contains(eye.X, eye.Y))];
        _onGround = prism.StandsOnGround(target);
    }

    public bool Hides(double x, double y)
    {
        var way = Box.Between(_eye.X, _eye.Y, x, y);
        if (!_prism.Bounds.Meets(way))
            return false;
        for (var i = 0; i < _prism.Pieces.Count; i++)
        {
            var piece = _prism.Pieces[i];
            if (piece.Bounds.Meets(way) && ((_onGround && piece.Contains(x, y)) || Stops(piece, _eyeInside[i], x, y)))
                return true;
        }
        return false;
    }

    private bool Stops(Area piece, bool inside, double x, double y)
    {
        var passes = piece.Passes(_eye.X, _eye.Y, x, y, ref _shares);
        var from = 0.0;
        for (var i = 0; i < passes; i++)
        {
            if (inside && Meets(from, _shares[i]))
                return true;
            (from, inside) = (_shares[i], !inside);
        }
        return inside && Meets(from, 1);
    }

    private bool Meets(double from, double to)
    {
        var lowest = Math.Min(At(from, _target.Low), At(to, _target.Low));
        var highest = Math.Max(At(from, _target.High), At(to, _target.High));
        return lowest < _prism.Top && highest > _prism.Base;
    }

    private double At(double share, double z) => _eye.Height + share * (z - _eye.Height);
}
