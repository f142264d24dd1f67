using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange;

public sealed class ImportRunTests(PostgisFixture postgis)
{
    private static readonly string[] Everything =
    [
        RegionFeature(), Camera("C1"), Camera("C2", "\"azimuths\":[0,180]"), Site("S1"),
        Feature("""{"type":"Point","coordinates":[118.81,32.3]}""", """{"kind":"site","code":"B1","category":"bus_stop","radius":15}"""),
        Zone("S1", "Z1", "\"purpose\":\"own\""), Feature(Null, """{"kind":"purpose","name":"own","min_ppm":40,"z_min":0,"z_max":1.7}"""),
        Feature(Null, """{"kind":"policy","category":"mall","purpose":"own","required_ratio":0.5}"""), Occluder(), Occluder("\"height\":3,\"code\":\"O2\"", 118.802),
        Feature("""{"type":"LineString","coordinates":[[118.8,32.3],[118.801,32.3]]}""", """{"kind":"occluder","height":2,"width":1}"""),
        Feature(Square(118.8), """{"kind":"protected","name":"n","reason":"r"}"""), Feature(Square(118.8), """{"kind":"exempt","reason":"r"}"""),
        Feature(Square(118.8), """{"kind":"unit","code":"U1","name":"n"}"""),
        Feature(Square(118.8), """{"kind":"backdrop","code":"G1","layer":"green"}"""),
    ];

    [Fact]
    public async Task Every_kind_comes_in_once_and_the_same_file_again_writes_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var first = await ImportAsync(database, Collection(Everything));
        Assert.Empty(first.Problems);
        Assert.All(first.Kinds, k => Assert.Equal((k.Value.Read, k.Value.Read), (k.Value.Taken, k.Value.New + k.Value.Changed)));
        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 removed", first.Became("policy"));
        var state = await StateAsync(database);
        var second = await ImportAsync(database, Collection(Everything.Reverse()));
        Assert.Equal(state, await StateAsync(database));
        Assert.All(second.Kinds.Values, k => Assert.Equal((k.Taken, 0, 0, 0), (k.Unchanged, k.New, k.Changed, k.Removed)));
    }

    [Fact]
    public async Task Geometry_stands_in_metres_in_the_plane_of_the_region()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("C1", Exact, "[118.8,32.06]"), Everything[4], Everything[10]));
        Assert.Equal(4549, await database.ValueAsync<int>("select srid from region"));
        Assert.Equal(0, await database.ValueAsync<double>("select ST_Distance(position, 'SRID=4549;POINT(386678.49 3549135.64)') from camera"), 0.01);
        Assert.Equal(0.637, await database.ValueAsync<double>("select north from camera"), 0.001);
        Assert.Equal(Math.PI * 225, await database.ValueAsync<double>("select ST_Area(geom) from site"), 0.5);
        Assert.Equal(94.26 + Math.PI / 4, await database.ValueAsync<double>("select ST_Area(geom) from occluder"), 0.3);
    }

    [Fact]
    public async Task What_changed_ends_and_begins_and_what_is_gone_ends()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B"), Camera("C"), Site("S")));
        var report = await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B", "\"height\":4"), Camera("D")));
        Assert.Equal("1 new, 1 changed, 1 unchanged, 1 removed", report.Became("camera"));
        Assert.Equal("A B D", await database.ValueAsync<string>("select string_agg(code, ' ' order by code) from camera where valid_to = 'infinity'"));
        Assert.Equal(5L, await database.ValueAsync<long>("select count(*) from camera"));
        Assert.Equal(1L, await database.ValueAsync<long>("select count(*) from camera a join camera b on a.code = b.code and a.valid_to = b.valid_from"));
        Assert.Equal(1L, await database.ValueAsync<long>("select count(*) from site where valid_to = 'infinity'"));
    }

    [Fact]
    public async Task A_part_removes_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B")));
        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 removed",
            (await ImportAsync(database, Collection(Camera("A")), "T1", partial: true)).Became("camera"));
    }

    [Fact]
    public async Task Each_source_removes_only_what_it_delivered_last()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B")), source: "one");
        var taken = await ImportAsync(database, Collection(RegionFeature(), Camera("B"), Camera("C")), source: "two");
        Assert.Equal("1 new, 0 changed, 1 unchanged, 0 removed", taken.Became("camera"));
        var rest = await ImportAsync(database, Collection(RegionFeature(), Camera("D")), source: "one");
        Assert.Equal("1 new, 0 changed, 0 unchanged, 1 removed", rest.Became("camera"));
        Assert.Equal("B C D", await database.ValueAsync<string>("select string_agg(code, ' ' order by code) from camera where valid_to = 'infinity'"));
    }

    [Fact]
    public async Task A_record_that_became_faulty_is_skipped_and_what_was_known_of_it_stays()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B"), Site("S"), Zone("S", "Z"), Occluder()));
        var report = await ImportAsync(database, Collection(RegionFeature(), Camera("A", "\"height\":\"high\""), Camera("B"),
            Zone("S", "Z", "\"purpose\":\"unheard\""), Occluder("\"height\":-1")));
        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 removed", report.Became("camera"));
        Assert.Equal("0 new, 0 changed, 0 unchanged, 0 removed", report.Became("zone"));
        Assert.Equal("0 new, 0 changed, 0 unchanged, 0 removed", report.Became("occluder"));
        Assert.Equal(3, report.Problems.Count);
    }

    [Fact]
    public async Task What_stands_twice_or_refers_to_nothing_is_skipped_and_named()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var report = await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("A", "\"height\":4"), Site("S"), Occluder(), Occluder(),
            Zone("S", "1"), Zone("S", "1"), Zone("S", "2"), Zone("X", "1"), Zone("S", "3", "\"purpose\":\"unheard\""), Zone("S", "S", "\"name\":\"no purpose\""),
            Feature(Null, """{"kind":"policy","category":"mall","purpose":"unheard"}"""), RegionFeature()));
        Assert.Equal((2, 1, 1), (report.Kinds["camera"].Read, report.Kinds["camera"].Taken, report.Kinds["camera"].Skipped));
        Assert.Equal((6, 3, 3), (report.Kinds["zone"].Read, report.Kinds["zone"].Taken, report.Kinds["zone"].Skipped));
        Assert.Equal((1, 0, 1), (report.Kinds["policy"].Read, report.Kinds["policy"].Taken, report.Kinds["policy"].Skipped));
        Assert.Equal((2, 1, 1), (report.Kinds["region"].Read, report.Kinds["region"].Taken, report.Kinds["region"].Skipped));
        Assert.Equal((2, 1, 1), (report.Kinds["occluder"].Read, report.Kinds["occluder"].Taken, report.Kinds["occluder"].Skipped));
        Assert.Contains(report.Problems, p => p == new ImportProblem("feature 10 (zone 1)", "site X is neither in the file nor in the region"));
        Assert.Contains(report.Problems, p => p.Reason == "camera A stands in the file more than once; the first was taken");
        Assert.Equal(2, report.Problems.Count(p => p.Reason.StartsWith("purpose unheard is not known in this region", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_zone_of_a_site_that_goes_is_skipped_and_the_same_file_again_writes_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Site("S"), Zone("S", "1"), Site("T", east: 118.81)));
        var without = Collection(RegionFeature(), Site("T", east: 118.81), Zone("S", "1"));
        var report = await ImportAsync(database, without);
        Assert.Equal("0 new, 0 changed, 0 unchanged, 1 removed", report.Became("zone"));
        var state = await StateAsync(database);
        await ImportAsync(database, without);
        Assert.Equal(state, await StateAsync(database));
    }

    [Fact]
    public async Task A_purpose_replaces_the_whole_entry_and_one_that_goes_is_missed()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        const string face = """{"kind":"purpose","name":"recognise-face","min_ppm":250,"z_min":1.5,"z_max":1.7}""";
        await ImportAsync(database, Collection(RegionFeature(), Feature(Null, face), Site("S"), Zone("S", "Z", "\"purpose\":\"recognise-face\"")));
        Assert.Equal(1L, await database.ValueAsync<long>("select count(*) from purpose where name = 'recognise-face' and valid_to = 'infinity' and max_tilt is null"));
        var report = await ImportAsync(database, Collection(RegionFeature(), Feature(Null, face.Replace("recognise-face", "other", StringComparison.Ordinal))));
        Assert.Equal("1 new, 0 changed, 0 unchanged, 1 removed", report.Became("purpose"));
        Assert.Equal("zone S/Z", Assert.Single(report.Problems).Ref);
    }

    [Fact]
    public async Task What_lies_on_the_other_side_of_the_world_is_skipped_and_named()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var report = await ImportAsync(database, Collection(RegionFeature(), Camera("A"), Camera("B"), Camera("C", Exact, "[-60,-30]"), Site("S"), Site("T", east: -61)));
        Assert.Equal((3, 2, 1), (report.Kinds["camera"].Read, report.Kinds["camera"].Taken, report.Kinds["camera"].Skipped));
        Assert.Equal((2, 1, 1), (report.Kinds["site"].Read, report.Kinds["site"].Taken, report.Kinds["site"].Skipped));
        Assert.Equal("feature 4 (camera C)", report.Problems[0].Ref);
        Assert.StartsWith("lies at -60, -30, more than 1000 km from the rest", report.Problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_codes_of_another_district_are_a_warning()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var report = await ImportAsync(database, Collection(Camera("32011600001320000001"), Camera("32011500001320000002"), Camera("320115000013200003"), Camera("short")), "320116");
        Assert.Equal(4, report.Kinds["camera"].Taken);
        Assert.Equal(new ImportProblem("feature 2 (camera 32011500001320000002)", "device code of another district than 320116: 2 of 320115. Taken as they are"),
            Assert.Single(report.Problems));
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var empty = await StateAsync(database);
        Assert.Equal("2 new, 0 changed, 0 unchanged, 0 removed", (await ImportAsync(database, Collection(Everything), dryRun: true)).Became("camera"));
        Assert.Equal(empty, await StateAsync(database));
    }

    [Fact]
    public async Task A_reader_that_fails_half_way_leaves_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A")));
        var state = await StateAsync(database);
        await Assert.ThrowsAsync<BadInput>(() => RunAsync(database, Poisoned(() => throw new BadInput("cut short")), Token));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(database, Poisoned(stop.Cancel), stop.Token));
        Assert.Equal(state, await StateAsync(database));
    }

    [Fact]
    public async Task What_the_database_cannot_hold_is_bad_input_and_leaves_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var endless = new Point(double.NaN, 32) { SRID = 4326 };
        var failure = await Assert.ThrowsAsync<BadInput>(() => RunAsync(database, [new CameraItem("N", "", endless) { Ref = "N" }, .. Cameras(3)], Token));
        Assert.Contains("Nothing was imported", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await database.ValueAsync<long>("select (select count(*) from camera) + (select count(*) from region)"));
    }

    [Fact]
    public async Task Two_deliveries_at_once_queue()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var text = (string[])[Collection(RegionFeature(), Camera("A"), Camera("B")), Collection(RegionFeature(), Camera("A", "\"height\":4"))];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ImportAsync(database, text[i % 2], source: "same")));
        Assert.Equal(0L, await database.ValueAsync<long>("select count(*) from camera where valid_to <= valid_from"));
        Assert.Equal(1L, await database.ValueAsync<long>("select count(*) from camera where code = 'A' and valid_to = 'infinity'"));
    }

    private static IEnumerable<SceneItem> Poisoned(Action poison)
    {
        foreach (var camera in Cameras(9000))
            yield return camera;
        poison();
        yield return new CameraItem("last", "", new Point(118.8, 32.3) { SRID = 4326 }) { Ref = "last" };
    }

    private static IEnumerable<CameraItem> Cameras(int count) => Enumerable.Range(0, count)
        .Select(i => new CameraItem($"P{i}", "", new Point(118.8 + i * 1e-6, 32.3) { SRID = 4326 }) { Ref = $"camera P{i}" });

    private static Task RunAsync(Npgsql.NpgsqlDataSource database, IEnumerable<SceneItem> items, CancellationToken token) =>
        ImportRun.RunAsync(database, items, new ImportReport(), new ImportOptions("T1", "test", "poisoned", "scene", false, false, "tester"), token);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
