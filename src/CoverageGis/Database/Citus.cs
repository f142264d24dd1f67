using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Lays the tables of a database out over the nodes of its Citus cluster.</summary>
public static class Citus
{
    private const string Unchanged = "Nothing was changed.";

    /// <param name="told">Each step, with whether it had been done before, and the share done of all, 0..1.</param>
    /// <exception cref="BadEnvironment">Citus, or a node to hold data, is missing; or a step was refused.</exception>
    public static async Task DistributeAsync(
        NpgsqlConnection connection, Action<Distribution.Step, bool, double> told, CancellationToken token)
    {
        await RequireAsync(connection, token);
        // The same lock as of migrations: neither runs while the other does.
        await connection.RunAsync("select pg_advisory_lock(hashtext('coverage migrations'), 0)", token);
        var laid = await LaidAsync(connection, token);
        var steps = Distribution.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var isDone = steps[i].Table is { } table && laid.Contains(table);
            if (!isDone)
                await RunAsync(connection, steps[i], token);
            told(steps[i], isDone, (i + 1.0) / steps.Count);
        }
        await connection.RunAsync("select pg_advisory_unlock(hashtext('coverage migrations'), 0)", token);
    }

    private static async Task RequireAsync(NpgsqlConnection connection, CancellationToken token)
    {
        if (await connection.ValueAsync<int>("select 1 from pg_available_extensions where name = 'citus'", token) == 0)
            throw new BadEnvironment(
                "The database server has no Citus extension: install it on the coordinator and on every worker, add citus to "
                + $"shared_preload_libraries, restart, and try again (src/CoverageGis/Database/README.md, Scale-out). {Unchanged}");
        try
        {
            await connection.RunAsync("create extension if not exists citus", token);
        }
        catch (PostgresException refused)
        {
            throw new BadEnvironment($"The Citus extension cannot be created: {refused.MessageText}. {refused.Hint} {Unchanged}", refused);
        }
        if (await connection.ValueAsync<int>("select 1 from pg_dist_node where isactive and shouldhaveshards limit 1", token) == 0)
            throw new BadEnvironment(
                "The Citus cluster has no node that may hold data: select citus_add_node('worker', 5432) for each worker, and "
                + $"try again. No table was changed.");
    }

    private static async Task<HashSet<string>> LaidAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var laid = await connection.ValueAsync<string[]>(
            "select array_agg(table_name::text) from citus_tables where citus_table_type in ('distributed', 'reference')", token);
        return [.. laid ?? []];
    }

    private static async Task RunAsync(NpgsqlConnection connection, Distribution.Step step, CancellationToken token)
    {
        try
        {
            await connection.RunAsync(step.Statement, token);
        }
        catch (PostgresException refused)
        {
            throw new BadEnvironment(
                $"Citus refused a step ({step.Doing}): {refused.MessageText}. {refused.Hint} The steps before it are kept; "
                + "mend it and run ./coverage distribute again, which goes on from there.", refused);
        }
    }
}
