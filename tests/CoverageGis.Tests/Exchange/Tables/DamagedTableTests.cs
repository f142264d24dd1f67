using CoverageGis.Commands;
using static CoverageGis.Tests.Exchange.SceneText;
using static CoverageGis.Tests.Exchange.Tables.ArchiveRows;

namespace CoverageGis.Tests.Exchange.Tables;

/// <summary>A damaged archive ends in a clear message with nothing changed, or in a delivery whose damaged rows are named.</summary>
public sealed class DamagedTableTests(PostgisFixture postgis)
{
    /// <summary>What looking at one damaged file and reading it may allocate in sum, whatever it claims to hold.</summary>
    private const long MostBytes = 384L << 20;

    [Fact]
    public void Every_damaged_file_is_refused_or_taken_or_named_within_bounded_memory()
    {
        var outcomes = new Dictionary<string, int>();
        foreach (var damaged in Damage.All())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var outcome = Outcome(damaged);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"{damaged.Name} took {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB");
            Assert.True(!damaged.IsRefused || outcome == "refused", $"{damaged.Name} was {outcome}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        Assert.True(outcomes.Values.Sum() > 170 && outcomes["refused"] > 60 && outcomes["named"] > 10 && outcomes["taken"] > 10, string.Join(' ', outcomes));
    }

    [Fact]
    public async Task What_is_refused_changes_nothing()
    {
        var token = TestContext.Current.CancellationToken;
        var connection = await postgis.FreshConnectionAsync(token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        using (var good = new ScratchFile(Csv([Row(1), Row(2), Row(3, ("经度", ""), ("纬度", ""))]), ".csv"))
            Assert.Equal(0, (await Cli.RunAsync(connection, "import", good.Path, "--region", "320116", "--source", "bureau")).ExitCode);
        var state = await StateAsync(database);
        foreach (var damaged in Damage.Refused().Where((_, i) => i % 2 == 0))
        {
            using var file = new ScratchFile(damaged.Bytes, damaged.Extension);
            var result = await Cli.RunAsync(connection, "import", file.Path, "--region", "320116", "--source", "bureau");
            Assert.True(result.ExitCode == 1 && result.Out.Length == 0 && result.Error.Contains("Nothing was imported", StringComparison.Ordinal), $"{damaged.Name}: {result.ExitCode} {result.Error}");
            Assert.True(result.Error.Length < 6000, damaged.Name);
        }
        Assert.Equal(state, await StateAsync(database));
    }

    private static string Outcome(Damage.Case damaged)
    {
        try
        {
            var (items, report) = Read(damaged.Bytes, damaged.Extension);
            Assert.All(report.Kinds.Values, k => Assert.Equal(k.Read, k.Skipped));
            Assert.True(report.Problems.Count >= report.Kinds.Values.Sum(k => k.Skipped));
            Assert.NotEmpty(items);
            return report.Kinds.Count > 0 ? "named" : "taken";
        }
        catch (BadInput failure)
        {
            Assert.Contains("Nothing was imported", failure.Message, StringComparison.Ordinal);
            return "refused";
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"{damaged.Name} ended in {failure}", failure);
        }
    }
}
