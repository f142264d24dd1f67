using System.Text;
using CoverageGis.Exchange;
using Npgsql;

namespace CoverageGis.Tests.Exchange;

/// <summary>Scenes as text, near 118.8 E, 32.3 N, and what becomes of them in a database.</summary>
public static class SceneText
{
    public const string Null = "null";

    public const string Region = """{"kind":"region","code":"T1","name":"Test"}""";

    /// <summary>A camera that lacks nothing.</summary>
    public const string Exact = "\"type\":\"bullet\",\"azimuth\":90,\"hfov\":60,\"vfov\":35,\"tilt\":15,\"height\":6,\"pixels\":1920";

    public static string Collection(params IEnumerable<string> features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    public static string Feature(string geometry, string properties) =>
        $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    public static string RegionFeature(string properties = Region) => Feature(Null, properties);

    public static string Camera(string code, string more = Exact, string place = "[118.8,32.3]") =>
        Feature($$"""{"type":"Point","coordinates":{{place}}}""", $$"""{"kind":"camera","code":"{{code}}",{{more}}}""");

    public static string Site(string code, string more = "\"category\":\"mall\"", double east = 118.8) =>
        Feature(Square(east), $$"""{"kind":"site","code":"{{code}}",{{more}}}""");

    public static string Zone(string site, string code, string more = "\"purpose\":\"observe-person\"", double east = 118.8) =>
        Feature(Square(east), $$"""{"kind":"zone","site":"{{site}}","code":"{{code}}",{{more}}}""");

    public static string Occluder(string more = "\"height\":12", double east = 118.8) =>
        Feature(Square(east), $$"""{"kind":"occluder",{{more}}}""");

    /// <summary>About 94 m by 111 m, its south-west corner at 32.3 N.</summary>
    public static string Square(double east) => FormattableString.Invariant(
        $$"""{"type":"Polygon","coordinates":[[[{{east}},32.3],[{{east + 0.001}},32.3],[{{east + 0.001}},32.301],[{{east}},32.301],[{{east}},32.3]]]}""");

    public static async Task<ImportReport> ImportAsync(
        NpgsqlDataSource database, string text, string? region = null, string source = "test", bool partial = false, bool dryRun = false) =>
        await ImportAsync(database, Encoding.UTF8.GetBytes(text), region, source, partial, dryRun);

    public static async Task<ImportReport> ImportAsync(
        NpgsqlDataSource database, byte[] bytes, string? region = null, string source = "test", bool partial = false, bool dryRun = false)
    {
        var token = TestContext.Current.CancellationToken;
        using var file = new ScratchFile(bytes);
        var report = new ImportReport();
        var options = new ImportOptions(region, source, file.Path, "scene", partial, dryRun, "tester");
        var items = CoverageGis.Exchange.Scene.SceneReader.Read(file.Path, report, null, token);
        await ImportRun.RunAsync(database, items, report, options, token);
        return report;
    }

    /// <summary>Everything that a region holds, history included, as one text: equal when nothing was written.</summary>
    public static async Task<string> StateAsync(NpgsqlDataSource database)
    {
        var tables = new[] { "region", "camera", "site", "zone", "occluder", "excluded_area", "unit", "purpose", "policy", "backdrop", "delivery", "unplaced_camera", "archive_profile" };
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') from {table} t");
            text.Append(table).Append(' ').Append(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).Append('\n');
        }
        return text.ToString();
    }

    public static async Task<T> ValueAsync<T>(this NpgsqlDataSource database, string query)
    {
        await using var command = database.CreateCommand(query);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>new/changed/unchanged/removed of a kind.</summary>
    public static string Became(this ImportReport report, string kind)
    {
        var counts = report.Kinds[kind];
        return FormattableString.Invariant($"{counts.New} new, {counts.Changed} changed, {counts.Unchanged} unchanged, {counts.Removed} removed");
    }
}
