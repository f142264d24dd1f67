using CoverageGis.Exchange.Osm;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;

namespace CoverageGis.Tests.Exchange.Osm;

public sealed class OsmThingTests
{
    [Theory]
    [InlineData("12", 12, 12)]
    [InlineData("12 m", 12, 12)]
    [InlineData("12.5m", 12.5, 12.5)]
    [InlineData("12,5", 12.5, 12.5)]
    [InlineData("10-12", 10, 12)]
    [InlineData("40 ft", 12.192, 12.192)]
    [InlineData("40'6\"", 12.3444, 12.3444)]
    public void Heights_are_read_as_mappers_write_them(string text, double least, double most)
    {
        var height = Heights.Read(text);
        Assert.Equal(least, height!.Value.Min, 4);
        Assert.Equal(most, height.Value.Max, 4);
    }

    [Theory]
    [InlineData("tall")]
    [InlineData("-3")]
    [InlineData("12-10")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    public void What_is_no_height_is_unknown(string text) => Assert.Null(Heights.Read(text));

    [Theory]
    [InlineData("building=yes height=12", "building", 12, 12, 0)]
    [InlineData("building=house building:levels=2", "building", 5.4, 6.6, 0)]
    [InlineData("building=house", "building", 4, 9, 0)]
    [InlineData("building=yes height=99999", "building", 4, 12, 0)]
    [InlineData("building=roof", "canopy", 4.5, 5.5, 4)]
    [InlineData("building=roof height=6 min_height=5", "canopy", 6, 6, 5)]
    [InlineData("building=roof height=3", "canopy", 3, 3, 2.5)]
    [InlineData("building:part=yes height=20 min_height=10", "canopy", 20, 20, 10)]
    public void Buildings_and_canopies_have_a_top_and_a_base(string tags, string use, double least, double most, double bottom)
    {
        var occluder = Assert.Single(new OsmText().Square(1, 0, 0, 10, tags.Split(' ')).Read().Items.OfType<OccluderItem>());
        Assert.Equal((use, bottom), (occluder.Use, occluder.Base));
        Assert.Equal(least, occluder.Height.Min, 6);
        Assert.Equal(most, occluder.Height.Max, 6);
    }

    [Theory]
    [InlineData("barrier=wall height=2", "wall", 2.0, 0.3)]
    [InlineData("barrier=hedge height=1.5 width=1", "hedge", 1.5, 1.0)]
    [InlineData("barrier=fence fence_type=solid height=2", "wall", 2.0, 0.3)]
    [InlineData("natural=tree_row height=8", "tree_row", 8.0, 3.0)]
    public void Walls_and_hedges_are_lines_with_a_width(string tags, string use, double height, double width)
    {
        var occluder = Assert.Single(new OsmText().Way(1, [0, 0, 30, 0], tags.Split(' ')).Read().Items.OfType<OccluderItem>());
        Assert.Equal((use, height, width), (occluder.Use, occluder.Height.Max, occluder.Width));
    }

    [Theory]
    [InlineData("camera:type=fixed camera:direction=90", "bullet", "90", 0.0, null)]
    [InlineData("camera:type=fixed direction=NNE", "bullet", "22.5", 0.0, null)]
    [InlineData("camera:type=fixed camera:direction=0;180", "bullet", "0 180", 0.0, null)]
    [InlineData("camera:type=fixed camera:direction=350-30", "bullet", "10", 0.0, 40.0)]
    [InlineData("camera:type=panning camera:direction=45-135", "dome_ptz", "90", 45.0, null)]
    [InlineData("camera:type=dome", "half_dome", null, 0.0, null)]
    [InlineData("camera:type=fixed camera:direction=somewhere", "bullet", null, 0.0, null)]
    [InlineData("surveillance:type=ALPR camera:direction=w", "checkpoint", "270", 0.0, null)]
    public void A_camera_looks_where_its_tags_say_and_nowhere_else(string tags, string type, string? azimuths, double tolerance, double? hfov)
    {
        var camera = Camera(["man_made=surveillance", .. tags.Split(' ')]);
        Assert.Equal(type, camera.Type);
        Assert.Equal(azimuths, camera.Azimuths is null ? null : string.Join(' ', camera.Azimuths.Select(a => a.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(tolerance, camera.AzimuthTolerance);
        Assert.Equal(hfov, camera.Hfov?.Mid);
    }

    [Fact]
    public void What_is_not_tagged_stays_unknown()
    {
        var camera = Camera(["man_made=surveillance", "height= ", "camera:angle=200"]);
        Assert.Equal((null, null, null, null), (camera.Height, camera.Tilt, camera.Hfov, camera.Azimuths));
        Assert.Equal(Interval.Exactly(15), Camera(["man_made=surveillance", "camera:angle=-15"]).Tilt);
    }

    [Fact]
    public void A_guard_is_no_camera()
    {
        var (items, report) = new OsmText().Node(1, 0, 0, "man_made=surveillance", "surveillance:type=guard").Node(2, 0, 0, "amenity=fuel").Read();
        Assert.Empty(items.OfType<CameraItem>());
        Assert.Equal((1, 1), (report.Kinds["camera"].Read, report.Kinds["camera"].Skipped));
        Assert.Contains(report.Problems, p => p.Ref == "node/1");
    }

    private static CameraItem Camera(string[] tags) => Assert.Single(new OsmText().Node(1, 0, 0, tags).Read().Items.OfType<CameraItem>());
}
