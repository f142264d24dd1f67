using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Sweep;

/// <summary>What the edges of a polygon become: those by which a sight line enters it, and those by which it leaves.</summary>
/// <param name="EnterScale">Enlargement, from the camera, of the edges by which sight enters; null = they do nothing.</param>
/// <param name="LeaveScale">The same for those by which it leaves.</param>
/// <param name="Step">Of the number of things that block inside: 1 for an obstacle, -1 for an opening in one.</param>
internal readonly record struct Casting(double? EnterScale, Crossing Enter, double? LeaveScale, Crossing Leave, int Step)
{
    /// <summary>What the lens may see at most: beyond it nothing, on this side of it nothing either.</summary>
    public static readonly Casting Window = new(1, Crossing.Leave, 1, Crossing.Endless, -1);

    /// <summary>A room: beyond its walls nothing.</summary>
    public static readonly Casting Room = new(null, Crossing.Leave, 1, Crossing.Endless, -1);

    /// <summary>The footprint of an obstacle, whatever the sight above it.</summary>
    public static readonly Casting Ground = new(1, Crossing.Enter, 1, Crossing.Leave, 1);

    public static Casting Shadow(ShadowSpan span) => span.IsEndless
        ? new Casting(span.Near, Crossing.Endless, null, Crossing.Leave, 1)
        : new Casting(span.Near, Crossing.Enter, span.Far, Crossing.Leave, 1);

    public Crossing AtCamera => Step > 0 ? Crossing.EnterAtCamera : Crossing.LeaveAtCamera;
}

/// <summary>Turns the rings of polygons into pieces for the sweep, and tells where the camera stands towards them.</summary>
internal sealed class RingCaster(PieceSet pieces)
{
    private Ray[] _ring = new Ray[256];
    private int _count;

    /// <summary>Adds a polygon; true when the camera stands inside it, and not on its outline.</summary>
    public bool Cast(Polygon polygon, in Frame frame, in Casting casting)
    {
        Load(polygon.Shell.CoordinateSequence, frame);
        var inside = CastRing(true, casting) == Place.Inside;
        for (var i = 0; i < polygon.NumInteriorRings; i++)
        {
            Load(((LinearRing)polygon.GetInteriorRingN(i)).CoordinateSequence, frame);
            inside &= CastRing(false, casting) == Place.Outside;
        }
        return inside;
    }

    /// <summary>Adds a simple ring given in the camera's frame.</summary>
    public void Cast(IReadOnlyList<(double X, double Y)> ring, in Casting casting)
    {
        Reserve(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            _ring[i] = Ray.To(ring[i].X, ring[i].Y);
        }
        CastRing(true, casting);
    }

    private enum Place
    {
        Outside,
        Inside,
        OnOutline,
    }

    private void Load(CoordinateSequence ring, in Frame frame)
    {
        Reserve(Math.Max(0, ring.Count - 1));
        for (var i = 0; i < _count; i++)
        {
            var (x, y) = frame.FromPlane(ring.GetX(i), ring.GetY(i));
            _ring[i] = Ray.To(x, y);
        }
    }

    private void Reserve(int count)
    {
        _count = count;
        if (_ring.Length < count)
        {
            _ring = new Ray[2 * count];
        }
    }

    private Place CastRing(bool isShell, in Casting casting)
    {
        var leftIsInside = SignedArea() > 0 == isShell;
        return StandsOnIt()
            ? CastTouched(isShell, leftIsInside, casting)
            : CastApart(isShell, leftIsInside, casting);
    }

    private double SignedArea()
    {
        var sum = 0.0;
        var last = _ring[_count - 1];
        foreach (ref readonly var ray in _ring.AsSpan(0, _count))
        {
            sum += last.Radius * ray.Radius * Ray.Cross(last, ray);
            last = ray;
        }
        return sum;
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
    /// Adds an edge in counter-clockwise direction, which its bearings tell, unless it points at the camera; true when it
    /// crosses the bearing straight behind. The interior lies behind an edge that has it on its far side: by such an edge sight enters.
    /// </summary>
    private bool CastEdge(in Ray from, in Ray to, bool leftIsInside, in Casting casting)
    {
        var turn = to.Key - from.Key;
        var goesRound = Math.Abs(turn) > HalfTurn;
        turn = goesRound ? turn - Math.CopySign(2 * HalfTurn, turn) : turn;
        var leaves = turn > 0 == leftIsInside;
        if (Math.Abs(turn) > Tolerances.SameBearing && (leaves ? casting.LeaveScale : casting.EnterScale) is { } scale)
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
