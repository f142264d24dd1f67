using CoverageGis.Coverage;
using CoverageGis.Deliveries.Undoing;
using CoverageGis.Edits;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using CoverageGis.Tests.Coverage;
using CoverageGis.Tests.Exchange;
using Npgsql;

namespace CoverageGis.Tests.Deliveries;

/// <summary>What is undone is undone for the analysis, too; and what an undo writes is all that a record holds.</summary>
public sealed class UndoAnalysisTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_everything_is_undone_the_analysis_is_the_one_before()
    {
        var town = new EditTown(7);
        await using var database = await TownAsync(town);
        var before = await RegionSnapshot.TakeAsync(database, Cancel);
        var done = new List<(string Region, long Delivery)>();
        for (var i = 0; i < 10; i++)
        {
            var (region, order) = town.Edit();
            if (order.Endings.Count == 0 && (await RecordEdit.ApplyAsync(database, region, order, Cancel)).Delivery is { } number)
                done.Add((region, number));
        }
        var second = await SceneText.ImportAsync(database, town.Scene("west"), source: "town");
        done.Add(("west", second.Delivery!.Value));
        await FollowAsync(database);
        Assert.NotEmpty(RegionSnapshot.Differences(before, await RegionSnapshot.TakeAsync(database, Cancel)));
        foreach (var (region, delivery) in Enumerable.Reverse(done))
            await UndoRun.RunAsync(database, new UndoOrder(region, delivery, KeepLater: false, DryRun: false, "tester"), Cancel);
        await FollowAsync(database);
        Assert.Equal("", string.Join('\n', RegionSnapshot.Differences(before, await RegionSnapshot.TakeAsync(database, Cancel))));
    }

    [Fact]
    public async Task An_undo_brings_back_every_column()
    {
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        foreach (var table in new[] { "camera", "unplaced_camera", "site", "zone", "occluder", "excluded_area", "unit", "purpose", "policy", "backdrop" })
        {
            var columns = await database.ValueAsync<string[]>($"""
                select array_agg(column_name::text order by column_name) from information_schema.columns
                where table_schema = 'public' and table_name = '{table}' and column_name not in ('id', 'region', 'valid_from', 'valid_to')
                """);
            var statement = CoverageGis.Database.Statement.Of(typeof(UndoRun), "undo-" + table);
            Assert.All(columns, column => Assert.Matches($@"[ (]o\.{column}[, \n]", statement));
        }
    }

    [Fact]
    public async Task A_camera_with_and_without_a_place_is_never_both()
    {
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        await SceneText.ImportAsync(database, SceneText.Collection(SceneText.RegionFeature(), SceneText.Camera("C1")), source: "base");
        var first = await ArchiveAsync(database, "X");
        var placed = (await SceneText.ImportAsync(database, SceneText.Collection(SceneText.Camera("X")), "T1", "survey", partial: true)).Delivery!.Value;
        Assert.Equal("camera C1, camera X", await KnownAsync(database));
        await UndoAsync(database, placed);
        Assert.Equal("camera C1, unplaced X", await KnownAsync(database));
        await UndoAsync(database, first);
        Assert.Equal("camera C1", await KnownAsync(database));
        var removed = (await RecordEdit.ApplyAsync(database, "T1", new EditOrder([], [new Ending("camera", null, "C1")], new Dictionary<string, long>(), "tester", "gone"), Cancel)).Delivery!.Value;
        var later = await ArchiveAsync(database, "C1");
        var refused = await Assert.ThrowsAsync<ChangedSince>(() => UndoAsync(database, removed));
        Assert.Equal(("camera", "C1"), (Assert.Single(refused.Later).Kind, refused.Later[0].Code));
        Assert.Equal("unplaced C1", await KnownAsync(database));
        await UndoAsync(database, later);
        await UndoAsync(database, removed);
        Assert.Equal("camera C1", await KnownAsync(database));
    }

    private static async Task<long> ArchiveAsync(NpgsqlDataSource database, string code)
    {
        var report = new ImportReport();
        await ImportRun.RunAsync(database, [new UnplacedCameraItem(code, code, 1, "has no place") { Ref = code }], report,
            new ImportOptions("T1", "archive", "archive.csv", "archive", false, false, "tester"), Cancel);
        return report.Delivery!.Value;
    }

    private static async Task<long> UndoAsync(NpgsqlDataSource database, long delivery) =>
        (await UndoRun.RunAsync(database, new UndoOrder("T1", delivery, KeepLater: false, DryRun: false, "tester"), Cancel)).Report.Delivery!.Value;

    private static Task<string> KnownAsync(NpgsqlDataSource database) => database.ValueAsync<string>(
        "select string_agg(kind || ' ' || key, ', ' order by kind, key) from record_version where valid_to = 'infinity' and kind in ('camera', 'unplaced')");

    private async Task<NpgsqlDataSource> TownAsync(EditTown town)
    {
        var database = await postgis.FreshDatabaseAsync(Cancel);
        foreach (var region in EditTown.Regions)
            await SceneText.ImportAsync(database, town.Scene(region), source: "town");
        await FollowAsync(database);
        return database;
    }

    private static async Task FollowAsync(NpgsqlDataSource database)
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var region in EditTown.Regions)
                any |= await Analysis.FollowAsync(database, region, full: false, null, Cancel);
        }
    }
}
