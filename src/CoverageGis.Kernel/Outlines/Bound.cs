namespace CoverageGis.Kernel.Outlines;

/// <summary>
/// A strand that bounds what is seen in a slab. In a list of bounds, ordered outward, near and far ones alternate.
/// </summary>
internal struct Bound
{
    /// <summary>Stands for the camera itself, the near bound of what is seen from the lens on.</summary>
    public const int Camera = -1;

    public int Piece;
    public double From, To;

    /// <summary>Of the outline in the making; -1 before the junction with the slab before.</summary>
    public int Edge;
}

/// <summary>Bounds of one slab; reused.</summary>
internal sealed class Bounds
{
    public Bound[] Items = new Bound[64];
    public int Count;

    public void Clear() => Count = 0;

    public void Add(int piece, double from, double to)
    {
        if (Count == Items.Length)
        {
            Array.Resize(ref Items, 2 * Count);
        }
        Items[Count++] = new Bound { Piece = piece, From = from, To = to, Edge = -1 };
    }

    public void CopyFrom(Bounds other)
    {
        if (Items.Length < other.Count)
        {
            Items = new Bound[other.Items.Length];
        }
        Array.Copy(other.Items, Items, other.Count);
        Count = other.Count;
    }
}
