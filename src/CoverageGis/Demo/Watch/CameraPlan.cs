using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Demo.Places;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Demo.Watch;

/// <summary>All cameras of the district: those of the sites, of crossings and entries, and as many along the streets as make up the number.</summary>
internal static class CameraPlan
{
    public const int Cameras = 1200;
    private const int Doubles = 4;   // records that repeat another camera under a code of their own

    public static IEnumerable<CameraItem> Draw(Town town, Facilities facilities, Surroundings surroundings, List<Unit> units, int seed)
    {
        var dice = Dice.For(seed, "street cameras");
        var records = Dice.For(seed, "archive");
        var archive = new Archive(surroundings, units);
        var planned = SiteCameras.All(facilities.Sites, surroundings, seed)
            .Concat(Overreach.Into(facilities.Excluded, surroundings))
            .Concat(StreetCameras.Entries(town))
            .Concat(StreetCameras.Crossings(town, surroundings, dice))
            .Concat(StreetCameras.Lookouts(surroundings, dice))
            .Concat(StreetCameras.Along(town, surroundings, dice))
            .Take(Cameras - Doubles).ToList();
        return planned.Concat(planned.TakeLast(Doubles)).Select(p => archive.Record(p, records));
    }
}
