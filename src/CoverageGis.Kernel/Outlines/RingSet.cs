using CoverageGis.Kernel.Footprints;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Outlines;

/// <summary>Simple rings of nodes, made into polygons: counter-clockwise ones are shells, clockwise ones are holes.</summary>
internal sealed class RingSet(Outline outline)
{
    private static readonly GeometryFactory Factory = new();
    private readonly List<int> _nodes = [];
    private readonly List<(int First, int Count, double Area)> _rings = [];

    /// <summary>Of all rings together, m².</summary>
    public double Area { get; private set; }

    public void Clear()
    {
        _nodes.Clear();
        _rings.Clear();
        Area = 0;
    }

    /// <summary>Adds a ring without the nodes that say nothing; nodes where rings touch stay.</summary>
    public void Add(List<int> ring, int[] arrivals)
    {
        var first = _nodes.Count;
        for (var i = 0; i < ring.Count; i++)
        {
            Append(first, ring[i], arrivals);
        }
        while (_nodes.Count - first >= 3 && (Drops(_nodes[^2], _nodes[^1], _nodes[first], arrivals)))
        {
            _nodes.RemoveAt(_nodes.Count - 1);
        }
        if (_nodes.Count - first >= 3 && Drops(_nodes[^1], _nodes[first], _nodes[first + 1], arrivals))
        {
            _nodes.RemoveAt(first);
        }
        Keep(first);
    }

    private void Append(int first, int node, int[] arrivals)
    {
        while (_nodes.Count - first >= 2 && Drops(_nodes[^2], _nodes[^1], node, arrivals))
        {
            _nodes.RemoveAt(_nodes.Count - 1);
        }
        _nodes.Add(node);
    }

    private bool Drops(int before, int node, int after, int[] arrivals)
    {
        if (node == Outline.CameraNode || arrivals[node] > 1)
        {
            return false;
        }
        var (x, y) = (outline.NodeX[after] - outline.NodeX[before], outline.NodeY[after] - outline.NodeY[before]);
        var (nodeX, nodeY) = (outline.NodeX[node] - outline.NodeX[before], outline.NodeY[node] - outline.NodeY[before]);
        return Math.Abs(x * nodeY - y * nodeX) <= Tolerances.Collinear * Math.Sqrt(x * x + y * y);
    }

    private void Keep(int first)
    {
        var (twiceArea, length) = (0.0, 0.0);
        var last = _nodes.Count - 1;
        for (var i = first; i < _nodes.Count; last = i++)
        {
            var (x, y) = (outline.NodeX[_nodes[i]], outline.NodeY[_nodes[i]]);
            var (lastX, lastY) = (outline.NodeX[_nodes[last]], outline.NodeY[_nodes[last]]);
            twiceArea += lastX * y - lastY * x;
            length += Math.Abs(x - lastX) + Math.Abs(y - lastY);
        }
        Area += twiceArea / 2;
        if (_nodes.Count - first >= 3 && Math.Abs(twiceArea) > Tolerances.RingWidth * length)
        {
            _rings.Add((first, _nodes.Count - first, twiceArea / 2));
        }
        else
        {
            _nodes.RemoveRange(first, _nodes.Count - first);
        }
    }

    public Geometry ToGeometry(in Frame frame)
    {
        var shells = new List<LinearRing>();
        var holes = new List<LinearRing>();
        foreach (var ring in _rings)
        {
            (ring.Area > 0 ? shells : holes).Add(ToRing(ring.First, ring.Count, frame));
        }
        return shells.Count switch
        {
            0 => Factory.CreatePolygon(),
            1 => Factory.CreatePolygon(shells[0], [.. holes]),
            _ => Assemble(shells, holes),
        };
    }

    private LinearRing ToRing(int first, int count, in Frame frame)
    {
        var coordinates = new Coordinate[count + 1];
        for (var i = 0; i < count; i++)
        {
            var node = _nodes[first + i];
            var (x, y) = frame.ToPlane(outline.NodeX[node], outline.NodeY[node]);
            coordinates[i] = new Coordinate(x, y);
        }
        coordinates[count] = coordinates[0].Copy();
        return Factory.CreateLinearRing(coordinates);
    }

    private static MultiPolygon Assemble(List<LinearRing> shells, List<LinearRing> holes)
    {
        var holesOf = shells.ConvertAll(_ => new List<LinearRing>());
        foreach (var hole in holes)
        {
            holesOf[Owner(shells, hole)].Add(hole);
        }
        var polygons = new Polygon[shells.Count];
        for (var i = 0; i < polygons.Length; i++)
        {
            polygons[i] = Factory.CreatePolygon(shells[i], [.. holesOf[i]]);
        }
        return Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>The smallest shell round the middle of one of the hole's edges: a shell can touch the hole there only in a node, so not in the middle.</summary>
    private static int Owner(List<LinearRing> shells, LinearRing hole)
    {
        var middle = new LineSegment(hole.GetCoordinateN(0), hole.GetCoordinateN(1)).MidPoint;
        var (owner, ownerArea) = (0, double.PositiveInfinity);
        for (var i = 0; i < shells.Count; i++)
        {
            if (PointLocation.IsInRing(middle, shells[i].Coordinates))
            {
                var area = NetTopologySuite.Algorithm.Area.OfRing(shells[i].Coordinates);
                (owner, ownerArea) = area < ownerArea ? (i, area) : (owner, ownerArea);
            }
        }
        return owner;
    }
}
