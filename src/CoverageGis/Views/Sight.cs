using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views;

/// <summary>Ground that a camera sees for a purpose.</summary>
/// <param name="Certainty">certain, nominal or possible; of a camera that is known exactly one certain row stands for all three.</param>
/// <param name="Light">any, day, night or dim: when it counts.</param>
public sealed record StoredView(string Purpose, string Certainty, Geometry Ground, string Light = "any");

/// <summary>What a camera sees among its occluders, and why nothing where that is so.</summary>
/// <param name="Blind">null, inside_building, unknown_azimuth (nothing is certain, though much is possible), no_building.</param>
/// <param name="Building">The building that an indoor camera looks round in.</param>
public sealed record Sight(CameraRecord Camera, bool Estimated, string? Blind, long? Building, IReadOnlyList<StoredView> Views)
{
    /// <param name="near">Every occluder that meets <see cref="Reach"/>.</param>
    public static Sight Of(CameraRecord camera, Heads heads, IReadOnlyList<Purpose> purposes, IReadOnlyList<RecordedOccluder> near)
    {
        var building = camera.Indoor ? BuildingRound(camera, near) : null;
        if (camera.Indoor && building is null)
            return new Sight(camera, heads.Estimated, "no_building", null, []);
        var scene = new Surroundings(building is null ? near : [.. near.Where(o => o != building)], building?.Footprint);
        var views = purposes.SelectMany(p => new ViewRows(camera, heads, p, scene).All()).ToList();
        return new Sight(camera, heads.Estimated, BlindnessOf(heads, purposes, scene, views), building?.Id, views);
    }

    /// <summary>Where occluders can matter to any head for any of the purposes; null when the camera has no head.</summary>
    public static Envelope? Reach(Heads heads, IReadOnlyList<Purpose> purposes)
    {
        if (heads.All.Count == 0)
            return null;
        var reach = new Envelope();
        foreach (var head in heads.All)
        {
            reach.ExpandToInclude(head.X, head.Y);
            foreach (var purpose in purposes)
                reach.ExpandToInclude(BoundedView.Reach(head, purpose));
        }
        return reach;
    }

    private static string? BlindnessOf(Heads heads, IReadOnlyList<Purpose> purposes, Surroundings scene, List<StoredView> views)
    {
        var isInside = views.Count == 0 && purposes.Count > 0 && scene.Room is null && heads.All.All(h =>
            BoundedView.Of(h, purposes[0], scene.Lowest, null, ArcSide.Outside).Blindness == Blindness.InsideBuilding);
        return isInside ? "inside_building" : heads.IsDirected ? null : "unknown_azimuth";
    }

    private static RecordedOccluder? BuildingRound(CameraRecord camera, IReadOnlyList<RecordedOccluder> near)
    {
        var place = new Point(camera.X, camera.Y);
        return near.Where(o => o.Building && o.Base < camera.Height.Mid && o.Footprint.Contains(place))
            .MaxBy(o => o.Footprint.Area);
    }
}
