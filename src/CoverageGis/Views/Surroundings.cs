using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>What stands round a camera, at each height that the records allow.</summary>
/// <param name="Room">Outline of an indoor camera's building; null outdoors.</param>
public sealed class Surroundings(IReadOnlyList<RecordedOccluder> near, Geometry? room)
{
    public Geometry? Room => room;

    public bool AreExact { get; } = near.All(o => o.Height.IsExact);

    /// <summary>What is seen past these is seen for certain.</summary>
    public IReadOnlyList<Occluder> Highest { get; } = [.. near.Select(o => o.Highest)];

    public IReadOnlyList<Occluder> Middle { get; } = [.. near.Select(o => o.Middle)];

    /// <summary>What is hidden by these is hidden for certain.</summary>
    public IReadOnlyList<Occluder> Lowest { get; } = [.. near.Select(o => o.Lowest)];
}
