namespace CoverageGis.Kernel.Sweep;

/// <summary>
/// The pieces of all outlines in the range of bearings that is looked at, then sorted into a list of bearings at which
/// something begins or ends. Bearings closer than <see cref="Tolerances.SameBearing"/> become one, and the ends of
/// pieces are moved on to it, so that from there on everything is consistent.
/// </summary>
internal sealed class PieceSet
{
    private Ray[] _ends = new Ray[1024];
    private readonly BearingSort _sort = new();
    private int[] _firstEnd = new int[1025];
    private Ray _rangeFrom, _rangeTo;
    private double _outer;
    private bool _isLessThanHalf;

    public Piece[] Pieces = new Piece[512];
    public Ray[] Bearings = new Ray[1024];

    public int Count { get; private set; }

    public int BearingCount { get; private set; }

    /// <summary>How many things block right at the camera, whatever the bearing.</summary>
    public int BlockedAtCamera { get; set; }

    /// <summary>The range is all round, its first and last bearing are the same.</summary>
    public bool IsAllRound { get; private set; }

    public void Begin(in Ray from, in Ray to, double outer)
    {
        (Count, BearingCount, BlockedAtCamera) = (0, 0, 0);
        (_rangeFrom, _rangeTo, _outer) = (from, to, outer);
        _isLessThanHalf = to.Key - from.Key < Ray.LeftEnd;
        IsAllRound = from.Key == Ray.RightEnd && to.Key == Ray.LeftEnd;
    }

    /// <summary>Nothing in the box of a ring, or in its shadow that begins at a scale, is in the range and the reach looked at.</summary>
    public bool IsOutOfSight(LocalRing ring, double scale)
    {
        var x = Math.Max(Math.Max(ring.MinX, -ring.MaxX), 0) * scale;
        var y = Math.Max(Math.Max(ring.MinY, -ring.MaxY), 0) * scale;
        return x * x + y * y >= _outer * _outer
            || (_isLessThanHalf && (IsBeside(ring, -_rangeFrom.Y, _rangeFrom.X) || IsBeside(ring, _rangeTo.Y, -_rangeTo.X)));
    }

    /// <summary>The box lies beyond the line through the camera with this inward normal.</summary>
    private static bool IsBeside(LocalRing ring, double x, double y) =>
        x * (x > 0 ? ring.MaxX : ring.MinX) + y * (y > 0 ? ring.MaxY : ring.MinY) < -Tolerances.OnOutline;

    /// <summary>Adds the piece from one point counter-clockwise to another, both enlarged from the camera.</summary>
    public void Add(in Ray from, in Ray to, double scale, Crossing crossing)
    {
        if (from.Key <= to.Key)
        {
            AddInRange(from, to, scale, crossing);
        }
        else
        {
            AddAround(from, to, scale, crossing);
        }
    }

    private void AddAround(in Ray from, in Ray to, double scale, Crossing crossing)
    {
        var behind = Ray.OnLine(new Ray(Ray.LeftEnd, -1, 0, 1), from, to);
        AddInRange(from, behind, scale, crossing);
        AddInRange(behind with { Key = Ray.RightEnd }, to, scale, crossing);
    }

    private void AddInRange(in Ray from, in Ray to, double scale, Crossing crossing)
    {
        if (to.Key <= _rangeFrom.Key || from.Key >= _rangeTo.Key || IsBeyond(from, to, scale))
        {
            return;
        }
        Push(
            from.Key < _rangeFrom.Key ? Ray.OnLine(_rangeFrom, from, to) : from,
            to.Key > _rangeTo.Key ? Ray.OnLine(_rangeTo, from, to) : to,
            scale,
            crossing);
    }

    /// <summary>The whole line passes outside the circle that bounds the view. A cheap test that spares most of the work in a dense town.</summary>
    private bool IsBeyond(in Ray from, in Ray to, double scale)
    {
        if (Math.Min(from.Radius, to.Radius) * scale < _outer)
        {
            return false;
        }
        var (dx, dy) = (to.Radius * to.X - from.Radius * from.X, to.Radius * to.Y - from.Radius * from.Y);
        var across = from.Radius * to.Radius * Ray.Cross(from, to) * scale;
        return across * across >= _outer * _outer * (dx * dx + dy * dy);
    }

    private void Push(in Ray from, in Ray to, double scale, Crossing crossing)
    {
        if (Count == Pieces.Length)
        {
            Array.Resize(ref Pieces, 2 * Count);
            Array.Resize(ref _ends, 4 * Count);
        }
        Pieces[Count] = new Piece { FromRadius = from.Radius * scale, ToRadius = to.Radius * scale, Crossing = crossing };
        _ends[2 * Count] = from;
        _ends[2 * Count + 1] = to;
        Count++;
    }

    /// <summary>Sorts the bearings. False when a piece cannot be told apart from one that passes behind the camera.</summary>
    public bool Settle()
    {
        _sort.Sort(_ends.AsSpan(0, 2 * Count), _rangeFrom.Key, _rangeTo.Key);
        FindBearings();
        var sound = true;
        foreach (ref var piece in Pieces.AsSpan(0, Count))
        {
            sound &= piece.From == piece.To || piece.Settle(Bearings[piece.From], Bearings[piece.To]);
        }
        return sound;
    }

    private void FindBearings()
    {
        if (Bearings.Length < 2 * Count)
        {
            (_firstEnd, Bearings) = (new int[_ends.Length + 1], new Ray[_ends.Length]);
        }
        var order = _sort.Order;
        for (var i = 0; i < 2 * Count; i++)
        {
            ref readonly var end = ref _ends[order[i]];
            if (BearingCount == 0 || end.Key - Bearings[BearingCount - 1].Key > Tolerances.SameBearing)
            {
                Bearings[BearingCount] = end;
                _firstEnd[BearingCount++] = i;
            }
            Assign(order[i], BearingCount - 1);
        }
        Bearings[BearingCount - 1] = _rangeTo;
        _firstEnd[BearingCount] = 2 * Count;
    }

    private void Assign(int end, int bearing)
    {
        if ((end & 1) == 0)
        {
            Pieces[end >> 1].From = bearing;
        }
        else
        {
            Pieces[end >> 1].To = bearing;
        }
    }

    /// <summary>Ends of pieces at a bearing; even ones begin a piece, half the number is the piece.</summary>
    public ReadOnlySpan<int> EndsAt(int bearing) => _sort.Order.AsSpan(_firstEnd[bearing].._firstEnd[bearing + 1]);
}
