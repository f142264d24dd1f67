using System.Net.Sockets;
using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Says in words what is wrong between the program and its database; never repeats a password.</summary>
public static class EnvironmentFailure
{
    private const string NothingLost = "What was committed is kept; nothing half-done remains. Start again when it is mended.";

    /// <returns>null when the failure is not the environment's.</returns>
    public static BadEnvironment? Explain(Exception failure) => failure switch
    {
        BadEnvironment known => known,
        PostgresException refused => Explain(refused),
        NpgsqlException { InnerException: TimeoutException } late =>
            new BadEnvironment($"The database does not answer in time. {NothingLost}", late),
        NpgsqlException { InnerException: SocketException unreachable } lost =>
            new BadEnvironment($"The database cannot be reached ({unreachable.Message}). Is it running, and is the address right? {NothingLost}", lost),
        NpgsqlException { InnerException: IOException or ObjectDisposedException } lost =>
            new BadEnvironment($"The connection to the database was lost. {NothingLost}", lost),
        NpgsqlException other when other.IsTransient =>
            new BadEnvironment($"The database is not available: {other.Message} {NothingLost}", other),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => null,
    };

    private static BadEnvironment? Explain(PostgresException refused) => refused.SqlState switch
    {
        "28P01" or "28000" => new BadEnvironment($"The database refuses the sign-in: {refused.MessageText}. Check user and password.", refused),
        "3D000" => new BadEnvironment($"The database does not exist: {refused.MessageText}. Create it first: createdb NAME.", refused),
        "53100" => new BadEnvironment($"The disk of the database is full: {refused.MessageText}. {NothingLost}", refused),
        "53200" => new BadEnvironment($"The database server is out of memory: {refused.MessageText}. {NothingLost}", refused),
        "53300" => new BadEnvironment($"The database server takes no more connections: {refused.MessageText}.", refused),
        "57P01" or "57P02" or "57P03" => new BadEnvironment($"The database server is going down or coming up: {refused.MessageText}. {NothingLost}", refused),
        "58030" => new BadEnvironment($"The database server cannot write or read its files: {refused.MessageText}. {NothingLost}", refused),
        "42501" => new BadEnvironment($"The database user may not do this: {refused.MessageText}.", refused),
        _ => null,
    };
}
