using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Exchange.Osm;

/// <summary>
/// Real extracts against counts made with another program, for example
/// `osmium tags-filter FILE n/man_made=surveillance -o - -f opl | grep -c ^n` and
/// `osmium export -u type_id` for areas.
/// </summary>
public sealed class OsmExtractTests
{
    [Theory]
    [InlineData("osm_monaco/monaco-latest.osm.pbf", 10, 105, 4, 1)]
    [InlineData("osm_darmstadt_luisenplatz/luisenplatz-darmstadt.osm.pbf", 39, 11, 0, 0)]
    [InlineData("osm_beijing_cau/beijing_cau.osm.pbf", 0, 24, 1, 1)]
    public void Everything_that_is_there_is_taken(string name, int cameras, int busStops, int fuelStations, int malls)
    {
        var file = OsmText.Shared(name);
        Assert.SkipUnless(File.Exists(file), "The real extracts are not here.");
        var (items, report) = OsmText.ReadFile(file);
        Assert.Equal(cameras, items.OfType<CameraItem>().Count());
        Assert.Equal((busStops, fuelStations, malls), (Count("bus_stop"), Count("fuel_station"), Count("mall")));
        Assert.All(items.OfType<OccluderItem>(), o => Assert.True(o.Shape.IsValid));
        Assert.All(report.Problems, p => Assert.Matches("^(node|way|relation)/[0-9]+$", p.Ref));
        int Count(string category) => items.OfType<SiteItem>().Count(s => s.Category == category);
    }
}
