using System.Diagnostics;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Exports;
using CoverageGis.Exchange.Exports.Formats;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Exports;

/// <summary>What is exported in any format comes back without a change, and GDAL reads it as it is meant.</summary>
public sealed class ExportFormatTests(PostgisFixture postgis)
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 90).Select(i => $"很长的说明 {i}; "));

    private static readonly string[] Town =
    [
        RegionFeature("""{"kind":"region","code":"T1","name":"镇","srid":4549}"""),
        Camera("32011600001310000001", Exact + ",\"name\":\"=门\",\"class\":1,\"contact\":\"000\",\"function\":[\"1\",\"5\"],\"安装地址\":\"+86 路口\",\"名称\":\"俗称\",\"note\":{\"a\":[1.50,null]},\"管理单位联系方式\":\"025-1\"", "[118.80012345678912,32.3000987654321]"),
        Camera("C2", "\"azimuths\":[10,190.123456789],\"azimuth_tolerance\":22.5,\"height\":[3.5,6],\"hfov\":[60,70],\"range\":50,\"status\":\"repair\",\"mount\":\"wall\",\"indoor\":true,\"安装地址\":\"一\",\"empty\":\"\",\"n\":7,\"space\":\" x \""),
        Camera("C3", "\"type\":\"fisheye\",\"azimuth\":0.1,\"night_range\":[10,20],\"position_tolerance\":5,\"function\":[\"a/b\"],\"安装地址\":\"" + Long + "\""),
        Feature("""{"type":"MultiPolygon","coordinates":[[[[118.8,32.3],[118.8,32.301],[118.8010123456789,32.301],[118.8,32.3]]],[[[118.81,32.3],[118.811,32.3],[118.811,32.301],[118.81,32.3]]]]}""",
            """{"kind":"site","code":"M","name":"大型商场","category":"mall","in_scope":true,"owner":"x"}"""),
        Feature("""{"type":"Polygon","coordinates":[[[118.85,32.3],[118.851,32.3],[118.851,32.301],[118.85,32.301],[118.85,32.3]],[[118.8502,32.3002],[118.8502,32.3004],[118.8504,32.3004],[118.8502,32.3002]]]}""",
            """{"kind":"site","code":"H","name":"-1+1","category":"compound"}"""),
        Feature("""{"type":"Point","coordinates":[118.8200000004,32.3]}""", """{"kind":"site","code":"B","category":"bus_stop","radius":15,"in_scope":false}"""),
        Zone("M", "Z1", "\"required_ratio\":0.3333333333333333,\"hours\":\"always\",\"lit\":true"), Zone("M", "M", "\"purpose\":\"read-plate\",\"min_cameras\":2,\"indoor\":true"),
        Occluder("\"height\":[10,12.5],\"code\":\"b1\",\"name\":\"楼\""), Occluder("\"height\":6,\"base\":4.5", 118.8012345678), Feature("""{"type":"LineString","coordinates":[[118.8410000005,32.3396],[118.8418,32.3396]]}""", """{"kind":"occluder","width":0.3,"height":2.4}"""),
        Feature(Square(118.8300000005), """{"kind":"unit","code":"U","name":"派出所"}"""),
        Feature(Square(118.84), """{"kind":"protected","code":"P","name":"更衣室","reason":"第十条"}"""), Feature(Square(118.8400000005), """{"kind":"exempt","reason":"works","until":"2027-01-31"}"""),
        Feature("""{"type":"LineString","coordinates":[[118.8,32.3],[118.9000000005,32.3]]}""", """{"kind":"backdrop","code":"R1","layer":"road","class":"primary","name":"路"}"""),
        Feature(Square(118.86), """{"kind":"backdrop","code":"W1","layer":"water"}"""),
    ];

    private static readonly string[] Layers = [.. ExportLayer.All.Where(l => l.ComesBack).Select(l => l.Name)];

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg")]
    [InlineData("shp")]
    public async Task Every_layer_comes_back_without_a_change(string format)
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var state = await StateAsync(database);
        // Purposes and policies last: who delivers them owns them, and the shipped ones had nobody.
        foreach (var layer in Layers.Where(l => format != "shp" || ExportLayer.All.Single(e => e.Name == l).HasShapes))
        {
            if (layer == "purposes")
                Assert.Equal(state, await StateAsync(database));
            using var file = await ExportAsync(connection, layer, format);
            var report = await BackAsync(connection, file.Path);
            foreach (var kind in System.Text.Json.JsonDocument.Parse(report).RootElement.GetProperty("kinds").EnumerateObject().Where(k => k.Name != "region"))
                Assert.True(kind.Value.GetProperty("new").GetInt32() + kind.Value.GetProperty("changed").GetInt32() + kind.Value.GetProperty("removed").GetInt32() == 0
                    && kind.Value.GetProperty("unchanged").GetInt32() > 0, $"{layer}.{format}: {report}");
        }
        Assert.Equal(format == "shp", state == await StateAsync(database));
    }

    [Theory]
    [InlineData("gpkg", "sites", "Multi Polygon", 3, "category: String", "in_scope: Integer(Boolean)", "大型商场")]
    [InlineData("shp", "sites", "Polygon", 3, "category: String", "in_scope: String (1.0)", "大型商场")]
    [InlineData("gpkg", "cameras", "Point", 3, "azimuth: Real", "class: Integer", "+86 路口")]
    [InlineData("shp", "cameras", "Point", 3, "azimuth: Real", "class: Integer64", "+86 路口")]
    [InlineData("shp", "occluders", "Polygon", 3, "height_min: Real", "base: Real", "楼")]
    public async Task Gdal_reads_the_system_the_types_the_counts_and_Chinese(string format, string layer, string shape, int count, params string[] said)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ogrinfo"), "ogrinfo (gdal-bin) is not here.");
        var (connection, database) = await TownAsync();
        await using var _ = database;
        using var file = await ExportAsync(connection, layer, format);
        var told = await OgrAsync("ogrinfo", "-al", (format == "shp" ? "/vsizip/" : "") + file.Path, layer);
        Assert.Contains($"Geometry: {shape}\n", told, StringComparison.Ordinal);
        Assert.Contains($"Feature Count: {count}\n", told, StringComparison.Ordinal);
        Assert.Contains("WGS 84", told.Replace("WGS_1984", "WGS 84", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(said, s => Assert.Contains(s, told, StringComparison.Ordinal));
        Assert.DoesNotContain("Warning", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ogr2ogr_writes_in_another_plane_is_taken_at_its_place()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ogr2ogr"), "ogr2ogr (gdal-bin) is not here.");
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var file = await ExportAsync(connection, "sites", "gpkg");
            foreach (var (name, options) in ((string, string[])[])[("a.shp", ["-t_srs", "EPSG:4549", "-lco", "ENCODING=GBK"]), ("b.gpkg", ["-t_srs", "EPSG:4549"]), ("c.geojson", ["-t_srs", "EPSG:4549", "-lco", "RFC7946=NO"])])
            {
                var path = Path.Combine(folder.FullName, name);
                await OgrAsync("ogr2ogr", [path, file.Path, "sites", .. options]);
                var report = await BackAsync(connection, path, "--kind", "site");
                Assert.Contains("\"new\":0,\"changed\":0,\"unchanged\":3,\"removed\":0", report, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_has_no_shapes_is_no_shapefile()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var result = await Cli.RunAsync(connection, "export", "purposes", "--format", "shp", "--output", "/tmp/x.zip");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Right would be geojson, csv, xlsx or gpkg", result.Error, StringComparison.Ordinal);
    }

    private async Task<(string Connection, NpgsqlDataSource Database)> TownAsync()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(Town), source: "town");
        return (connection, database);
    }

    private static async Task<ScratchFile> ExportAsync(string connection, string layer, string format)
    {
        var file = new ScratchFile("", "." + ExportFormat.All.Single(f => f.Name == format).Extension);
        var result = await Cli.RunAsync(connection, "export", layer, "--format", format, "--output", file.Path);
        Assert.True(result.ExitCode == 0, result.Error);
        return file;
    }

    private static async Task<string> BackAsync(string connection, string file, params string[] more)
    {
        var result = await Cli.RunAsync(connection, ["import", file, "--region", "T1", "--source", "town", "--json", .. more]);
        Assert.True(result.ExitCode == 0, $"{file}: {result.Error}");
        return result.Out;
    }

    private static async Task<string> OgrAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (told, failed) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, await failed);
        return await told + await failed;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
