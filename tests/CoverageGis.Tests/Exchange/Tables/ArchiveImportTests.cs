using System.Text;
using System.Text.Json;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

/// <summary>Archives from the command line into the database.</summary>
public sealed class ArchiveImportTests(PostgisFixture postgis)
{
    private const string Map = """{"columns":{"种类":"摄像机类型"},"codes":{"联网属性":{"0":"networked","1":"not networked"},"摄像机类型":{"甲":"球机"}}}""";

    private static readonly string[][] Unplaced = [Row(1), Row(2, ("经度", ""), ("纬度", ""), ("监控点位类型", "3")), Row(3)];

    [Fact]
    public async Task An_archive_comes_in_whole_and_again_changes_nothing_in_any_form()
    {
        await using var town = await Town.OpenAsync(postgis);
        var first = await town.ImportAsync(Gbk.GetBytes(Csv(Unplaced)), ".csv");
        Assert.Equal((3, 2, 1, 2), Counts(first, "camera"));
        Assert.Equal((1, 1, 0, 1), Counts(first, "unplaced"));
        var state = await StateAsync(town.Database);
        foreach (var (bytes, extension) in ((byte[], string)[])[(Gbk.GetBytes(Csv(Unplaced)), ".csv"), (Encoding.UTF8.GetBytes(Csv(Unplaced, ';')), ".csv"), (BareWorkbook.Of(Unplaced.Prepend(Form)).ToBytes(), ".xlsx")])
        {
            var again = await town.ImportAsync(bytes, extension);
            Assert.Equal((3, 2, 1, 0), Counts(again, "camera"));
            Assert.Equal((1, 1, 0, 0), Counts(again, "unplaced"));
            Assert.Equal(state, await StateAsync(town.Database));
        }
    }

    [Fact]
    public async Task A_camera_without_a_place_waits_until_it_has_one()
    {
        await using var town = await Town.OpenAsync(postgis);
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv(Unplaced)), ".csv");
        Assert.Equal($"{Code(2)} 3 街道办事处", await town.Database.ValueAsync<string>("select code || ' ' || class || ' ' || (attributes ->> '管理单位') from unplaced_camera where valid_to = 'infinity'"));
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2), Row(3)])), ".csv");
        Assert.Equal("3 0", await town.LiveAsync());
        var lost = await town.ImportAsync(Encoding.UTF8.GetBytes(Csv(Unplaced)), ".csv");
        Assert.Equal((3, 2, 1, 0), Counts(lost, "camera"));
        Assert.Equal("3 0", await town.LiveAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_delivery_is_found_and_ends_with_the_next_one()
    {
        await using var town = await Town.OpenAsync(postgis);
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2, ("经度", ""), ("纬度", ""), ("监控点位类型", "1")), Row(3, ("经度", ""), ("纬度", ""), ("监控点位类型", "3"))])), ".csv");
        using (var elsewhere = new ScratchFile(Csv([Row(1)]), ".csv"))
            await town.RunAsync("import", elsewhere.Path, "--region", "320117");
        await town.RunAsync("analyze");
        Assert.Equal($"320116 {Code(1)} same_code 320117, 320116 {Code(2)} place_missing, 320116 {Code(3)} place_unknown, 320117 {Code(1)} same_code 320116", await town.FoundAsync());
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2), Row(3)])), ".csv");
        await town.RunAsync("analyze");
        Assert.Equal($"320116 {Code(1)} same_code 320117, 320117 {Code(1)} same_code 320116", await town.FoundAsync());
    }

    [Fact]
    public async Task What_a_source_means_is_told_once_and_kept_as_its_profile()
    {
        await using var town = await Town.OpenAsync(postgis);
        string[] header = [.. Form, "种类"];
        var file = Encoding.UTF8.GetBytes(Csv([[.. Row(1, ("摄像机类型", ""), ("联网属性", "1")), "甲"]], header: header));
        using var map = new ScratchFile(Map, ".json");
        await town.ImportAsync(file, ".csv", "--map", map.Path, "--dry-run");
        Assert.Equal(0L, await town.Database.ValueAsync<long>("select count(*) from archive_profile"));
        await town.ImportAsync(file, ".csv", "--map", map.Path);
        Assert.Equal("dome_ptz not networked", await town.Database.ValueAsync<string>("select type || ' ' || (attributes ->> '联网属性') from camera where valid_to = 'infinity'"));
        var again = await town.ImportAsync(file, ".csv");
        Assert.Equal((1, 1, 0, 0), Counts(again, "camera"));
        var other = await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([[.. Row(2, ("联网属性", "1")), "甲"]], header: header)), ".csv", "--source", "other", "--profile", "bureau");
        Assert.Equal((1, 1, 0, 1), Counts(other, "camera"));
        Assert.Equal(2L, await town.Database.ValueAsync<long>("select count(*) from camera where attributes ->> '联网属性' = 'not networked'"));
        using var one = new ScratchFile(file, ".csv");
        var refused = await Cli.RunAsync(town.Connection, "import", one.Path, "--region", "320116", "--profile", "nobody");
        Assert.Equal((1, "Region 320116 has no profile nobody; there are bureau."), (refused.ExitCode, refused.Error.Trim()));
    }

    [Fact]
    public async Task What_lies_outside_the_region_is_named_and_what_was_shifted_keeps_what_was_written()
    {
        await using var town = await Town.OpenAsync(postgis);
        await town.ImportAsync(Encoding.UTF8.GetBytes(Collection(Feature(Square(118.84), """{"kind":"region","code":"320116","name":"R"}"""))), ".geojson");
        var report = await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1, ("经度", "118.8405"), ("纬度", "32.3005")), Row(2, ("经度", "118.8405"), ("纬度", "32.31"))])), ".csv");
        Assert.Contains(report.GetProperty("problems").EnumerateArray(), p => p.GetProperty("ref").GetString()!.StartsWith("row 3", StringComparison.Ordinal)
            && p.GetProperty("reason").GetString()!.StartsWith("lies at 118.8405, 32.31, 998 m outside the boundary of 320116", StringComparison.Ordinal));
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1, ("经度", "118.8457"), ("纬度", "32.2985"))])), ".csv", "--datum", "gcj02", "--partial");
        Assert.Equal("118.8457 gcj02", await town.Database.ValueAsync<string>($"select (attributes #>> '{{original,x}}') || ' ' || (attributes #>> '{{original,datum}}') from camera where code = '{Code(1)}' and valid_to = 'infinity'"));
        Assert.Equal(118.8405, await town.Database.ValueAsync<double>($"select lon from camera where code = '{Code(1)}' and valid_to = 'infinity'"), 1e-3);
    }

    [Fact]
    public async Task Codes_that_cannot_be_read_mark_nothing_as_missing()
    {
        await using var town = await Town.OpenAsync(postgis);
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2)])), ".csv");
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1), Row(2, ("设备编码", "3.2E+19"))])), ".csv");
        Assert.Equal(0L, await town.Database.ValueAsync<long>("select count(*) from missing_camera where valid_to = 'infinity'"));
        await town.ImportAsync(Encoding.UTF8.GetBytes(Csv([Row(1)])), ".csv");
        Assert.Equal(1L, await town.Database.ValueAsync<long>("select count(*) from missing_camera where valid_to = 'infinity'"));
    }

    private static (int Read, int Taken, int Skipped, int New) Counts(JsonElement report, string kind)
    {
        var counts = report.GetProperty("kinds").GetProperty(kind);
        int Number(string name) => counts.GetProperty(name).GetInt32();
        Assert.Equal((Number("taken"), 0), (Number("new") + Number("changed") + Number("unchanged"), Number("removed")));
        Assert.True(Number("new") > 0 || Number("changed") == 0);
        return (Number("read"), Number("taken"), Number("skipped"), Number("new"));
    }

    private sealed class Town(string connection, NpgsqlDataSource database) : IAsyncDisposable
    {
        public string Connection { get; } = connection;

        public NpgsqlDataSource Database { get; } = database;

        public static async Task<Town> OpenAsync(PostgisFixture postgis)
        {
            var connection = await postgis.FreshConnectionAsync(TestContext.Current.CancellationToken);
            return new Town(connection, CoverageGis.Database.OpenDatabase.Connect(connection));
        }

        public async Task<JsonElement> ImportAsync(byte[] bytes, string extension, params string[] more)
        {
            using var file = new ScratchFile(bytes, extension);
            string[] source = more.Contains("--source") ? [] : ["--source", "bureau"];
            var result = await Cli.RunAsync(Connection, ["import", file.Path, "--region", "320116", "--json", .. source, .. more]);
            Assert.True(result.ExitCode == 0, result.Error);
            using var json = JsonDocument.Parse(result.Out);
            return json.RootElement.Clone();
        }

        public async Task RunAsync(params string[] command)
        {
            var result = await Cli.RunAsync(Connection, command);
            Assert.True(result.ExitCode == 0, result.Error);
        }

        /// <summary>Open findings of the rules that ask where a camera stands, and who else has its code.</summary>
        public Task<string> FoundAsync() => Database.ValueAsync<string>("""
            select string_agg(concat_ws(' ', region, camera, rule, detail ->> 'regions'), ', ' order by region, camera, rule)
            from archive_finding where valid_to = 'infinity' and rule in ('place_missing', 'place_unknown', 'same_code')
            """);

        public Task<string> LiveAsync() => Database.ValueAsync<string>(
            "select (select count(*) from camera where valid_to = 'infinity') || ' ' || (select count(*) from unplaced_camera where valid_to = 'infinity')");

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
