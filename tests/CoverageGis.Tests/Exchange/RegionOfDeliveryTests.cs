using CoverageGis.Commands;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange;

public sealed class RegionOfDeliveryTests(PostgisFixture postgis)
{
    [Theory]
    [InlineData("""{"kind":"region","code":"T1"}""", "118.8", 4549)]
    [InlineData("""{"kind":"region","code":"T1","srid":4528}""", "118.8", 4528)]
    [InlineData("""{"kind":"region","code":"T1","srid":32650}""", "118.8", 32650)]
    [InlineData("""{"kind":"region","code":"T1"}""", "7.42", 32632)]
    public async Task A_new_region_is_given_its_plane(string region, string longitude, int srid)
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var report = await ImportAsync(database, Collection(RegionFeature(region), Camera("A", Exact, $"[{longitude},32.3]")));
        Assert.Equal(("T1", 1), (report.Region, report.Kinds["region"].New));
        Assert.Equal(srid, await database.ValueAsync<int>("select srid from region"));
        Assert.Equal("6 7", await database.ValueAsync<string>("select (select count(*) from purpose) || ' ' || (select count(*) from policy)"));
    }

    [Fact]
    public async Task One_stray_thing_does_not_decide_the_plane()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(Camera("A"), Camera("B"), Camera("C"), Camera("D", Exact, "[112,32.3]")), "T1");
        Assert.Equal(4549, await database.ValueAsync<int>("select srid from region"));
    }

    [Theory]
    [InlineData("""{"kind":"region","code":"T1","srid":3857}""", "is not a plane in metres")]
    [InlineData("""{"kind":"region","code":"T1","srid":4326}""", "is not a plane in metres")]
    [InlineData("""{"kind":"region","code":"T1","srid":999998}""", "is not a plane in metres")]
    [InlineData("""{"kind":"region","code":"T1","srid":2263}""", "is not a plane in metres")]
    [InlineData("""{"kind":"region","code":"T1","srid":32610}""", "which the plane EPSG:32610 is not made for")]
    [InlineData("""{"kind":"region","code":"T 1"}""", "\"T 1\" is no region code")]
    [InlineData("""{"kind":"region","code":""}""", "code is missing")]
    public async Task A_region_that_cannot_be_is_refused(string region, string expected)
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await RefusedAsync(database, Collection(RegionFeature(region), Camera("A")), null, expected);
    }

    [Fact]
    public async Task A_file_must_say_where_it_belongs_and_not_contradict()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await RefusedAsync(database, Collection(Camera("A")), null, "Add --region CODE, or a feature with kind region");
        await RefusedAsync(database, Collection(RegionFeature(), Camera("A")), "T2", "is of region T1, but --region says T2");
        await RefusedAsync(database, Collection(), "T1", "nothing to make a region of");
        await RefusedAsync(database, Collection(Camera("A", "\"height\":\"?\"")), "T1", "height \"?\" is wrong");
    }

    [Fact]
    public async Task A_plane_is_never_changed_under_records()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A")));
        await RefusedAsync(database, Collection(RegionFeature("""{"kind":"region","code":"T1","srid":4528}"""), Camera("A")), null, "is kept in EPSG:4549");
        await RefusedAsync(database, Collection(RegionFeature(), Camera("A", Exact, "[7.4,43.7]")), null, "Is it the right region");
        await RefusedAsync(database, Collection(RegionFeature(), Feature(
            """{"type":"Polygon","coordinates":[[[7,43],[8,43],[8,44],[7,43]]]}""", """{"kind":"unit","code":"U"}""")), null, "Is it the right region");
    }

    [Fact]
    public async Task A_region_takes_a_new_name_and_boundary()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Collection(RegionFeature(), Camera("A")));
        var bounded = Feature(Square(118.8), """{"kind":"region","code":"T1","name":"Other"}""");
        Assert.Equal("0 new, 1 changed, 0 unchanged, 0 removed", (await ImportAsync(database, Collection(bounded))).Became("region"));
        Assert.Equal("0 new, 0 changed, 1 unchanged, 0 removed", (await ImportAsync(database, Collection(bounded))).Became("region"));
        Assert.Equal("Other 4549", await database.ValueAsync<string>("select name || ' ' || ST_SRID(boundary) from region"));
    }

    [Fact]
    public async Task A_boundary_far_from_its_records_is_refused()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await RefusedAsync(database, Collection(Feature("""{"type":"Polygon","coordinates":[[[-90,-80],[0,-80],[0,0],[-90,-80]]]}""", Region), Camera("A")), null, "its boundary reaches too far");
    }

    private static async Task RefusedAsync(Npgsql.NpgsqlDataSource database, string text, string? region, string expected)
    {
        var state = await StateAsync(database);
        var failure = await Assert.ThrowsAsync<BadInput>(() => ImportAsync(database, text, region));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(state, await StateAsync(database));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
