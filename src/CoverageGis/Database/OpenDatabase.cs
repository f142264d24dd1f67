using CoverageGis.Commands;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>A database that is running, migrated and ready; disposing lets the private cluster go.</summary>
public sealed class OpenDatabase : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;

    static OpenDatabase() => NtsGeometryServices.Instance = new NtsGeometryServices(
        NetTopologySuite.Geometries.Implementation.CoordinateArraySequenceFactory.Instance,
        PrecisionModel.Floating.Value, -1, GeometryOverlay.NG, new CoordinateEqualityComparer());

    private OpenDatabase(NpgsqlDataSource source, string connectionString, PrivateCluster? cluster) =>
        (Source, ConnectionString, _cluster) = (source, connectionString, cluster);

    public NpgsqlDataSource Source { get; }

    /// <summary>How another connection gets here; may hold a password: never to be shown.</summary>
    public string ConnectionString { get; }

    /// <param name="say">Told what takes time: making the cluster, starting it.</param>
    /// <exception cref="BadEnvironment">With what is missing or wrong and what to do.</exception>
    public static async Task<OpenDatabase> OpenAsync(DatabaseChoice choice, IProgress<string>? say, CancellationToken token)
    {
        var cluster = choice.Connection is null ? await PrivateCluster.StartAsync(choice.Home, say, token) : null;
        try
        {
            var connection = cluster?.ConnectionString("coverage") ?? WithNames(ConnectionText.Parse(choice.Connection!));
            await Migrations.ApplyAsync(connection, token);
            var source = Connect(connection);
            await CameraDefaults.LoadAsync(source, token);
            return new OpenDatabase(source, connection, cluster);
        }
        catch (Exception failure)
        {
            if (cluster is not null)
                await cluster.DisposeAsync();
            if (EnvironmentFailure.Explain(failure) is { } explained)
                throw explained;
            throw;
        }
    }

    /// <summary>Kept by each connection: more than there are statements.</summary>
    private const int PreparedStatements = 250;

    /// <summary>A source of connections that speak geometry in floating precision.</summary>
    public static NpgsqlDataSource Connect(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        // An edit runs some forty statements: they are read once. They are planned anew each time, though: drafts and open
        // sets grow and shrink by orders of magnitude, and a plan kept from one state reads whole tables in another.
        builder.ConnectionStringBuilder.Options = $"{builder.ConnectionStringBuilder.Options} -c plan_cache_mode=force_custom_plan".TrimStart();
        (builder.ConnectionStringBuilder.MaxAutoPrepare, builder.ConnectionStringBuilder.AutoPrepareMinUsages) = (PreparedStatements, 3);
        builder.UseNetTopologySuite();
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private static string WithNames(NpgsqlConnectionStringBuilder given)
    {
        given.ApplicationName ??= "coverage";
        // A dead server is noticed, not waited for.
        given.Timeout = 10;
        given.KeepAlive = 30;
        given.IncludeErrorDetail = true;
        return given.ConnectionString;
    }
}
