using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using Npgsql;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange;

/// <summary>A damaged file ends in a clear message with nothing changed, or in a delivery whose damaged parts are named.</summary>
public sealed class DamagedSceneTests(PostgisFixture postgis)
{
    private const int Flips = 100;

    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Collection(
        [RegionFeature(), Site("S", "\"category\":\"mall\",\"name\":\"商场\""), Zone("S", "Z"), Occluder(),
         .. Enumerable.Range(0, 12).Select(i => Camera($"C{i}", Exact + ",\"note\":\"门\\u00e9\""))]));

    [Fact]
    public async Task A_file_cut_short_anywhere_changes_nothing()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        var empty = await StateAsync(database);
        for (var part = 0; part < 20; part++)
        {
            var failure = await Assert.ThrowsAsync<BadInput>(() => ImportAsync(database, Whole[..(Whole.Length * part / 20)]));
            Assert.Contains(part == 0 ? "is empty" : "Nothing was imported", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(empty, await StateAsync(database));
    }

    [Fact]
    public async Task A_flipped_byte_is_refused_or_taken_or_named_but_never_a_crash()
    {
        await using var database = await postgis.FreshDatabaseAsync(Token);
        await ImportAsync(database, Whole);
        var dice = new Random(20260101);
        var outcomes = new Dictionary<string, int>();
        for (var i = 0; i < Flips; i++)
        {
            var bytes = Whole.ToArray();
            bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8));
            var outcome = await OutcomeAsync(database, bytes);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        Assert.True(outcomes.GetValueOrDefault("refused") > 10 && outcomes.GetValueOrDefault("taken") > 10, string.Join(' ', outcomes));
    }

    private static async Task<string> OutcomeAsync(NpgsqlDataSource database, byte[] bytes)
    {
        try
        {
            var report = await ImportAsync(database, bytes, dryRun: true);
            Assert.All(report.Kinds.Values, k => Assert.Equal(k.Read, k.Taken + k.Merged + k.Skipped));
            Assert.All(report.Kinds.Values, k => Assert.Equal(k.Taken, k.New + k.Changed + k.Unchanged));
            Assert.True(report.Problems.Count >= report.Kinds.Values.Sum(k => k.Skipped));
            return report.Problems.Count > 0 ? "named" : "taken";
        }
        catch (BadInput)
        {
            return "refused";
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
