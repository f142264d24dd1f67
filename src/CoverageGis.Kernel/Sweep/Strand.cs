namespace CoverageGis.Kernel.Sweep;

/// <summary>A piece as it crosses a slab, the wedge between two bearings: its radius at the right and at the left one.</summary>
internal struct Strand
{
    public int Piece;
    public double From, To;

    public readonly double Middle => From + To;
}
