using CoverageGis.Database;

namespace CoverageGis.Tests.Database;

public sealed class StatementTests(PostgisFixture postgis)
{
    /// <summary>Not one statement but the temporary tables that a delivery waits in.</summary>
    private const string Staging = "CoverageGis.Exchange.Merging.staging.sql";

    public static TheoryData<string> All() => [.. typeof(Statement).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && !n.Contains(".Migrations.", StringComparison.Ordinal)
            && n != Staging)];

    [Fact]
    public async Task Every_statement_can_be_prepared_on_the_schema()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await postgis.FreshDatabaseAsync(token);
        var faults = new List<string>();
        foreach (var (number, name) in All().Index())
        {
            var text = Text(name);
            await using var connection = await database.OpenConnectionAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);
            await connection.RunAsync(Text(Staging), token);
            try
            {
                await connection.RunAsync($"prepare tried{number} as {text}", token);
            }
            catch (Npgsql.PostgresException refused)
            {
                faults.Add($"{name}: {refused.MessageText}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_statement_says_its_question_and_its_index_and_stays_short() => Assert.Empty(All()
        .Select(name => (Name: (string)name, Text: Text(name)))
        .Where(s => !s.Text.StartsWith("-- ", StringComparison.Ordinal) || !s.Text.Contains("Index", StringComparison.Ordinal)
            || s.Text.Split('\n').Count(l => !l.StartsWith("--", StringComparison.Ordinal)) > 60)
        .Select(s => s.Name));

    internal static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Statement).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
