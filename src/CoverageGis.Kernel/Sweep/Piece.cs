namespace CoverageGis.Kernel.Sweep;

/// <summary>What happens to a sight line where it crosses a piece of an outline.</summary>
internal enum Crossing
{
    /// <summary>Sight ends here, for good.</summary>
    Endless,

    /// <summary>Something begins to block.</summary>
    Enter,

    /// <summary>It ceases to block.</summary>
    Leave,

    /// <summary>Blocks from the camera on: the camera stands on the outline.</summary>
    EnterAtCamera,

    /// <summary>Opens from the camera on: the camera stands on the outline of what it may see.</summary>
    LeaveAtCamera,
}

/// <summary>
/// A straight piece of an outline between two bearings. Along it 1/r is linear in the unit direction d:
/// 1/r = Nx·dx + Ny·dy, which is what makes radii and crossings cheap.
/// </summary>
internal struct Piece
{
    public double Nx, Ny;
    public double FromRadius, ToRadius;
    public int From, To;
    public Crossing Crossing;

    public readonly bool IsAtCamera => Crossing >= Crossing.EnterAtCamera;

    /// <summary>Change in the number of things that block, going outward.</summary>
    public readonly int Step => Crossing is Crossing.Leave or Crossing.LeaveAtCamera ? -1 : 1;

    public readonly double RadiusAt(double x, double y) => 1 / (Nx * x + Ny * y);

    /// <summary>Derives the line from its ends, given the unit directions of the bearings there; false when it faces the wrong way.</summary>
    public bool Settle(in Ray from, in Ray to)
    {
        if (IsAtCamera)
        {
            return true;
        }
        var across = FromRadius * ToRadius * Ray.Cross(from, to);
        Nx = (ToRadius * to.Y - FromRadius * from.Y) / across;
        Ny = (FromRadius * from.X - ToRadius * to.X) / across;
        return across > 0;
    }
}
