using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange.Exports;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Exports;

public sealed class ExportTests(PostgisFixture postgis)
{
    private static readonly string[] Town =
    [
        RegionFeature("""{"kind":"region","code":"T1","name":"镇","srid":4549}"""),
        Camera("C1", Exact + ",\"name\":\"门\",\"class\":1,\"contact\":\"000\",\"function\":[\"1\",\"5\"],\"note\":{\"a\":[1.50,null]}", "[118.80012345678912,32.3000987654321]"),
        Camera("C2", "\"azimuths\":[10,190],\"azimuth_tolerance\":22.5,\"height\":[3.5,6],\"hfov\":[60,70],\"range\":50,\"status\":\"repair\",\"mount\":\"wall\",\"indoor\":true"),
        Camera("C3", "\"type\":\"fisheye\",\"azimuth\":null,\"night_range\":[10,20],\"position_tolerance\":5"),
        Feature("""{"type":"MultiPolygon","coordinates":[[[[118.8,32.3],[118.8,32.301],[118.8010123456789,32.301],[118.8,32.3]]],[[[118.81,32.3],[118.811,32.3],[118.811,32.301],[118.81,32.3]]]]}""",
            """{"kind":"site","code":"M","name":"=M","category":"mall","in_scope":true,"owner":"x"}"""),
        Feature("""{"type":"Point","coordinates":[118.8200000004,32.3]}""", """{"kind":"site","code":"B","category":"bus_stop","radius":15}"""),
        Site("X", "\"category\":\"other\"", 118.83),
        Zone("M", "Z1", "\"required_ratio\":0.5,\"hours\":\"always\",\"lit\":true"), Zone("M", "M", "\"purpose\":\"read-plate\",\"min_cameras\":2,\"indoor\":true"),
    ];

    [Theory]
    [InlineData("sites", "site", 3)]
    [InlineData("zones", "zone", 2)]
    [InlineData("cameras", "camera", 3)]
    public async Task What_is_exported_comes_back_as_it_was(string layer, string kind, int count)
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var state = await StateAsync(database);
        var export = (await Cli.RunAsync(connection, "export", layer, "--format", "geojson")).Out;
        var back = await ImportAsync(database, export);
        Assert.Equal($"0 new, 0 changed, {count} unchanged, 0 removed", back.Became(kind));
        Assert.Equal(state, await StateAsync(database));
    }

    [Theory]
    [InlineData("sites")]
    [InlineData("zones")]
    [InlineData("cameras")]
    public async Task What_is_exported_makes_the_same_in_another_database(string layer)
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var export = (await Cli.RunAsync(connection, "export", layer, "--format", "geojson")).Out;
        var elsewhere = await postgis.FreshConnectionAsync(Token);
        await using var copy = CoverageGis.Database.OpenDatabase.Connect(elsewhere);
        if (layer == "zones")
            await ImportAsync(copy, (await Cli.RunAsync(connection, "export", "sites", "--format", "geojson")).Out);
        await ImportAsync(copy, export);
        Assert.Equal(export, (await Cli.RunAsync(elsewhere, "export", layer, "--format", "geojson")).Out);
    }

    [Fact]
    public async Task A_guess_is_exported_as_used_and_never_as_recorded()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var camera = (await FeaturesAsync(connection, "cameras"))["C2"]["properties"]!;
        Assert.Equal("[3.5,6]", camera["height"]!.ToJsonString());
        Assert.Null(camera["pixels"]);
        Assert.Equal("[1280,1920]", camera["used"]!["pixels"]!.ToJsonString());
        Assert.Equal("[60,70]", camera["used"]!["hfov"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_zone_that_requires_something_is_exported_before_any_analysis()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var zones = await FeaturesAsync(connection, "zones");
        Assert.Equal(["B/B", "M/M", "M/Z1"], zones.Keys.Order(StringComparer.Ordinal));
        Assert.True(zones["B/B"]["properties"]!["default"]!.GetValue<bool>());
        Assert.Equal("observe-person", zones["M/Z1"]["properties"]!["applied"]!["purpose"]!.GetValue<string>());
        Assert.Null(zones["M/Z1"]["properties"]!["purpose"]);
        Assert.Equal(2, zones["M/M"]["properties"]!["min_cameras"]!.GetValue<int>());
        Assert.All(zones.Values, z => Assert.True(z["properties"]!.AsObject().ContainsKey("ratio") && z["properties"]!["ratio"] is null));
    }

    [Fact]
    public async Task Results_stand_beside_the_records()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        await WriteResultsAsync(database);
        var zone = (await FeaturesAsync(connection, "zones"))["M/Z1"]["properties"]!;
        Assert.Equal((100, 0.6, 3, true), (zone["area_m2"]!.GetValue<double>(), zone["ratio"]!.GetValue<double>(), zone["cameras"]!.GetValue<int>(), zone["compliant"]!.GetValue<bool>()));
        var site = (await FeaturesAsync(connection, "sites"))["M"]["properties"]!;
        Assert.Equal((400, false, 2), (site["area_m2"]!.GetValue<double>(), site["compliant"]!.GetValue<bool>(), site["gaps"]!.GetValue<int>()));
        Assert.Equal(0.3, site["ratio"]!.GetValue<double>(), 1e-9);
        Assert.Equal(0.325, site["ratio_nominal"]!.GetValue<double>(), 1e-9);
        Assert.Equal(0.425, site["ratio_possible"]!.GetValue<double>(), 1e-9);
        var gap = Assert.Single((await FeaturesAsync(connection, "gaps")).Values)["properties"]!;
        Assert.Equal("M Z1 30 4.5 certain blocked", string.Join(' ', new[] { "site", "zone", "area_m2", "width_m", "certainty", "cause" }.Select(n => gap[n]!.ToString())));
        var view = Assert.Single((await FeaturesAsync(connection, "views")).Values)["properties"]!;
        Assert.Equal("C1 observe-person certain", string.Join(' ', new[] { "camera", "purpose", "certainty" }.Select(n => view[n]!.ToString())));
    }

    [Fact]
    public async Task Rings_run_as_the_format_asks()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var reader = new NetTopologySuite.IO.Converters.GeoJsonConverterFactory();
        var options = new JsonSerializerOptions { Converters = { reader } };
        foreach (var site in (await FeaturesAsync(connection, "sites")).Values.Where(f => f["geometry"] is not null))
        {
            var shape = site["geometry"].Deserialize<NetTopologySuite.Geometries.Geometry>(options)!;
            Assert.All(Enumerable.Range(0, shape.NumGeometries).Select(i => (NetTopologySuite.Geometries.Polygon)shape.GetGeometryN(i)), p => Assert.True(p.Shell.IsCCW));
        }
    }

    [Fact]
    public async Task A_table_is_csv_that_a_spreadsheet_takes_for_text()
    {
        var (connection, database) = await TownAsync();
        await using var _ = database;
        var text = (await Cli.RunAsync(connection, "export", "sites", "--format", "csv")).Out;
        Assert.StartsWith("\uFEFFcode,name,category,in_scope,", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("M,'=M,mall,true,", lines.Single(l => l.StartsWith("M,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",118.82,32.3,\"POLYGON ((", lines.Single(l => l.StartsWith("B,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",1/5,90,", (await Cli.RunAsync(connection, "export", "cameras", "--format", "csv")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 10", "'+86 10")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("-a", "'-a")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"\n", "\"say \"\"x\"\"\n\"")]
    [InlineData("=\"x\"", "\"'=\"\"x\"\"\"")]
    public void A_cell_is_quoted_and_no_formula(string text, string cell) => Assert.Equal(cell, CsvExport.Cell(text));

    private async Task<(string Connection, NpgsqlDataSource Database)> TownAsync()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        Assert.Empty((await ImportAsync(database, Collection(Town))).Problems);
        return (connection, database);
    }

    /// <summary>By code, zones by site/code; without the region.</summary>
    private static async Task<Dictionary<string, JsonNode>> FeaturesAsync(string connection, string layer)
    {
        var features = JsonNode.Parse((await Cli.RunAsync(connection, "export", layer, "--format", "geojson")).Out)!["features"]!.AsArray();
        return features.Select(f => f!).Where(f => (string?)f["properties"]!["kind"] != "region").ToDictionary(f => (string?)f["properties"]!["kind"] switch
        {
            "zone" => $"{f["properties"]!["site"]}/{f["properties"]!["code"]}",
            "view" => $"{f["properties"]!["camera"]}",
            _ => $"{f["properties"]!["code"]}",
        });
    }

    private static async Task WriteResultsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("""
            insert into coverage (region, site, zone, purpose, required_ratio, area_m2, seen_m2, unproven_m2, unseen_m2,
                                  ratio, ratio_nominal, ratio_possible, cameras, gaps, compliant, valid_from)
            values ('T1', 'M', 'Z1', 'observe-person', 0.5, 100, 60, 10, 30, 0.6, 0.65, 0.7, 3, 1, true, now()),
                   ('T1', 'M', 'M', 'read-plate', 1, 300, 60, 40, 200, 0.2, 0.21666666666666667, 0.33333333333333333, 1, 1, false, now());
            insert into gap (region, site, zone, geom, area_m2, width_m, certainty, cause, valid_from)
            select 'T1', 'M', 'Z1', ST_Buffer(position, 3), 30, 4.5, 'certain', 'blocked', now() from camera where code = 'C1';
            insert into view (region, camera_region, camera, code, purpose, certainty, light, working, capture, geom)
            select 'T1', 'T1', id, code, 'observe-person', 'certain', 'any', true, false, ST_Buffer(position, 9) from camera where code = 'C1'
            """);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
