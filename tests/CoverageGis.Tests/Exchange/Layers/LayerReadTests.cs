using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Exchange.Layers;

/// <summary>Somebody else's layers, with columns and words of their own.</summary>
public sealed class LayerReadTests
{
    private const string Mapping = """{"columns":{"BH":"code","LX":"category","BZ":null},"codes":{"category":{"油":"fuel_station"}},"defaults":{"radius":30}}""";

    [Fact]
    public void Usual_Chinese_heads_and_words_are_known_and_the_rest_is_mapped_kept_or_left_out()
    {
        using var map = new ScratchFile(Mapping, ".json");
        using var csv = new ScratchFile("BH,名称,LX,经度,纬度,BZ,权属\n1,一号,油,118.8,32.3,x,中\n2,二号,公交站台,118.9,32.4,y,石\n", ".csv");
        var (items, report) = Read(csv.Path, "site", map.Path);
        Assert.Empty(report.Problems);
        Assert.Equal(["1 一号 fuel_station 30 118.8", "2 二号 bus_stop 30 118.9"],
            items.Cast<SiteItem>().Select(s => FormattableString.Invariant($"{s.Code} {s.Name} {s.Category} {s.Radius} {s.Shape.Coordinate.X}")));
        Assert.Equal("""{"权属":"中"}""", items[0].Attributes!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_fault_names_the_column_as_the_deliverer_knows_it()
    {
        using var map = new ScratchFile(Mapping, ".json");
        using var json = new ScratchFile("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[118.8,32.3]},"properties":{"BH":"1","LX":"饭店"}}]}""");
        var (items, report) = Read(json.Path, "site", map.Path);
        Assert.Empty(items);
        Assert.StartsWith("category (column LX) \"饭店\" is not one of airport", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_layers_of_a_package_are_read_each_in_its_plane()
    {
        using var file = new ScratchFile("", ".gpkg");
        PackageText.Write(file.Path, """
            create table gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition); insert into gpkg_spatial_ref_sys values (4549, 'EPSG', 4549, ''), (4326, 'EPSG', 4326, '');
            create table gpkg_contents (table_name, data_type, srs_id); insert into gpkg_contents values ('units', 'features', 4326), ('buildings', 'features', 4549), ('other', 'features', 4326);
            create table gpkg_geometry_columns (table_name, column_name, srs_id); insert into gpkg_geometry_columns values ('units', 'geom', 4326), ('buildings', 'shape', 4549), ('other', 'geom', 4326);
            create table units (fid integer primary key, geom blob, code text);
            create table buildings (fid integer primary key, shape blob, height real, "高度" text);
            create table other (fid integer primary key, geom blob, code text); insert into other values (1, null, 'x');
            insert into units values (1, x'475000010000000001030000000100000004000000', 'broken');
            insert into buildings values (1, x'SQUARE', 12, null);
            """.Replace("SQUARE", Square(), StringComparison.Ordinal));
        var (items, report) = Read(file.Path, null, null);
        var building = Assert.IsType<OccluderItem>(Assert.Single(items));
        Assert.Equal(("EPSG:4549", 12), (building.Datum!.Name, building.Height.Max));
        Assert.Contains(report.Problems, p => p.Ref.StartsWith("units, row 1", StringComparison.Ordinal) && p.Reason.Contains("ends before them", StringComparison.Ordinal));
        Assert.Contains(report.Problems, p => p.Ref.StartsWith("other, row 1", StringComparison.Ordinal) && p.Reason.Contains("--kind", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plane_that_the_file_names_counts_unless_someone_says_otherwise()
    {
        const string text = """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[386678,3549135]},"properties":{"编号":"A","类别":"机场","半径":"9"}}]}""";
        using var json = new ScratchFile(text);
        Assert.Equal("EPSG:4549", Assert.Single(Read(json.Path, "site", null).Items).Datum!.Name);
        using var degrees = new ScratchFile(text.Replace("386678,3549135", "118.8,32.3", StringComparison.Ordinal));
        var report = new ImportReport();
        var order = new ReadOrder(degrees.Path, CoverageGis.Exchange.Datums.Datum.Gcj02, "site");
        Assert.Equal("gcj02", Assert.Single(FileFormat.Of(degrees.Path, null, "site").Read(order, report, null, Token).ToList()).Datum!.Name);
        Assert.Contains("says EPSG:4549, but --datum says gcj02", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_is_none_is_refused_with_all_its_faults()
    {
        using var map = new ScratchFile("""{"columns":{"A":7},"codes":{"category":"x"},"what":1}""", ".json");
        using var csv = new ScratchFile("code,wkt\n", ".csv");
        var failure = Assert.Throws<BadInput>(() => Read(csv.Path, "site", map.Path));
        Assert.All(new[] { "columns, \"A\"", "codes, \"category\"", "\"what\" is none of" }, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }

    private static (List<SceneItem> Items, ImportReport Report) Read(string file, string? kind, string? map)
    {
        var report = new ImportReport();
        return (FileFormat.Of(file, null, kind).Read(new ReadOrder(file, null, kind, map), report, null, Token).ToList(), report);
    }

    /// <summary>100 m by 100 m in EPSG:4549, as a GeoPackage keeps it.</summary>
    private static string Square() => Convert.ToHexString([0x47, 0x50, 0, 1, 0, 0, 0, 0, .. new NetTopologySuite.IO.WKBWriter().Write(
        new NetTopologySuite.IO.WKTReader().Read("POLYGON ((386600 3549100, 386700 3549100, 386700 3549200, 386600 3549200, 386600 3549100))"))]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
