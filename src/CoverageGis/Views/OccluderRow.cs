using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>Occluders in a row from west to east, so that those in a box are found without looking at all.</summary>
public sealed class OccluderRow
{
    private readonly RecordedOccluder[] _all;
    private readonly double[] _west;
    private readonly double _widest;

    public OccluderRow(IReadOnlyList<RecordedOccluder> occluders)
    {
        _all = [.. occluders];
        _west = [.. occluders.Select(o => o.Box.MinX)];
        _widest = occluders.Select(o => o.Box.Width).DefaultIfEmpty(0).Max();
        Array.Sort(_west, _all);
    }

    /// <summary>Those whose box meets a box, in the order of their identity.</summary>
    public List<RecordedOccluder> In(Envelope box)
    {
        var found = new List<RecordedOccluder>();
        var first = Array.BinarySearch(_west, box.MinX - _widest);
        for (var i = Before(first < 0 ? ~first : first, box.MinX - _widest); i < _all.Length && _west[i] <= box.MaxX; i++)
        {
            if (box.Intersects(_all[i].Box))
                found.Add(_all[i]);
        }
        found.Sort((one, other) => one.Id.CompareTo(other.Id));
        return found;
    }

    /// <summary>A search may end in the middle of equal ones.</summary>
    private int Before(int place, double west)
    {
        while (place > 0 && _west[place - 1] >= west)
            place--;
        return place;
    }
}
