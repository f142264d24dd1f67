using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace CoverageGis.Views;

/// <summary>Ground that a camera sees for a purpose.</summary>
/// <param name="Certainty">certain, nominal or possible.</param>
/// <param name="Light">any, day or night: when it counts.</param>
public sealed record StoredView(string Purpose, string Certainty, Geometry Ground, string Light = "any");

/// <summary>What a camera sees among its occluders, and why nothing where that is so.</summary>
/// <param name="Blind">null, inside_building, unknown_azimuth, no_building.</param>
/// <param name="Building">The building that an indoor camera looks round in.</param>
public sealed record Sight(CameraRecord Camera, bool Estimated, string? Blind, long? Building, IReadOnlyList<StoredView> Views)
{
    /// <param name="near">Every occluder that meets <see cref="Reach"/>.</param>
    public static Sight Of(CameraRecord camera, Heads heads, IReadOnlyList<Purpose> purposes, IReadOnlyList<RecordedOccluder> near)
    {
        if (heads.All.Count == 0)
            return new Sight(camera, true, "unknown_azimuth", null, []);
        var building = camera.Indoor ? BuildingRound(camera, near) : null;
        if (camera.Indoor && building is null)
            return new Sight(camera, heads.Estimated, "no_building", null, []);
        var others = building is null ? near : [.. near.Where(o => o != building)];
        var views = purposes.SelectMany(p => ForPurpose(heads, p, others, building?.Footprint)).ToList();
        var blind = views.Count == 0 && IsInside(heads, purposes, others) ? "inside_building" : null;
        return new Sight(camera, heads.Estimated, blind, building?.Id, views);
    }

    /// <summary>Where occluders can matter to any head for any of the purposes; null when the camera has no head.</summary>
    public static Envelope? Reach(Heads heads, IReadOnlyList<Purpose> purposes)
    {
        if (heads.All.Count == 0)
            return null;
        var reach = new Envelope();
        foreach (var head in heads.All)
        {
            reach.ExpandToInclude(head.Pose.X, head.Pose.Y);
            foreach (var purpose in purposes)
                reach.ExpandToInclude(CameraView.Reach(head.Pose, head.Lens, purpose));
        }
        return reach;
    }

    private static IEnumerable<StoredView> ForPurpose(
        Heads heads, Purpose purpose, IReadOnlyList<RecordedOccluder> near, Geometry? enclosure)
    {
        Geometry? certain = null;
        if (!heads.Estimated)
            certain = Ground(heads, purpose, [.. near.Select(o => o.Highest)], enclosure, ArcSide.Inside);
        if (certain is { IsEmpty: false })
            yield return new StoredView(purpose.Name, "certain", certain);
        if (!heads.Estimated && near.All(o => o.Height.IsExact))
            yield break;
        var nominal = Ground(heads, purpose, [.. near.Select(o => o.Middle)], enclosure, ArcSide.Outside);
        if (!nominal.IsEmpty)
            yield return new StoredView(purpose.Name, "nominal", nominal);
    }

    private static Geometry Ground(
        Heads heads, Purpose purpose, IReadOnlyList<Occluder> near, Geometry? enclosure, ArcSide side)
    {
        var grounds = heads.All
            .Select(h => CameraView.Of(h.Pose, h.Lens, purpose, near, enclosure, side).Area).ToList();
        return grounds.Count == 1 ? grounds[0] : UnaryUnionOp.Union(grounds);
    }

    private static bool IsInside(Heads heads, IReadOnlyList<Purpose> purposes, IReadOnlyList<RecordedOccluder> near) =>
        purposes.Count > 0 && heads.All.All(h =>
            CameraView.Of(h.Pose, h.Lens, purposes[0], [.. near.Select(o => o.Highest)], null, ArcSide.Inside).Blindness
                == Blindness.InsideBuilding);

    private static RecordedOccluder? BuildingRound(CameraRecord camera, IReadOnlyList<RecordedOccluder> near)
    {
        var place = new Point(camera.X, camera.Y);
        return near.Where(o => o.Building && o.Base < camera.Height.Mid && o.Footprint.Contains(place))
            .MaxBy(o => o.Footprint.Area);
    }
}
