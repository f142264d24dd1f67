using System.Text.Json.Nodes;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using CoverageGis.Tests.Exchange;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Deliveries;

/// <summary>What a delivery would change, lacks, and how it is taken back, on the command line.</summary>
public sealed class DeliveryCommandTests(PostgisFixture postgis)
{
    private const string Unit = """{"kind":"unit","code":"U1","name":"East station"}""", Protected = """{"kind":"protected","code":"P1","name":"Baths","reason":"privacy"}""";

    private static readonly string[] First =
    [
        RegionFeature(), Camera("C1", "\"name\":\"North gate\",\"height\":6,\"contact\":\"Li\""), Camera("C2"), Camera("C3"), Site("S1"),
        Zone("S1", "Z1"), Occluder("\"height\":12,\"code\":\"O1\""), Feature(Square(118.8), Unit), Feature(Square(118.8), Protected),
    ];

    private static readonly string[] Second =
    [
        RegionFeature("""{"kind":"region","code":"T1","name":"Tested"}"""), Camera("C1", "\"name\":\"North gate\",\"height\":[5,6],\"azimuth\":90", "[118.8001,32.3]"),
        Camera("C2"), Camera("C4", "\"name\":\"=1+1\""), Site("S1", "\"category\":\"mall\",\"name\":\"六合\""), Zone("S1", "Z1", "\"min_cameras\":2"),
        Occluder("\"height\":15,\"code\":\"O1\"", 118.801), Feature(Square(118.8), Unit.Replace("East", "West", StringComparison.Ordinal)), Feature(Square(118.8), Protected.Replace("privacy", "court", StringComparison.Ordinal)),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_tells_every_change_field_by_field_and_changes_nothing()
    {
        var (connection, database) = await DeliveredAsync();
        var state = await StateAsync(database);
        using ScratchFile second = new(Collection(Second)), changes = new("");
        var result = await Cli.RunAsync(connection, "import", second.Path, "--source", "a", "--dry-run", "--json", "--changes", changes.Path);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var told = JsonNode.Parse(result.Out)!["changes"]!;
        Assert.Equal("""{"code":"C1","name":"North gate","fields":[{"field":"azimuth","from":null,"to":90},{"field":"contact","from":"Li","to":null},{"field":"height","from":6,"to":[5,6]},{"field":"position","from":[118.8,32.3],"to":[118.8001,32.3]}]}""",
            told["camera"]!["changed"]!["records"]![0]!.ToJsonString());
        Assert.Equal("1 1 1 1", string.Join(' ', new[] { "new", "changed", "removed" }.Select(o => $"{told["camera"]![o]!["total"]}").Append($"{told["camera"]!["unchanged"]}")));
        Assert.Equal("""[{"field":"name","from":"Test","to":"Tested"}]""", told["region"]!["changed"]!["records"]![0]!["fields"]!.ToJsonString());
        var lines = await File.ReadAllLinesAsync(changes.Path, Token);
        Assert.Equal("kind,code,name,change,field,from,to", lines[0].TrimStart('\uFEFF'));
        Assert.Contains("camera,C4,'=1+1,new,,,", lines);
        Assert.Contains("camera,C3,,removed,,,", lines);
        Assert.Contains("protected,P1,Baths,changed,reason,privacy,court", lines);
        Assert.Contains("unit,U1,West station,changed,name,East station,West station", lines);
        Assert.Contains("zone,S1/Z1,,changed,min_cameras,,2", lines);
        Assert.Contains("site,S1,六合,changed,name,,六合", lines);
        Assert.Contains(lines, l => l.StartsWith("occluder,O1,,changed,geometry,\"10", StringComparison.Ordinal));
        Assert.Equal(state, await StateAsync(database));
        Assert.Contains("changed camera C1 (North gate): azimuth (none) → 90, contact Li → (none), height 6 → [5,6]",
            (await Cli.RunAsync(connection, "import", second.Path, "--source", "a", "--dry-run")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_takes_all_of_it_back_and_can_be_undone()
    {
        var (connection, database) = await DeliveredAsync();
        var first = await LiveAsync(database);
        using var file = new ScratchFile(Collection(Second));
        await RunAsync(connection, 0, "import", file.Path, "--source", "a");
        var second = await LiveAsync(database);
        Assert.Contains("changed region T1", await RunAsync(connection, 0, "undo", "2", "--region", "T1", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal(second, await LiveAsync(database));
        Assert.Contains("delivery 2 is undone, by delivery", await RunAsync(connection, 0, "undo", "2", "--region", "T1"), StringComparison.Ordinal);
        Assert.Equal(first, await LiveAsync(database));
        var list = JsonNode.Parse(await RunAsync(connection, 0, "deliveries", "--region", "T1", "--json"))!["deliveries"]!.AsArray();
        var undo = list[0]!["id"]!.ToString();
        Assert.Equal($"undo 2; {undo} False", $"{list[0]!["format"]} {list[0]!["undoes"]}; {list[1]!["undone_by"]} {(bool)list[1]!["undoable"]!}");
        Assert.Contains($"undone already, by delivery {undo}", await RunAsync(connection, 1, "undo", "2", "--region", "T1"), StringComparison.Ordinal);
        await RunAsync(connection, 0, "undo", undo, "--region", "T1");
        Assert.Equal(second, await LiveAsync(database));
        Assert.Contains("was undone and brought back", await RunAsync(connection, 1, "undo", "2", "--region", "T1"), StringComparison.Ordinal);
        Assert.Contains("There is no delivery 99", await RunAsync(connection, 1, "undo", "99", "--region", "T1"), StringComparison.Ordinal);
        Assert.DoesNotContain("new", (await ImportAsync(database, Collection(Second), source: "a")).Became("camera").Replace("0 new", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_refuses_by_name_or_stays()
    {
        var (connection, database) = await DeliveredAsync();
        await ImportAsync(database, Collection(Camera("C1", "\"height\":3"), Camera("C2", "\"height\":3"), Site("S2")), "T1", "b", partial: true);
        await ImportAsync(database, Collection(Camera("C2", "\"height\":4"), Zone("S2", "late", east: 118.8)), "T1", "c", partial: true);
        var state = await StateAsync(database);
        var refused = await RunAsync(connection, 1, "undo", "2", "--region", "T1");
        Assert.Contains("2 records that delivery 2 brought or ended were changed since. Nothing was changed.", refused, StringComparison.Ordinal);
        Assert.Contains("camera C2, by delivery 3 (scene of tester", refused, StringComparison.Ordinal);
        Assert.Contains("site S2", refused, StringComparison.Ordinal);
        Assert.Equal(state, await StateAsync(database));
        var done = JsonNode.Parse(await RunAsync(connection, 0, "undo", "2", "--region", "T1", "--keep-later", "--json"))!;
        Assert.Equal("C2 S2", string.Join(' ', done["kept"]!.AsArray().Select(k => $"{k!["code"]}")));
        Assert.Equal("6 4 1", await database.ValueAsync<string>("select concat_ws(' ', (select height_min from camera where code = 'C1' and valid_to = 'infinity'), (select height_min from camera where code = 'C2' and valid_to = 'infinity'), (select count(*) from site where code = 'S2' and valid_to = 'infinity'))"));
    }

    [Fact]
    public async Task A_camera_that_an_archive_lacks_stays_and_is_marked_until_it_is_delivered_again()
    {
        var (connection, database) = await DeliveredAsync();
        var report = await ArchiveAsync(database, "a", dryRun: true, Camera("C1", "\"name\":\"North gate\",\"height\":6,\"contact\":\"Li\""));
        Assert.Equal("2 0: C2 C3", $"{report.Kinds["camera"].Missing} {report.Kinds["camera"].Removed}: {string.Join(' ', report.Changes!["camera"].Missing.Records.Select(r => r.Code))}");
        Assert.Equal("", await MissingAsync(connection));
        await ArchiveAsync(database, "a", dryRun: false, Camera("C1"));
        Assert.Equal("C2 a 2, C3 a 2", await MissingAsync(connection));
        Assert.Equal(3L, await database.ValueAsync<long>("select count(*) from camera where valid_to = 'infinity'"));
        await ArchiveAsync(database, "a", dryRun: false, Camera("C1"), Camera("C2", "\"hfov\":0"));
        Assert.Equal("C3 a 2", await MissingAsync(connection));
        await RunAsync(connection, 0, "undo", "3", "--region", "T1");
        Assert.Equal("C2 a 2, C3 a 2", await MissingAsync(connection));
        await ArchiveAsync(database, "b", dryRun: false, Camera("C3"), Camera("C9"));
        Assert.Equal("C2 a 2", await MissingAsync(connection));
        await RunAsync(connection, 1, "undo", "2", "--region", "T1", "--dry-run", "--keep-later", "--json", "--changes", "/no/such/folder/x.csv");
        await RunAsync(connection, 0, "undo", "2", "--region", "T1");
        Assert.Equal("", await MissingAsync(connection));
    }

    private static async Task<ImportReport> ArchiveAsync(Npgsql.NpgsqlDataSource database, string source, bool dryRun, params string[] cameras)
    {
        using var file = new ScratchFile(Collection(cameras));
        var report = new ImportReport();
        await ImportRun.RunAsync(database, SceneReader.Read(file.Path, report, null, Token), report, new ImportOptions("T1", source, file.Path, "archive", false, dryRun, "tester"), Token);
        return report;
    }

    private static async Task<string> MissingAsync(string connection) => string.Join(", ", JsonNode.Parse(
        await RunAsync(connection, 0, "deliveries", "--region", "T1", "--missing", "--json"))!["missing"]!.AsArray().Select(m => $"{m!["code"]} {m["source"]} {m["delivery"]}"));

    private static async Task<string> RunAsync(string connection, int code, params string[] arguments)
    {
        var result = await Cli.RunAsync(connection, arguments);
        Assert.True(result.ExitCode == code, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Out} {result.Error}");
        return result.Out + result.Error;
    }

    private static Task<string> LiveAsync(Npgsql.NpgsqlDataSource database) => database.ValueAsync<string>("""
        select string_agg(concat_ws(' ', v.kind, v.key, v.source, f.fields), chr(10) order by v.kind, v.key) || (select r.name from region r)
        from record_version v join record_fields f using (region, kind, id) where v.valid_to = 'infinity'
        """);

    private async Task<(string Connection, Npgsql.NpgsqlDataSource Database)> DeliveredAsync()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(First), source: "a");
        return (connection, database);
    }
}
