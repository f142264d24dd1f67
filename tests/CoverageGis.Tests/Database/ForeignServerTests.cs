using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Database;

/// <summary>A server that somebody else keeps, as --database meets it: passwords, missing rights, restarts.</summary>
public sealed class ForeignServerTests(ForeignServer foreign) : IClassFixture<ForeignServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_is_told_and_not_repeated()
    {
        var result = await Cli.RunAsync(foreign.As("ann", "wrong-word", "coverage"), "regions");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("refuses the sign-in", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-word", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told()
    {
        var result = await Cli.RunAsync(foreign.Server.ConnectionString("nowhere"), "regions");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("\"nowhere\" does not exist", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_prepare_the_database_learns_what_to_ask_for()
    {
        var result = await Cli.RunAsync(foreign.As("ann", "right-word", "bare"), "regions");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("create extension postgis", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_programs_can_use_one_database_at_the_same_time()
    {
        var choice = new DatabaseChoice(foreign.Server.ConnectionString("coverage"), foreign.Home);
        await using var first = await OpenDatabase.OpenAsync(choice, null, Cancel);
        await using var second = await OpenDatabase.OpenAsync(choice, null, Cancel);
        await using var connection = await second.Source.OpenConnectionAsync(Cancel);
        Assert.Equal(0, await connection.ValueAsync<long>("select count(*) from pg_locks where locktype = 'advisory'", Cancel));
    }

    [Fact]
    public async Task A_server_that_goes_away_while_it_works_is_an_environment_failure()
    {
        await using var source = NpgsqlDataSource.Create(foreign.Server.ConnectionString("bare") + ";Application Name=doomed");
        await using var connection = await source.OpenConnectionAsync(Cancel);
        await foreign.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'");
        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.RunAsync("select 1", Cancel));
        var told = EnvironmentFailure.Explain(failure);
        Assert.Equal(3, told?.ExitCode);
        Assert.Contains("What was committed is kept", told!.Message, StringComparison.Ordinal);
    }
}
