using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Datums;

/// <summary>The shape of an item, whatever its kind.</summary>
internal static class ItemShape
{
    public static Geometry? Of(SceneItem item) => item switch
    {
        CameraItem c => c.Position,
        SiteItem s => s.Shape,
        ZoneItem z => z.Shape,
        OccluderItem o => o.Shape,
        ExcludedAreaItem e => e.Shape,
        UnitItem u => u.Shape,
        BackdropItem b => b.Shape,
        RegionItem r => r.Boundary,
        _ => null,
    };

    public static SceneItem With(SceneItem item, Geometry shape) => item switch
    {
        CameraItem c => c with { Position = (Point)shape },
        SiteItem s => s with { Shape = shape },
        ZoneItem z => z with { Shape = shape },
        OccluderItem o => o with { Shape = shape },
        ExcludedAreaItem e => e with { Shape = shape },
        UnitItem u => u with { Shape = shape },
        BackdropItem b => b with { Shape = shape },
        RegionItem r => r with { Boundary = shape },
        _ => item,
    };
}
