using System.Collections.Concurrent;
using System.Reflection;
using CoverageGis.Database;
using CoverageGis.Tests;
using Npgsql;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PostgisFixture))]
[assembly: DropsDatabases]

namespace CoverageGis.Tests;

/// <summary>One throw-away PostGIS cluster for the whole run; each test takes a fresh database from a migrated template.</summary>
public sealed class PostgisFixture : IAsyncLifetime
{
    private const string Template = "template_coverage";

    /// <summary>By the test: names of databases, and how to reach their server.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentBag<(string Name, string Server)>> TakenBy = new(StringComparer.Ordinal);

    private readonly TemporaryHome _home = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private PrivateCluster? _cluster;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _cluster = await PrivateCluster.StartAsync(_home.Path, null, CancellationToken.None, throwAway: true);
        await RunAsync($"create database {Template}", CancellationToken.None);
        await (await OpenAsync(Template, CancellationToken.None)).DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    /// <returns>A connection string to a new, migrated, empty database.</returns>
    public async Task<string> FreshConnectionAsync(CancellationToken token)
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        await RunAsync($"create database {name} template {Template}", token);
        if (TestContext.Current.Test is { } test)
            TakenBy.GetOrAdd(test.UniqueID, _ => []).Add((name, _cluster!.ConnectionString("postgres")));
        return _cluster!.ConnectionString(name);
    }

    public async Task<NpgsqlDataSource> FreshDatabaseAsync(CancellationToken token) =>
        OpenDatabase.Connect(await FreshConnectionAsync(token));

    /// <summary>Drops what a test has taken: a run needs no more disk than the tests that run at a time.</summary>
    public static void Drop(string test)
    {
        foreach (var (name, server) in TakenBy.TryRemove(test, out var taken) ? taken : [])
        {
            using var connection = new NpgsqlConnection(server);
            connection.Open();
            using var command = new NpgsqlCommand($"drop database {name} with (force)", connection);
            command.ExecuteNonQuery();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _home.Dispose();
    }

    private async Task<OpenDatabase> OpenAsync(string name, CancellationToken token) =>
        await OpenDatabase.OpenAsync(new DatabaseChoice(_cluster!.ConnectionString(name), _home.Path), null, token);

    private async Task RunAsync(string statement, CancellationToken token)
    {
        await _oneAtATime.WaitAsync(token);
        try
        {
            await using var connection = new NpgsqlConnection(_cluster!.ConnectionString("postgres"));
            await connection.OpenAsync(token);
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(token);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}

/// <summary>Lets go of a test's databases once it has ended.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DropsDatabasesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => PostgisFixture.Drop(test.UniqueID);
}
