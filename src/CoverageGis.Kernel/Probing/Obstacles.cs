using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Probing;

/// <summary>Occluders laid out once for many sight lines of many cameras: on a grid, so that a line asks only what it passes. May be asked from many threads.</summary>
public sealed class Obstacles
{
    /// <summary>Side of a cell, m: about a building.</summary>
    private const double Cell = 20;

    /// <summary>So few are asked one by one.</summary>
    private const int Few = 8;

    private readonly IReadOnlyList<Occluder> _occluders;
    private readonly FlatArea[] _areas;
    private readonly List<int>?[,] _cells;
    private readonly Envelope _box = new();
    private readonly int[] _all;

    public Obstacles(IReadOnlyList<Occluder> occluders)
    {
        _occluders = occluders;
        foreach (var occluder in occluders)
            _box.ExpandToInclude(occluder.Footprint.EnvelopeInternal);
        _areas = [.. occluders.Select(o => new FlatArea(o.Footprint, _box.MinX, _box.MinY))];
        _all = [.. Enumerable.Range(0, occluders.Count)];
        _cells = occluders.Count <= Few ? new List<int>?[0, 0] : new List<int>?[Index(_box.Width) + 1, Index(_box.Height) + 1];
        for (var i = 0; i < occluders.Count && _cells.Length > 0; i++)
            Lay(i, occluders[i].Footprint.EnvelopeInternal);
    }

    internal Occluder this[int index] => _occluders[index];

    /// <summary>Those that stand within some metres of a place.</summary>
    internal List<Occluder> Near(double x, double y, double metres)
    {
        var box = new Envelope(x - metres, x + metres, y - metres, y + metres);
        return [.. Passed(new Way(x - metres - _box.MinX, y - _box.MinY, 2 * metres, 0), metres)
            .Select(i => _occluders[i]).Where(o => box.Intersects(o.Footprint.EnvelopeInternal))];
    }

    /// <summary>A way in the coordinates that the areas here use.</summary>
    internal Way WayTo(Pose pose, double x, double y) => new(pose.X - _box.MinX, pose.Y - _box.MinY, x - pose.X, y - pose.Y);

    internal FlatArea Area(int index) => _areas[index];

    /// <summary>Indexes of all that could meet a way, and perhaps some more, each once.</summary>
    /// <param name="margin">Beside the way, m.</param>
    internal IReadOnlyList<int> Passed(in Way way, double margin = 0)
    {
        if (_cells.Length == 0)
            return _all;
        var found = new List<int>();
        var (low, high) = (Math.Min(way.Y, way.Y + way.Dy) - margin, Math.Max(way.Y, way.Y + way.Dy) + margin);
        for (var row = Math.Max(0, Index(low)); row <= Math.Min(_cells.GetLength(1) - 1, Index(high)); row++)
            AddRow(way, row, margin, found);
        return found;
    }

    private static int Index(double metres) => (int)Math.Floor(metres / Cell);

    /// <summary>The cells of one row that the way passes.</summary>
    private void AddRow(in Way way, int row, double margin, List<int> found)
    {
        var (first, last) = (0.0, 1.0);
        if (Math.Abs(way.Dy) > 1e-9)
        {
            var (bottom, top) = ((row * Cell - margin - way.Y) / way.Dy, ((row + 1) * Cell + margin - way.Y) / way.Dy);
            (first, last) = (Math.Clamp(Math.Min(bottom, top), 0, 1), Math.Clamp(Math.Max(bottom, top), 0, 1));
        }
        var (from, to) = (way.X + first * way.Dx, way.X + last * way.Dx);
        // A way along the border of two cells meets both: rounding decides nothing.
        var (left, right) = (Index(Math.Min(from, to) - margin - 1e-6), Index(Math.Max(from, to) + margin + 1e-6));
        for (var column = Math.Max(0, left); column <= Math.Min(_cells.GetLength(0) - 1, right); column++)
        {
            foreach (var index in _cells[column, row] ?? [])
            {
                if (!found.Contains(index))
                    found.Add(index);
            }
        }
    }

    private void Lay(int index, Envelope box)
    {
        for (var column = Index(box.MinX - _box.MinX); column <= Index(box.MaxX - _box.MinX); column++)
        {
            for (var row = Index(box.MinY - _box.MinY); row <= Index(box.MaxY - _box.MinY); row++)
                (_cells[column, row] ??= []).Add(index);
        }
    }
}
