using CoverageGis.Coverage;
using CoverageGis.Edits;
using Npgsql;

namespace CoverageGis.Tests.Coverage;

/// <summary>
/// Whatever is edited, by whom and when work breaks off: bringing a region up to date by what changed ends where working
/// everything out from nothing does. COVERAGE_LONG=1 tries forty times as many.
/// </summary>
public sealed class IncrementalTests(PostgisFixture postgis)
{
    private static readonly int Times = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 40 : 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 2 * Times)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task One_edit_after_the_other(int seed)
    {
        var town = new EditTown(seed);
        await using var database = await TownAsync(town);
        for (var i = 0; i < 12; i++)
        {
            await ApplyAsync(database, town);
            await FollowAsync(database, Cancel);
            if (i % 4 == 3)
                await RequireSameAsAnewAsync(database, $"seed {seed}, edit {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Two_editors_at_once_and_work_that_breaks_off(int seed)
    {
        var towns = new[] { new EditTown(seed), new EditTown(seed + 1000) };
        await using var database = await TownAsync(towns[0]);
        using var done = new CancellationTokenSource();
        var following = FollowBadlyAsync(database, new Random(seed), done.Token);
        await Task.WhenAll(towns.Select(async town =>
        {
            for (var i = 0; i < 8; i++)
                await ApplyAsync(database, town);
        }));
        await done.CancelAsync();
        await following;
        await FollowAsync(database, Cancel);
        await RequireSameAsAnewAsync(database, $"seed {seed}");
    }

    /// <summary>Each run is cut off after some milliseconds.</summary>
    private static async Task FollowBadlyAsync(NpgsqlDataSource database, Random dice, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            using var cut = new CancellationTokenSource(dice.Next(1, 120));
            try
            {
                await FollowAsync(database, cut.Token);
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    /// <summary>Until nothing is left: one region's work may open something in the other.</summary>
    private static async Task FollowAsync(NpgsqlDataSource database, CancellationToken token)
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var region in EditTown.Regions)
                any |= await Analysis.FollowAsync(database, region, full: false, null, token);
        }
    }

    private static async Task RequireSameAsAnewAsync(NpgsqlDataSource database, string when)
    {
        var followed = await RegionSnapshot.TakeAsync(database, Cancel);
        foreach (var region in EditTown.Regions)
            await Analysis.FollowAsync(database, region, full: true, null, Cancel);
        await FollowAsync(database, Cancel);
        var full = await RegionSnapshot.TakeAsync(database, Cancel);
        await RegionSnapshot.ForgetAsync(database, Cancel);
        await FollowAsync(database, Cancel);
        var anew = await RegionSnapshot.TakeAsync(database, Cancel);
        Assert.DoesNotContain(followed, line => line.StartsWith("invalid", StringComparison.Ordinal));
        Assert.Contains(anew, line => line.StartsWith("view: east west", StringComparison.Ordinal) || line.StartsWith("view: west east", StringComparison.Ordinal));
        Assert.True(RegionSnapshot.Differences(followed, anew) is [], $"{when}, followed against anew:\n" + string.Join('\n', RegionSnapshot.Differences(followed, anew)));
        Assert.True(RegionSnapshot.Differences(full, anew) is [], $"{when}, full against anew:\n" + string.Join('\n', RegionSnapshot.Differences(full, anew)));
    }

    private static async Task ApplyAsync(NpgsqlDataSource database, EditTown town)
    {
        var (region, order) = town.Edit();
        try
        {
            await RecordEdit.ApplyAsync(database, region, order, Cancel);
        }
        catch (CoverageGis.Commands.BadInput)
        {
            // What was to be removed is not there, or a zone's site: nothing happened.
        }
    }

    private async Task<NpgsqlDataSource> TownAsync(EditTown town)
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        foreach (var region in EditTown.Regions)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, town.Scene(region), Cancel);
            var import = await Cli.RunAsync(connection, "import", file, "--source", "town");
            Assert.True(import.ExitCode == 0, import.Error);
            File.Delete(file);
        }
        var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await FollowAsync(database, Cancel);
        return database;
    }
}
