using Npgsql;

namespace CoverageGis.Database;

/// <summary>Calls of statements with positional parameters: the first value is $1.</summary>
public static class StatementCalls
{
    /// <summary>The whole of a city may take a while: the caller's token ends a statement, not a clock.</summary>
    private const int NoTimeout = 0;

    public static NpgsqlCommand With(this NpgsqlConnection connection, string statement, params object?[] values)
    {
        var command = new NpgsqlCommand(statement, connection) { CommandTimeout = NoTimeout };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    /// <returns>How many rows it touched.</returns>
    public static async Task<int> RunAsync(
        this NpgsqlConnection connection, string statement, CancellationToken token, params object?[] values)
    {
        await using var command = connection.With(statement, values);
        return await command.ExecuteNonQueryAsync(token);
    }

    /// <returns>The first column of the first row; default when there is none or it is null.</returns>
    public static async Task<T?> ValueAsync<T>(
        this NpgsqlConnection connection, string statement, CancellationToken token, params object?[] values)
    {
        await using var command = connection.With(statement, values);
        return await command.ExecuteScalarAsync(token) is T value ? value : default;
    }
}
