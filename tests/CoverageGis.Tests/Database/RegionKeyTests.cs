using CoverageGis.Database;

namespace CoverageGis.Tests.Database;

/// <summary>Every statement of the analysis keeps to one region, so that tables distributed by region answer it on one node.</summary>
public sealed class RegionKeyTests(PostgisFixture postgis)
{
    /// <summary>The views over distributed tables count as such.</summary>
    private static readonly HashSet<string> Tables =
        [.. Distribution.ByRegion, "camera_as_used", "required_zone", "site_finding"];

    /// <summary>Functions of a region that read distributed tables: the region is the first argument.</summary>
    private static readonly HashSet<string> Functions = ["site_finding_at", "required_zone_at", "changed_ground"];

    private const string Neighbour = "tells the regions around, by rows of theirs: one for each, of other nodes perhaps",
        OfElsewhere = "names the camera of another region that sees over the border";

    private static readonly Dictionary<string, (string Fault, string Why)> Reasoned = new()
    {
        ["Coverage.Changes.absorb-changes"] = ("insert into change takes its region from elsewhere", Neighbour),
        ["Coverage.Changes.open-all"] = ("insert into change takes its region from elsewhere", Neighbour),
        ["Coverage.Watching.settle-watched-areas"] = ("insert into change takes its region from elsewhere", Neighbour),
        ["Coverage.Overreach.overreach-list"] = ("camera c is not bound to a region", OfElsewhere),
        ["Coverage.Probes.views-at-point"] = ("camera c is not bound to a region", OfElsewhere),
        ["Coverage.Survey.doubts"] = ("camera_as_used c is not bound to a region", OfElsewhere),
    };

    private static readonly string[] Checked =
        ["CoverageGis.Views.", "CoverageGis.Coverage.", "CoverageGis.Publishing.Tiles.", "CoverageGis.Exchange.Exports."];

    [Fact]
    public void Every_statement_of_the_analysis_keeps_to_one_region()
    {
        var names = typeof(Statement).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && Checked.Any(c => n.StartsWith(c, StringComparison.Ordinal))).ToList();
        Assert.True(names.Count > 60);
        var found = names.ToDictionary(n => n["CoverageGis.".Length..^".sql".Length], n => string.Join("; ", Faults(StatementTests.Text(n))));
        Assert.Equal(
            Reasoned.Select(r => $"{r.Key}: {r.Value.Fault}").Order(StringComparer.Ordinal),
            found.Where(f => f.Value.Length > 0).Select(f => $"{f.Key}: {f.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task So_do_the_views_and_functions_that_they_read()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await postgis.FreshDatabaseAsync(token);
        await using var connection = await database.OpenConnectionAsync(token);
        foreach (var function in Functions)
        {
            var body = await connection.ValueAsync<string>("select prosrc from pg_proc where proname = $1", token, function);
            Assert.Empty(Faults(body!.Replace("of_region", "$1", StringComparison.Ordinal)));
        }
        foreach (var view in new[] { "camera_as_used", "required_zone" })
        {
            var body = await connection.ValueAsync<string>("select pg_get_viewdef($1::regclass)", token, view);
            Assert.Empty(RegionKey.Faults(body!, Tables, Functions, asView: true));
        }
    }

    [Theory]
    [InlineData("select 1 from camera c where c.region = $1::text")]
    [InlineData("select 1 from camera where region = $1 and code = 'from gap' -- from zone")]
    [InlineData("select 1 from camera c join site s on s.region = c.region where c.region = $1")]
    [InlineData("select 1 from region r join view v on v.region = r.region, lateral (select from gap g where g.region = v.region) g where r.region = $1")]
    [InlineData("with gone as (delete from gap g where g.region = $1 returning g.region, g.id) select 1 from gone")]
    [InlineData("with camera as (select from camera c where c.region = $1) select 1 from camera where a is distinct from b")]
    [InlineData("insert into gap (region, site) select $1::text, n.site from unnest($2) n (site) on conflict do nothing")]
    [InlineData("insert into gap (region, site) select s.region, s.code from site s where s.region = $1 union select w.region, w.site from watched_area w where w.region = $1")]
    [InlineData("update gap g set cause = c.cause from coverage c where g.region = $1 and c.region = g.region")]
    [InlineData("select f.code from site_finding_at($1, $2) f")]
    public void A_statement_of_one_region_passes(string sql) => Assert.Empty(Faults(sql));

    [Theory]
    [InlineData("select 1 from camera", "camera camera")]
    [InlineData("select 1 from camera c where c.code = $1", "camera c")]
    [InlineData("select 1 from camera c join site s on s.code = c.code where c.region = $1", "site s")]
    [InlineData("select 1 from camera c, site s where c.region = $1", "site s")]
    [InlineData("select 1 from camera c join site s on s.region = c.region", "camera c")]
    [InlineData("select 1 from camera c where c.region = $1 and exists (select from gap g where g.site = c.code)", "gap g")]
    [InlineData("select 1 from camera c where exists (select from gap g where g.region = $1 and c.region = $1)", "camera c")]
    [InlineData("select 1 from camera c where c.region <> $1", "camera c")]
    [InlineData("select 1 from view v join camera c on c.region = v.camera_region where v.region = $1", "camera c")]
    [InlineData("delete from gap g using stale_zone s where s.region = $1 and g.site = s.site", "gap g")]
    [InlineData("update gap set cause = null where id = $1", "gap gap")]
    [InlineData("with x as (select * from gap) select 1 from x where region = $1", "gap gap")]
    [InlineData("select 1 from site s where s.region = $1 union all select 1 from zone z", "zone z")]
    [InlineData("insert into gap (site, region) select s.code, s.region from site s where s.region = $1", "insert into gap")]
    [InlineData("insert into gap (region, site) select n.region, n.site from unnest($1, $2) n (region, site)", "insert into gap")]
    [InlineData("insert into gap (region, site) select s.region, s.code from site s", "site s")]
    [InlineData("select f.code from site_finding_at('x', $2) f", "site_finding_at f")]
    public void A_missing_key_is_found(string sql, string where) =>
        Assert.Contains(Faults(sql), fault => fault.Contains(where, StringComparison.Ordinal));

    private static List<string> Faults(string sql) => RegionKey.Faults(sql, Tables, Functions);
}
