using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;
using CoverageGis.Views;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Probes;

/// <summary>What stands on some ground, laid out once for all cameras that look over it.</summary>
internal sealed class Field(IReadOnlyList<KnownOccluder> known)
{
    private readonly Lazy<Obstacles> _highest = new(() => new Obstacles([.. known.Select(o => o.Body.Highest)]));
    private readonly Lazy<Obstacles> _middle = new(() => new Obstacles([.. known.Select(o => o.Body.Middle)]));

    public IReadOnlyList<KnownOccluder> Known => known;

    public Obstacles Highest => _highest.Value;

    public Obstacles Middle => known.All(o => o.Body.Height.IsExact) ? Highest : _middle.Value;

    /// <summary>Index of the building that an indoor camera looks round in: the largest that it stands in; null = none.</summary>
    public int? BuildingRound(CameraRecord camera)
    {
        var place = new Point(camera.X, camera.Y);
        return Enumerable.Range(0, known.Count)
            .Where(i => known[i].Body is { Building: true } body && body.Base < camera.Height.Mid && body.Box.Contains(place.Coordinate) && body.Footprint.Contains(place))
            .Select(i => (int?)i).MaxBy(i => known[i!.Value].Body.Footprint.Area);
    }
}
