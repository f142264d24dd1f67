using CoverageGis.Kernel.Outlines;

namespace CoverageGis.Kernel.Sweep;

/// <summary>What is seen in a slab whose strands do not cross.</summary>
internal static class Sight
{
    /// <summary>Counts outward what blocks; writes down where sight begins and ends. False when it never ends.</summary>
    public static bool See(ReadOnlySpan<Strand> strands, Piece[] pieces, int blocked, Bounds seen)
    {
        seen.Clear();
        if (blocked <= 0)
        {
            seen.Add(Bound.Camera, 0, 0);
        }
        foreach (ref readonly var strand in strands)
        {
            var before = blocked;
            var crossing = pieces[strand.Piece].Crossing;
            blocked += crossing == Crossing.Leave ? -1 : 1;
            if (before <= 0 != blocked <= 0)
            {
                AddUnlessThin(seen, strand);
            }
            if (crossing == Crossing.Endless)
            {
                break;
            }
        }
        return (seen.Count & 1) == 0;
    }

    /// <summary>What lies between two bounds that coincide at both bearings is rounding, seen or not.</summary>
    private static void AddUnlessThin(Bounds seen, in Strand strand)
    {
        if (seen.Count > 0)
        {
            ref readonly var last = ref seen.Items[seen.Count - 1];
            if (strand.From - last.From <= Tolerances.SameRadius && strand.To - last.To <= Tolerances.SameRadius)
            {
                seen.Count--;
                return;
            }
        }
        seen.Add(strand.Piece, strand.From, strand.To);
    }}
