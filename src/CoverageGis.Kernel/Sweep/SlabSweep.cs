using CoverageGis.Kernel.Outlines;

namespace CoverageGis.Kernel.Sweep;

/// <summary>
/// Turns once round the camera, from bearing to bearing. In the slab between two bearings the pieces that cross it
/// do so from side to side; where two of them cross each other the slab is cut, so that in every part the pieces
/// have one order outward, and counting what blocks along that order tells what is seen.
/// </summary>
internal sealed class SlabSweep(PieceSet pieces, Outline outline)
{
    /// <summary>A slab cut more often than this is no longer geometry but rounding.</summary>
    private const int DeepestCut = 200;

    private Strand[] _active = new Strand[128];
    private Strand[] _slab = new Strand[512];
    private int _activeCount, _blockedAtCamera;

    /// <summary>False when it could not be finished.</summary>
    public bool Run()
    {
        _activeCount = 0;
        _blockedAtCamera = pieces.BlockedAtCamera;
        outline.Begin(pieces.IsAllRound);
        var sound = true;
        for (var i = 0; i + 1 < pieces.BearingCount; i++)
        {
            Change(i);
            var count = Gather(i + 1);
            sound &= Sweep(0, count, pieces.Bearings[i], pieces.Bearings[i + 1], 0);
        }
        outline.End(pieces.Bearings[pieces.BearingCount - 1]);
        return sound;
    }

    /// <summary>Takes leave of the pieces that end at a bearing, and takes up those that begin there.</summary>
    private void Change(int bearing)
    {
        Retire(bearing);
        foreach (var end in pieces.EndsAt(bearing))
        {
            ref readonly var piece = ref pieces.Pieces[end >> 1];
            if (piece.From == piece.To)
            {
                continue;
            }
            if (piece.IsAtCamera)
            {
                _blockedAtCamera += (end & 1) == 0 ? piece.Step : -piece.Step;
            }
            else if ((end & 1) == 0)
            {
                Admit(end >> 1, piece.FromRadius);
            }
        }
    }

    private void Retire(int bearing)
    {
        var kept = 0;
        for (var i = 0; i < _activeCount; i++)
        {
            if (pieces.Pieces[_active[i].Piece].To != bearing)
            {
                _active[kept++] = _active[i];
            }
        }
        _activeCount = kept;
    }

    private void Admit(int piece, double radius)
    {
        if (_activeCount == _active.Length)
        {
            Array.Resize(ref _active, 2 * _activeCount);
        }
        _active[_activeCount++] = new Strand { Piece = piece, To = radius };
    }

    /// <summary>Leads all pieces on to the next bearing, and gathers those that are not wholly behind an endless one.</summary>
    private int Gather(int bearing)
    {
        var cover = Advance(bearing);
        Reserve(_activeCount);
        var count = 0;
        for (var i = 0; i < _activeCount; i++)
        {
            ref readonly var strand = ref _active[i];
            if (strand.From < cover.From || strand.To < cover.To || strand.Piece == cover.Piece)
            {
                _slab[count++] = strand;
            }
        }
        return count;
    }

    /// <summary>Returns the endless piece that is nearest in the middle.</summary>
    private Strand Advance(int bearing)
    {
        var cover = new Strand { Piece = -1, From = double.PositiveInfinity, To = double.PositiveInfinity };
        ref readonly var direction = ref pieces.Bearings[bearing];
        foreach (ref var strand in _active.AsSpan(0, _activeCount))
        {
            ref readonly var piece = ref pieces.Pieces[strand.Piece];
            strand.From = strand.To;
            strand.To = piece.To == bearing ? piece.ToRadius : piece.RadiusAt(direction.X, direction.Y);
            if (piece.Crossing == Crossing.Endless && strand.Middle < cover.Middle)
            {
                cover = strand;
            }
        }
        return cover;
    }

    /// <summary>Sweeps the strands [start, start + count) of a slab or a part of one.</summary>
    private bool Sweep(int start, int count, in Ray from, in Ray to, int depth)
    {
        Sort(_slab.AsSpan(start, count));
        if (FindCrossing(start, count) is { } pair && CrossingBearing(pair.First, pair.Second, from, to) is { } middle)
        {
            return depth < DeepestCut && Cut(start, count, pair, from, middle, to, depth);
        }
        if (!Sight.See(_slab.AsSpan(start, count), pieces.Pieces, _blockedAtCamera, outline.Next))
        {
            return false;
        }
        outline.Advance(from, Ray.Cross(from, to));
        return true;
    }

    /// <summary>By insertion: the lists are short. Of two strands that coincide, the one that blocks comes first.</summary>
    private void Sort(Span<Strand> strands)
    {
        for (var i = 1; i < strands.Length; i++)
        {
            var strand = strands[i];
            var place = i;
            while (place > 0 && IsBefore(strand, strands[place - 1]))
            {
                strands[place] = strands[--place];
            }
            strands[place] = strand;
        }
    }

    private bool IsBefore(in Strand one, in Strand other)
    {
        if (Math.Abs(one.From - other.From) <= Tolerances.SameRadius && Math.Abs(one.To - other.To) <= Tolerances.SameRadius)
        {
            return pieces.Pieces[one.Piece].Step > pieces.Pieces[other.Piece].Step;
        }
        return one.Middle < other.Middle;
    }

    /// <summary>Finds two strands that lie one way at one bearing and the other way at the other, beyond rounding.</summary>
    private (int First, int Second)? FindCrossing(int start, int count)
    {
        for (var i = start + 1; i < start + count; i++)
        {
            for (var j = i - 1; j >= start; j--)
            {
                var (atFrom, atTo) = (_slab[j].From - _slab[i].From, _slab[j].To - _slab[i].To);
                if (Math.Max(atFrom, atTo) > Tolerances.SameRadius && Math.Min(atFrom, atTo) < -Tolerances.SameRadius)
                {
                    return (j, i);
                }
            }
        }
        return null;
    }

    /// <summary>Both lines have the same 1/r where the difference of their normals is square to the direction.</summary>
    private Ray? CrossingBearing(int first, int second, in Ray from, in Ray to)
    {
        ref readonly var one = ref pieces.Pieces[_slab[first].Piece];
        ref readonly var other = ref pieces.Pieces[_slab[second].Piece];
        var (x, y) = (other.Ny - one.Ny, one.Nx - other.Nx);
        var sign = x * (from.X + to.X) + y * (from.Y + to.Y) < 0 ? -1 : 1;
        var middle = Ray.To(sign * x, sign * y);
        return Ray.Cross(from, middle) > 0 && Ray.Cross(middle, to) > 0 ? middle : null;
    }

    private bool Cut(int start, int count, (int First, int Second) pair, in Ray from, in Ray middle, in Ray to, int depth)
    {
        Reserve(start + 2 * count);
        for (var i = 0; i < count; i++)
        {
            ref readonly var strand = ref _slab[start + i];
            var radius = pieces.Pieces[strand.Piece].RadiusAt(middle.X, middle.Y);
            _slab[start + count + i] = strand with { To = radius };
            _slab[start + i].From = radius;
        }
        Meet(start, count, pair);
        return Sweep(start + count, count, from, middle, depth + 1) && Sweep(start, count, middle, to, depth + 1);
    }

    /// <summary>Where two pieces cross they have the same radius, to the last bit.</summary>
    private void Meet(int start, int count, (int First, int Second) pair)
    {
        var radius = _slab[pair.First].From;
        _slab[pair.Second].From = radius;
        _slab[pair.Second + count].To = radius;
    }

    private void Reserve(int size)
    {
        if (_slab.Length < size)
        {
            Array.Resize(ref _slab, 2 * size);
        }
    }
}
