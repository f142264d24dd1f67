using CoverageGis.Commands;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Brings a database to the schema of this program: numbered SQL files, each in a transaction of its own.</summary>
public static class Migrations
{
    private const string Folder = ".Database.Migrations.";

    /// <exception cref="BadEnvironment">The schema is newer than this program, or PostGIS is not to be had.</exception>
    public static async Task ApplyAsync(string connectionString, CancellationToken token)
    {
        // Two programs that start at once must not both migrate: the lock ends with this connection. A pool would keep it open.
        await using var guard = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await guard.OpenAsync(token);
        await guard.RunAsync("select pg_advisory_lock(hashtext('coverage migrations'), 0)", token);
        var upgrade = Upgrade(connectionString);
        RefuseNewer(upgrade);
        if (!upgrade.IsUpgradeRequired())
            return;
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
            throw Explain(result);
    }

    private static UpgradeEngine Upgrade(string connectionString) =>
        DeployChanges.To.PostgresqlDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.Contains(Folder, StringComparison.Ordinal))
            .WithTransactionPerScript().WithVariablesDisabled().LogTo(new NoOpUpgradeLog()).Build();

    private static void RefuseNewer(UpgradeEngine upgrade)
    {
        var known = upgrade.GetDiscoveredScripts().Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = upgrade.GetExecutedScripts().Where(name => !known.Contains(name)).ToList();
        if (unknown.Count > 0)
            throw new BadEnvironment(
                $"The database was written by a newer program: it has {string.Join(", ", unknown)}, which this one does not know. "
                + "Nothing was changed. Use the newer program, or another database.");
    }

    private static BadEnvironment Explain(DatabaseUpgradeResult result) => result.Error switch
    {
        PostgresException { SqlState: "0A000" or "58P01" or "22023" } missing => new BadEnvironment(
            $"PostGIS is not installed on the database server ({missing.MessageText}). "
            + "On Debian: apt-get install postgresql-15-postgis-3, with the number of the server's version.", missing),
        PostgresException { SqlState: "42501" } denied => new BadEnvironment(
            $"The database user may not prepare the database ({denied.MessageText}). "
            + "Let an administrator run: create extension postgis; grant create on schema public to the user.", denied),
        var other => new BadEnvironment(
            $"The database schema could not be brought up to date at {result.ErrorScript?.Name}: {other.Message} "
            + "The step was undone; the next start tries it again.", other),
    };
}
