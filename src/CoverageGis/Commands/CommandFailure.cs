namespace CoverageGis.Commands;

/// <summary>A failure that the user can act on: its message is the whole explanation, no stack is shown.</summary>
public abstract class CommandFailure(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>The input is wrong: exit code 1. All faults of one input in one message, a line each.</summary>
public sealed class BadInput(string message, Exception? inner = null) : CommandFailure(message, 1, inner);

/// <summary>The machine or the database is not as needed: exit code 3.</summary>
public sealed class BadEnvironment(string message, Exception? inner = null) : CommandFailure(message, 3, inner);
