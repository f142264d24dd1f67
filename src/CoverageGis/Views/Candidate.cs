using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>A camera whose views are to be computed, with the box of what it may see for each purpose, worked out once.</summary>
internal sealed class Candidate
{
    private readonly Dictionary<Purpose, Envelope> _reaches = new(ReferenceEqualityComparer.Instance);

    public Candidate(CameraRecord camera, IReadOnlyList<Realm> realms)
    {
        (Camera, Heads) = (camera, Heads.Of(camera));
        foreach (var purpose in realms.SelectMany(r => r.Purposes))
        {
            var reach = Sight.Reach(Heads, [purpose]) ?? new Envelope();
            _reaches[purpose] = reach;
            Reach.ExpandToInclude(reach);
        }
    }

    public CameraRecord Camera { get; }

    public Heads Heads { get; }

    /// <summary>Of all that it may see for any purpose; null envelope = nothing.</summary>
    public Envelope Reach { get; } = new();

    /// <summary>In which realms, and for which purposes, a view of this camera is needed.</summary>
    public List<(Realm Realm, IReadOnlyList<Purpose> Purposes)> NeedsOf(
        IReadOnlyList<(Realm Realm, ILookup<string, Envelope> Places)> needs) =>
        [.. needs.Select(n => (n.Realm, n.Realm.NeededBy(p => _reaches[p], n.Places))).Where(n => n.Item2.Count > 0)];

    public Envelope ReachFor(List<(Realm, IReadOnlyList<Purpose> Purposes)> needs)
    {
        var reach = new Envelope();
        foreach (var purpose in needs.SelectMany(n => n.Purposes))
            reach.ExpandToInclude(_reaches[purpose]);
        return reach;
    }
}
