using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Database;

/// <summary>A server with passwords: ann may sign in, and nothing more.</summary>
public sealed class ForeignServer : IAsyncLifetime
{
    private readonly TemporaryHome _temporary = new();

    public PrivateCluster Server { get; private set; } = null!;

    public string Home => _temporary.Path;

    public async ValueTask InitializeAsync()
    {
        Server = await PrivateCluster.StartAsync(Home, null, CancellationToken.None, throwAway: true);
        var rights = Path.Combine(Home, "cluster", "pg_hba.conf");
        await File.WriteAllTextAsync(rights, "local all ann scram-sha-256\n" + await File.ReadAllTextAsync(rights));
        await RunAsync("create role ann login password 'right-word'");
        await RunAsync("create database bare");
        await RunAsync("select pg_reload_conf()");
    }

    public string As(string user, string password, string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString(database)) { Username = user, Password = password }.ConnectionString;

    public async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString("coverage"));
        await connection.OpenAsync();
        await connection.RunAsync(statement, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _temporary.Dispose();
    }
}
