using Npgsql;

namespace CoverageGis.Database;

/// <summary>
/// How the steps of some work reach the database: small work on one connection and in its transaction, so that all of
/// it is seen at once or not at all; large work on several connections, each step committing for itself.
/// </summary>
public abstract class Lanes
{
    /// <summary>On one open connection, in the transaction that its holder has begun.</summary>
    public static Lanes One(NpgsqlConnection connection) => new Single(connection);

    /// <summary>On as many connections at once as there are cores, and some more that wait while others compute.</summary>
    public static Lanes Many(NpgsqlDataSource database) => new Several(database);

    /// <summary>Into how many parts a statement over many things is best cut.</summary>
    public abstract int Slices { get; }

    /// <summary>Does one step.</summary>
    public abstract Task StepAsync(Func<NpgsqlConnection, CancellationToken, Task> step, CancellationToken token);

    /// <summary>Does a step for each item, in any order. Items are read while steps run, where there are several lanes.</summary>
    public abstract Task EachAsync<T>(
        Func<NpgsqlConnection, CancellationToken, IAsyncEnumerable<T>> items, Func<NpgsqlConnection, T, CancellationToken, Task> step, CancellationToken token);

    /// <summary>Runs a statement in slices: its second and third parameters are the number of slices and the slice.</summary>
    public Task SlicedAsync(string statement, string region, IProgress<double>? progress, CancellationToken token, params object?[] more)
    {
        var done = 0;
        return EachAsync((_, _) => Numbers(Slices), async (connection, slice, cancel) =>
        {
            await connection.RunAsync(statement, cancel, [region, Slices, slice, .. more]);
            progress?.Report(Interlocked.Increment(ref done) / (double)Slices);
        }, token);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
            yield return i;
        await Task.CompletedTask;
    }

    private sealed class Single(NpgsqlConnection connection) : Lanes
    {
        public override int Slices => 1;

        public override Task StepAsync(Func<NpgsqlConnection, CancellationToken, Task> step, CancellationToken token) => step(connection, token);

        public override async Task EachAsync<T>(
            Func<NpgsqlConnection, CancellationToken, IAsyncEnumerable<T>> items, Func<NpgsqlConnection, T, CancellationToken, Task> step, CancellationToken token)
        {
            var all = new List<T>();
            await foreach (var item in items(connection, token).WithCancellation(token))
                all.Add(item);
            foreach (var item in all)
                await step(connection, item, token);
        }
    }

    private sealed class Several(NpgsqlDataSource database) : Lanes
    {
        /// <summary>More than cores: while one lane waits for the server, another computes.</summary>
        private static readonly int Width = Environment.ProcessorCount * 2;

        /// <summary>More than lanes: an unlucky slice of large things does not keep the others waiting.</summary>
        public override int Slices => Environment.ProcessorCount * 8;

        public override async Task StepAsync(Func<NpgsqlConnection, CancellationToken, Task> step, CancellationToken token)
        {
            await using var connection = await database.OpenConnectionAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);
            // What a crash could take away is only what the next commit would have made durable: a lost step is done again.
            await connection.RunAsync("set local synchronous_commit = off", token);
            await step(connection, token);
            await transaction.CommitAsync(token);
        }

        public override async Task EachAsync<T>(
            Func<NpgsqlConnection, CancellationToken, IAsyncEnumerable<T>> items, Func<NpgsqlConnection, T, CancellationToken, Task> step, CancellationToken token)
        {
            await using var reading = await database.OpenConnectionAsync(token);
            var options = new ParallelOptions { MaxDegreeOfParallelism = Width, CancellationToken = token };
            await Parallel.ForEachAsync(items(reading, token), options, async (item, cancel) =>
                await StepAsync((connection, stop) => step(connection, item, stop), cancel));
        }
    }
}
