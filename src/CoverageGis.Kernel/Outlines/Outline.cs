using CoverageGis.Kernel.Sweep;

namespace CoverageGis.Kernel.Outlines;

/// <summary>
/// The outline of what is seen, put together at the bearings between slabs: where the bounds on both sides are the
/// same piece, its edge goes on; elsewhere edges end and begin at a node, and where one side is seen and the other
/// is not, an edge runs along the bearing. Edges have what is seen on their left. Which edge follows which at a node
/// is known from the order of the bounds, not from angles, and keeps each wedge of seen ground to itself.
/// </summary>
internal sealed class Outline
{
    private readonly Bounds _first = new();
    private Bounds _last = new();
    private bool _isAllRound, _isFirst;
    private double _directionX, _directionY;

    /// <summary>The camera's own node.</summary>
    public const int CameraNode = 0;

    public double[] NodeX = new double[512];
    public double[] NodeY = new double[512];
    public int[] From = new int[512];
    public int[] To = new int[512];
    public int[] Follower = new int[512];

    public int NodeCount { get; private set; }

    public int EdgeCount { get; private set; }

    /// <summary>Of everything that is seen, as swept, m².</summary>
    public double Area { get; private set; }

    /// <summary>Features occur that rounding could damage.</summary>
    public bool IsDelicate { get; private set; }

    /// <summary>To be filled with the bounds of the next slab.</summary>
    public Bounds Next { get; private set; } = new();

    public void Begin(bool isAllRound)
    {
        (_isAllRound, _isFirst) = (isAllRound, true);
        (NodeCount, EdgeCount, Area, IsDelicate) = (1, 0, 0, false);
        _last.Clear();
    }

    /// <summary>Takes <see cref="Next"/> as the bounds of the slab that begins at a bearing and is sin(angle) wide.</summary>
    public void Advance(in Ray bearing, double width)
    {
        if (_isFirst && _isAllRound)
        {
            Open();
        }
        else
        {
            Join(bearing, false);
        }
        _isFirst = false;
        Measure(width);
        (_last, Next) = (Next, _last);
    }

    /// <summary>Closes the outline at the last bearing, which is the first one when the sweep went all round.</summary>
    public void End(in Ray bearing)
    {
        Next.Clear();
        if (_isAllRound)
        {
            Next.CopyFrom(_first);
        }
        Join(bearing, _isAllRound);
    }

    private void Open()
    {
        foreach (ref var bound in Next.Items.AsSpan(0, Next.Count))
        {
            bound.Edge = NewEdge();
        }
        _first.CopyFrom(Next);
    }

    private void Measure(double width)
    {
        for (var i = 0; i < Next.Count; i++)
        {
            ref readonly var bound = ref Next.Items[i];
            var half = width * bound.From * bound.To / 2;
            Area += (i & 1) == 0 ? -half : half;
            var least = width * Math.Min(bound.From, bound.To);
            IsDelicate |= Math.Abs(bound.From - bound.To) > Tolerances.Steep * least;
        }
    }

    /// <summary>Walks outward along a bearing over the bounds of both sides.</summary>
    private void Join(in Ray bearing, bool isClosing)
    {
        (_directionX, _directionY) = (bearing.X, bearing.Y);
        var (last, next) = (_last, Next);
        var (i, j, radial, previous) = (0, 0, -1, double.NegativeInfinity);
        while (i < last.Count || j < next.Count)
        {
            var radius = Math.Min(i < last.Count ? last.Items[i].To : double.PositiveInfinity, j < next.Count ? next.Items[j].From : double.PositiveInfinity);
            var (endI, endJ) = (i, j);
            for (; endI < last.Count && last.Items[endI].To <= radius + Tolerances.SameRadius; endI++)
            {
            }
            for (; endJ < next.Count && next.Items[endJ].From <= radius + Tolerances.SameRadius; endJ++)
            {
            }
            IsDelicate |= radius - previous < Tolerances.Delicate;
            if (!isClosing && endI == i + 1 && endJ == j + 1 && IsSame(i, j))
            {
                next.Items[j].Edge = last.Items[i].Edge;
            }
            else
            {
                radial = Meet(radius, i, endI, j, endJ, radial);
            }
            (i, j, previous) = (endI, endJ, radius);
        }
    }

    private bool IsSame(int last, int next) =>
        _last.Items[last].Piece == Next.Items[next].Piece && (last & 1) == (next & 1);

    /// <summary>
    /// Makes a node of all that meets at a radius, and links what arrives with what leaves: clockwise round the node
    /// each edge that arrives is followed by the one that leaves along the same wedge. Returns the edge along the bearing, outward.
    /// </summary>
    private int Meet(double radius, int last, int lastEnd, int next, int nextEnd, int inner)
    {
        var knot = new Knot(this, radius == 0 ? CameraNode : NewNode(radius));
        var outer = -1;
        if ((lastEnd & 1) != (nextEnd & 1))
        {
            outer = NewEdge();
            knot.Tie(outer, (nextEnd & 1) != 0);
        }
        for (var i = lastEnd - 1; i >= last; i--)
        {
            knot.Tie(_last.Items[i].Edge, (i & 1) == 0);
        }
        if (inner >= 0)
        {
            knot.Tie(inner, (last & 1) != 0);
        }
        for (var j = next; j < nextEnd; j++)
        {
            ref var bound = ref Next.Items[j];
            bound.Edge = bound.Edge >= 0 ? bound.Edge : NewEdge();
            knot.Tie(bound.Edge, (j & 1) != 0);
        }
        knot.Close();
        return outer;
    }

    private int NewNode(double radius)
    {
        if (NodeCount == NodeX.Length)
        {
            Array.Resize(ref NodeX, 2 * NodeCount);
            Array.Resize(ref NodeY, 2 * NodeCount);
        }
        (NodeX[NodeCount], NodeY[NodeCount]) = (_directionX * radius, _directionY * radius);
        return NodeCount++;
    }

    private int NewEdge()
    {
        if (EdgeCount == From.Length)
        {
            Array.Resize(ref From, 2 * EdgeCount);
            Array.Resize(ref To, 2 * EdgeCount);
            Array.Resize(ref Follower, 2 * EdgeCount);
        }
        (From[EdgeCount], To[EdgeCount], Follower[EdgeCount]) = (-1, -1, -1);
        return EdgeCount++;
    }

    /// <summary>Edges tied clockwise round one node.</summary>
    private ref struct Knot(Outline outline, int node)
    {
        private int _arrived = -1, _firstLeaving = -1;

        public void Tie(int edge, bool leaves)
        {
            if (!leaves)
            {
                outline.To[edge] = node;
                _arrived = edge;
                return;
            }
            outline.From[edge] = node;
            if (_arrived >= 0)
            {
                outline.Follower[_arrived] = edge;
                _arrived = -1;
            }
            else
            {
                _firstLeaving = edge;
            }
        }

        public readonly void Close()
        {
            if (_arrived >= 0)
            {
                outline.Follower[_arrived] = _firstLeaving;
            }
        }
    }
}
