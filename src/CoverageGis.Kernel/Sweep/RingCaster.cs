using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Sweep;

/// <summary>Turns the rings of polygons into pieces for the sweep, and tells where the camera stands towards them.</summary>
internal sealed class RingCaster(PieceSet pieces)
{
    private readonly LocalRing _local = new();
    private Ray[] _ring = new Ray[256];
    private int _count;

    /// <summary>Adds a polygon; true when the camera stands inside it, and not on its outline.</summary>
    public bool Cast(Polygon polygon, in Frame frame, in Casting casting)
    {
        _local.Load(polygon.Shell.CoordinateSequence, frame);
        if (pieces.IsOutOfSight(_local, casting.EnterScale ?? 1))
        {
            return false;
        }
        var inside = CastRing(true, casting) == Place.Inside;
        for (var i = 0; i < polygon.NumInteriorRings; i++)
        {
            _local.Load(((LinearRing)polygon.GetInteriorRingN(i)).CoordinateSequence, frame);
            inside &= CastRing(false, casting) == Place.Outside;
        }
        return inside;
    }

    /// <summary>Adds a simple ring given in the camera's frame.</summary>
    public void Cast(IReadOnlyList<(double X, double Y)> ring, in Casting casting)
    {
        _local.Load(ring);
        CastRing(true, casting);
    }

    private enum Place
    {
        Outside,
        Inside,
        OnOutline,
    }

    private Place CastRing(bool isShell, in Casting casting)
    {
        LoadRays();
        var leftIsInside = _local.TwiceArea > 0 == isShell;
        return _local.MayTouchOrigin && StandsOnIt()
            ? CastTouched(isShell, leftIsInside, casting)
            : CastApart(isShell, leftIsInside, casting);
    }

    private void LoadRays()
    {
        _count = _local.Count;
        if (_ring.Length < _count)
        {
            _ring = new Ray[2 * _count];
        }
        for (var i = 0; i < _count; i++)
        {
            _ring[i] = Ray.To(_local.X[i], _local.Y[i]);
        }
    }

    private bool StandsOnIt()
    {
        for (int i = 0, last = _count - 1; i < _count; last = i++)
        {
            if (IsHere(_ring[i]) || PassesHere(_ring[last], _ring[i]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsHere(in Ray ray) => !(ray.Radius > Tolerances.OnOutline);

    private static bool PassesHere(in Ray from, in Ray to)
    {
        if (from.X * to.X + from.Y * to.Y >= 0)
        {
            return false;
        }
        var (dx, dy) = (to.Radius * to.X - from.Radius * from.X, to.Radius * to.Y - from.Radius * from.Y);
        var across = from.Radius * to.Radius * Ray.Cross(from, to);
        return across * across <= Tolerances.OnOutline * Tolerances.OnOutline * (dx * dx + dy * dy);
    }

    private Place CastApart(bool isShell, bool leftIsInside, in Casting casting)
    {
        var isInside = false;
        for (int i = 0, last = _count - 1; i < _count; last = i++)
        {
            isInside ^= CastEdge(_ring[last], _ring[i], leftIsInside, casting);
        }
        if (isInside)
        {
            pieces.BlockedAtCamera += isShell ? casting.Step : -casting.Step;
        }
        return isInside ? Place.Inside : Place.Outside;
    }

    /// <summary>
    /// Adds an edge in counter-clockwise direction, which its bearings tell; true when it
    /// crosses the bearing straight behind. The interior lies behind an edge that has it on its far side: by such an edge sight enters.
    /// </summary>
    private bool CastEdge(in Ray from, in Ray to, bool leftIsInside, in Casting casting)
    {
        var turn = to.Key - from.Key;
        var goesRound = Math.Abs(turn) > HalfTurn;
        turn = goesRound ? turn - Math.CopySign(2 * HalfTurn, turn) : turn;
        var leaves = turn > 0 == leftIsInside;
        if (turn != 0 && (leaves ? casting.LeaveScale : casting.EnterScale) is { } scale)
        {
            var (first, second) = turn > 0 ? (from, to) : (to, from);
            pieces.Add(first, second, scale, leaves ? casting.Leave : casting.Enter);
        }
        return goesRound;
    }

    /// <summary>Of the keys of bearings.</summary>
    private const double HalfTurn = 2;

    /// <summary>
    /// The camera stands on this ring: between the directions of the neighbouring vertices the interior begins at the
    /// camera itself, elsewhere the ring's exterior does. Edges through the camera are seen from their end.
    /// </summary>
    private Place CastTouched(bool isShell, bool leftIsInside, in Casting casting)
    {
        if (!isShell)
        {
            pieces.BlockedAtCamera -= casting.Step;
        }
        for (var i = 0; i < _count; i++)
        {
            CastTouchedEdge(i, leftIsInside, casting);
        }
        return Place.OnOutline;
    }

    private void CastTouchedEdge(int index, bool leftIsInside, in Casting casting)
    {
        var from = _ring[index];
        var to = _ring[(index + 1) % _count];
        if (IsHere(from))
        {
            return;
        }
        if (IsHere(to) || PassesHere(from, to))
        {
            OpenWedge(from, NextApart(index), leftIsInside, casting);
            return;
        }
        CastEdge(from, to, leftIsInside, casting);
    }

    private Ray NextApart(int index)
    {
        for (var i = 1; i <= _count; i++)
        {
            var next = _ring[(index + i) % _count];
            if (!IsHere(next))
            {
                return next;
            }
        }
        return _ring[index];
    }

    private void OpenWedge(in Ray previous, in Ray next, bool leftIsInside, in Casting casting)
    {
        var (first, last) = leftIsInside ? (next, previous) : (previous, next);
        pieces.Add(first with { Radius = 0 }, last with { Radius = 0 }, 1, casting.AtCamera);
    }
}
