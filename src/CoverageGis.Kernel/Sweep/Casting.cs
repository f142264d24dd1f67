using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Sweep;

/// <summary>What the edges of a polygon become: those by which a sight line enters it, and those by which it leaves.</summary>
/// <param name="EnterScale">Enlargement, from the camera, of the edges by which sight enters; null = they do nothing.</param>
/// <param name="LeaveScale">The same for those by which it leaves.</param>
/// <param name="Step">Of the number of things that block inside: 1 for an obstacle, -1 for an opening in one.</param>
internal readonly record struct Casting(double? EnterScale, Crossing Enter, double? LeaveScale, Crossing Leave, int Step)
{
    /// <summary>What the lens may see at most: beyond it nothing, on this side of it nothing either.</summary>
    public static readonly Casting Window = new(1, Crossing.Leave, 1, Crossing.Endless, -1);

    /// <summary>A room: beyond its walls nothing.</summary>
    public static readonly Casting Room = new(null, Crossing.Leave, 1, Crossing.Endless, -1);

    /// <summary>The footprint of an obstacle, whatever the sight above it.</summary>
    public static readonly Casting Ground = new(1, Crossing.Enter, 1, Crossing.Leave, 1);

    public static Casting Shadow(ShadowSpan span) => span.IsEndless
        ? new Casting(span.Near, Crossing.Endless, null, Crossing.Leave, 1)
        : new Casting(span.Near, Crossing.Enter, span.Far, Crossing.Leave, 1);

    public Crossing AtCamera => Step > 0 ? Crossing.EnterAtCamera : Crossing.LeaveAtCamera;
}
