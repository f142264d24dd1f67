using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>A region whose ground may be seen: the cameras' own, or a neighbour that their views reach.</summary>
/// <param name="Srid">EPSG code of its plane.</param>
/// <param name="Boundary">Of a neighbour, in the plane of the cameras' own region; null = their own.</param>
/// <param name="Purposes">All that it knows.</param>
/// <param name="Everywhere">Names of purposes for which a view is needed wherever it is.</param>
public sealed record Realm(
    string Region, int Srid, Geometry? Boundary, IReadOnlyList<Purpose> Purposes, IReadOnlySet<string> Everywhere)
{
    /// <summary>Asks who can see into a protected area (data/purposes.json).</summary>
    public const string Privacy = "protect-privacy";

    public bool IsReachedBy(Envelope reach) => Boundary is null || Boundary.EnvelopeInternal.Intersects(reach);

    /// <summary>For which purposes a camera's view is needed: something that is watched for it lies in the camera's reach.</summary>
    /// <param name="reachFor">The box of what a camera may see for a purpose.</param>
    public IReadOnlyList<Purpose> NeededBy(Func<Purpose, Envelope> reachFor, ILookup<string, Envelope> needs) =>
        [.. Purposes.Where(p => Everywhere.Contains(p.Name) || (needs.Contains(p.Name) && needs[p.Name].Any(reachFor(p).Intersects)))];
}
