using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Outlines;

/// <summary>
/// Follows the edges of an outline to rings. A ring that comes back to a node is split there, so that every ring is
/// simple, and rings touch only in nodes.
/// </summary>
internal sealed class RingTracer(Outline outline)
{
    private readonly List<int> _path = [];
    private readonly List<int> _loop = [];
    private readonly RingSet _rings = new(outline);
    private int[] _placeInPath = [];
    private int[] _arrivals = [];

    /// <summary>The area that the outline encloses, in the plane; null when its edges do not make rings of the area swept.</summary>
    public Geometry? Trace(in Frame frame)
    {
        Prepare();
        for (var edge = 0; edge < outline.EdgeCount; edge++)
        {
            if (outline.Follower[edge] != Done && !Follow(edge))
            {
                return null;
            }
        }
        var difference = Math.Abs(_rings.Area - outline.Area);
        return difference <= Tolerances.AreaAgreement * (1 + outline.Area) ? _rings.ToGeometry(frame) : null;
    }

    private const int Done = -2;

    private void Prepare()
    {
        _rings.Clear();
        if (_placeInPath.Length < outline.NodeCount)
        {
            _placeInPath = new int[2 * outline.NodeCount];
            _arrivals = new int[2 * outline.NodeCount];
        }
        Array.Fill(_placeInPath, -1, 0, outline.NodeCount);
        Array.Clear(_arrivals, 0, outline.NodeCount);
        for (var edge = 0; edge < outline.EdgeCount; edge++)
        {
            if (outline.To[edge] >= 0)
            {
                _arrivals[outline.To[edge]]++;
            }
        }
    }

    private bool Follow(int edge)
    {
        _path.Clear();
        while (outline.Follower[edge] != Done)
        {
            if (outline.Follower[edge] < 0 || outline.From[edge] < 0)
            {
                return false;
            }
            Visit(outline.From[edge]);
            (edge, outline.Follower[edge]) = (outline.Follower[edge], Done);
        }
        CutLoop(0);
        return true;
    }

    private void Visit(int node)
    {
        if (_placeInPath[node] >= 0)
        {
            CutLoop(_placeInPath[node]);
        }
        _placeInPath[node] = _path.Count;
        _path.Add(node);
    }

    /// <summary>Takes the path from a place on as a ring of its own.</summary>
    private void CutLoop(int place)
    {
        _loop.Clear();
        for (var i = place; i < _path.Count; i++)
        {
            _placeInPath[_path[i]] = -1;
            _loop.Add(_path[i]);
        }
        _path.RemoveRange(place, _path.Count - place);
        _rings.Add(_loop, _arrivals);
    }
}
