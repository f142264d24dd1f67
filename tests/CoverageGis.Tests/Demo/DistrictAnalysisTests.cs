using CoverageGis.Coverage;
using CoverageGis.Exchange;

namespace CoverageGis.Tests.Demo;

/// <summary>What a newcomer sees first: the district imported and analysed as any delivery is.</summary>
public sealed class DistrictAnalysisTests(PostgisFixture postgis)
{
    [Fact]
    public async Task Every_category_has_sites_that_comply_and_sites_that_do_not()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await postgis.FreshDatabaseAsync(token);
        var report = new ImportReport();
        await ImportRun.RunAsync(database, Drawn.District, report, new ImportOptions(null, "demo", "", "demo", Partial: false, DryRun: false, "tester"), token);
        Assert.Empty(report.Problems);
        Assert.All(report.Kinds, kind => Assert.Equal(kind.Value.Read, kind.Value.Taken));
        var summary = await Analysis.RunAsync(database, "demo", full: true, progress: null, token);
        var standing = await Standing.ByCategoryAsync(database, "demo", token);
        Assert.Equal(7, standing.Count);
        Assert.All(standing, s => Assert.InRange(s.Compliant, 1, s.Required - 1));
        Assert.InRange(summary.Compliant / (double)standing.Sum(s => s.Required), 0.35, 0.6);
        Assert.True(summary.UnprovenM2 > 10_000 && summary.UnseenM2 > 50_000, $"{summary}");
    }
}
