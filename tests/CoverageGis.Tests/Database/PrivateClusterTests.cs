using System.Diagnostics;
using CoverageGis.Commands;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Database;

/// <summary>The private cluster as people meet it: first start, second start, two at once, killed, in the way.</summary>
public sealed class PrivateClusterTests : IDisposable
{
    private readonly TemporaryHome _temporary = new();

    private string Home => _temporary.Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_there_after_the_server_was_stopped()
    {
        await RunAsync("create table kept as select 7 as n");
        Assert.Equal(7, await AskAsync("select n from kept"));
    }

    [Fact]
    public async Task Two_starts_at_once_share_one_server_and_the_last_one_out_stops_it()
    {
        var both = await Task.WhenAll(
            Task.Run(() => PrivateCluster.StartAsync(Home, null, Cancel)), Task.Run(() => PrivateCluster.StartAsync(Home, null, Cancel)));
        await both[0].DisposeAsync();
        await using (var still = new NpgsqlConnection(both[1].ConnectionString("coverage") + ";Pooling=false"))
            await still.OpenAsync(Cancel);
        Assert.NotNull(ServerProcess());
        await both[1].DisposeAsync();
        Assert.Null(ServerProcess());
    }

    [Fact]
    public async Task A_killed_server_is_recovered_by_the_next_start()
    {
        var cluster = await PrivateCluster.StartAsync(Home, null, Cancel);
        await RunAsync(cluster, "create table kept as select 8 as n");
        using (var server = Process.GetProcessById(ServerProcess()!.Value))
        {
            server.Kill();
            await server.WaitForExitAsync(Cancel);
        }
        await cluster.DisposeAsync();
        Assert.Equal(8, await AskAsync("select n from kept"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_leaves_nothing_in_the_way()
    {
        Directory.CreateDirectory(Path.Combine(Home, "cluster.new", "base"));
        Assert.Equal(1, await AskAsync("select 1"));
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_named_and_left_alone()
    {
        var data = Directory.CreateDirectory(Path.Combine(Home, "cluster")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "PG_VERSION"), "9\n", Cancel);
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => PrivateCluster.StartAsync(Home, null, Cancel));
        Assert.Contains("made by PostgreSQL 9", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["PG_VERSION"], Directory.GetFileSystemEntries(data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_home_that_is_a_file_is_named()
    {
        var file = Path.Combine(Home, "file");
        await File.WriteAllTextAsync(file, "", Cancel);
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => PrivateCluster.StartAsync(file, null, Cancel));
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("COVERAGE_HOME", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_path_does_not_break_the_socket()
    {
        var deep = Path.Combine(Home, new string('d', 120));
        await using var cluster = await PrivateCluster.StartAsync(deep, null, Cancel);
        await RunAsync(cluster, "select 1");
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await using var cluster = await PrivateCluster.StartAsync(Home, null, Cancel);
        var choice = new DatabaseChoice(cluster.ConnectionString("coverage"), Home);
        await (await OpenDatabase.OpenAsync(choice, null, Cancel)).DisposeAsync();
        await RunAsync(cluster, "insert into schemaversions (scriptname, applied) values ('9999_from_tomorrow.sql', now())");
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => OpenDatabase.OpenAsync(choice, null, Cancel));
        Assert.Contains("9999_from_tomorrow.sql", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _temporary.Dispose();

    private async Task RunAsync(string statement)
    {
        await using var cluster = await PrivateCluster.StartAsync(Home, null, Cancel);
        await RunAsync(cluster, statement);
    }

    private static async Task RunAsync(PrivateCluster cluster, string statement)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("coverage"));
        await connection.OpenAsync(Cancel);
        await connection.RunAsync(statement, Cancel);
    }

    private async Task<int> AskAsync(string question)
    {
        await using var cluster = await PrivateCluster.StartAsync(Home, null, Cancel);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("coverage"));
        await connection.OpenAsync(Cancel);
        return await connection.ValueAsync<int>(question, Cancel);
    }

    private int? ServerProcess()
    {
        var pidFile = Path.Combine(Home, "cluster", "postmaster.pid");
        return File.Exists(pidFile) && int.TryParse(File.ReadLines(pidFile).First(), out var pid) ? pid : null;
    }
}
