using CoverageGis.Archive.Rules;
using CoverageGis.Coverage;
using CoverageGis.Database;
using CoverageGis.Edits;
using Npgsql;

namespace CoverageGis.Tests.Archive;

/// <summary>Checking only what an edit touches ends where checking the whole archive does.</summary>
public sealed class ArchiveFollowingTests(PostgisFixture postgis)
{
    private const string All = """
        select string_agg(line, chr(10) order by line) from (
          select format('%s %s %s %s', f.region, f.camera, f.rule, f.detail) as line from archive_finding f where f.valid_to = 'infinity'
          union all
          select format('%s %s %s %s %s', r.region, r.code, r.unit, r.complete, r.fields) from archive_record r) t
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds() =>
        [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 40 : 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_edited(int seed)
    {
        var town = new ArchiveTown(seed);
        await using var database = await TownAsync();
        await using var connection = await database.OpenConnectionAsync(Cancel);
        var rules = new HashSet<string>();
        for (var i = 0; i < 36; i++)
        {
            await ApplyAsync(database, town);
            await FollowAsync(database);
            if (i % 6 != 5)
                continue;
            var followed = await connection.ValueAsync<string>(All, Cancel) ?? "";
            await connection.RunAsync("delete from archive_state", Cancel);
            await FollowAsync(database);
            Assert.Equal(await connection.ValueAsync<string>(All, Cancel) ?? "", followed);
            rules.UnionWith(followed.Split('\n').Select(line => line.Split(' ')[2]));
        }
        // Else this would hold nothing.
        rules.IntersectWith(ArchiveRules.Shipped.All.Select(r => r.Code));
        Assert.True(rules.Count >= 12, string.Join(' ', rules));
    }

    private static async Task ApplyAsync(NpgsqlDataSource database, ArchiveTown town)
    {
        var (region, order) = town.Edit();
        try
        {
            await RecordEdit.ApplyAsync(database, region, order, Cancel);
        }
        catch (CoverageGis.Commands.BadInput)
        {
            // What was to be removed is not there: nothing happened.
        }
    }

    private static async Task FollowAsync(NpgsqlDataSource database)
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var region in ArchiveTown.Regions)
                any |= await Analysis.FollowAsync(database, region, full: false, null, Cancel);
        }
    }

    private async Task<NpgsqlDataSource> TownAsync()
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        foreach (var region in ArchiveTown.Regions)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, $$"""{"type":"FeatureCollection","features":[{{ArchiveTown.Ground(region)}}]}""", Cancel);
            var import = await Cli.RunAsync(connection, "import", file, "--source", "town");
            Assert.True(import.ExitCode == 0, import.Error);
            File.Delete(file);
        }
        return OpenDatabase.Connect(connection);
    }
}
