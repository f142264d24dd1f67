using System.Net.Sockets;
using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>
/// A PostgreSQL server of our own in a folder: made on first use, started when needed, stopped by the last process that
/// lets go of it. It listens on a unix socket in a folder that only its user (and root) can enter, on no network port.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromMilliseconds(100);

    private readonly ClusterServer _server;
    private readonly FolderLock _use;
    private bool _closed;

    private PrivateCluster(ClusterServer server, FolderLock use) => (_server, _use) = (server, use);

    /// <param name="throwAway">For tests: trades durability for speed.</param>
    public static async Task<PrivateCluster> StartAsync(
        string home, IProgress<string>? say, CancellationToken token, bool throwAway = false)
    {
        var place = ClusterPlace.Prepare(home);
        try
        {
            using var turn = await FolderLock.WaitAsync(() => FolderLock.TryExclusive(place.TurnLock), token);
            place = place.Settle();
            var server = new ClusterServer(PostgresBinaries.Find(place.MadeBy()), place, throwAway);
            var use = await FolderLock.WaitAsync(() => FolderLock.TryShared(place.UseLock), token);
            return await StartAsync(server, use, say, token);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadEnvironment($"The folder {place.Home} cannot be used: {failure.Message} Set COVERAGE_HOME to a folder that can be written.", failure);
        }
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _server.Place.Sockets,
        Port = ClusterServer.Port,
        Database = database,
        Username = ClusterServer.User,
        ApplicationName = "coverage",
        IncludeErrorDetail = true,
        MaxPoolSize = 40,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        NpgsqlConnection.ClearAllPools();
        _use.Dispose();
        using var turn = await FolderLock.WaitAsync(() => FolderLock.TryExclusive(_server.Place.TurnLock), CancellationToken.None);
        StopIfUnused();
    }

    /// <summary>The caller holds the turn lock and has let go of its use.</summary>
    private void StopIfUnused()
    {
        using var alone = FolderLock.TryExclusive(_server.Place.UseLock);
        if (alone is not null)
            _server.Stop();
    }

    private static async Task<PrivateCluster> StartAsync(
        ClusterServer server, FolderLock use, IProgress<string>? say, CancellationToken token)
    {
        var cluster = new PrivateCluster(server, use);
        try
        {
            server.Ensure(say);
            await cluster.EnsureDatabaseAsync("coverage", say, token);
            return cluster;
        }
        catch
        {
            cluster._closed = true;
            use.Dispose();
            cluster.StopIfUnused();
            throw;
        }
    }

    private async Task EnsureDatabaseAsync(string name, IProgress<string>? say, CancellationToken token)
    {
        await using var connection = await FirstConnectionAsync(say, token);
        if (await connection.ValueAsync<int>("select 1 from pg_database where datname = $1", token, name) == 0)
            await connection.RunAsync($"create database {name}", token);
    }

    /// <summary>A server found running may still be coming up after a crash, or just going down: waits, and starts it again.</summary>
    private async Task<NpgsqlConnection> FirstConnectionAsync(IProgress<string>? say, CancellationToken token)
    {
        var patience = DateTime.UtcNow + LongestRecovery;
        while (true)
        {
            var connection = new NpgsqlConnection(ConnectionString("postgres"));
            try
            {
                await connection.OpenAsync(token);
                return connection;
            }
            catch (NpgsqlException early) when (DateTime.UtcNow < patience
                && early is PostgresException { SqlState: "57P03" } or { InnerException: SocketException })
            {
                await connection.DisposeAsync();
                await Task.Delay(Pause, token);
                _server.Ensure(say);
            }
        }
    }
}
