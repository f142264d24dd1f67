using CoverageGis.Database;
using CoverageGis.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgisFixture))]

namespace CoverageGis.Tests;

/// <summary>One throw-away PostGIS cluster for the whole run; each test takes a fresh database from a migrated template.</summary>
public sealed class PostgisFixture : IAsyncLifetime
{
    private const string Template = "template_coverage";
    private readonly TemporaryHome _home = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private PrivateCluster? _cluster;
    private int _databases;

    /// <summary>Files as a whole instead of block by block through the log, where the server knows how: half the time.</summary>
    private string _copying = "";

    public async ValueTask InitializeAsync()
    {
        _cluster = await PrivateCluster.StartAsync(_home.Path, null, CancellationToken.None, throwAway: true);
        await CreateAsync($"create database {Template}", CancellationToken.None);
        await using (var opened = await OpenAsync(Template, CancellationToken.None))
        await using (var connection = await opened.Source.OpenConnectionAsync())
            _copying = connection.PostgreSqlVersion.Major >= 15 ? " strategy file_copy" : "";
        NpgsqlConnection.ClearAllPools();
    }

    /// <returns>A connection string to a new, migrated, empty database.</returns>
    public async Task<string> FreshConnectionAsync(CancellationToken token)
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        await CreateAsync($"create database {name} template {Template}{_copying}", token);
        return _cluster!.ConnectionString(name);
    }

    public async Task<NpgsqlDataSource> FreshDatabaseAsync(CancellationToken token) =>
        OpenDatabase.Connect(await FreshConnectionAsync(token));

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _home.Dispose();
    }

    private async Task<OpenDatabase> OpenAsync(string name, CancellationToken token) =>
        await OpenDatabase.OpenAsync(new DatabaseChoice(_cluster!.ConnectionString(name), _home.Path), null, token);

    private async Task CreateAsync(string statement, CancellationToken token)
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
