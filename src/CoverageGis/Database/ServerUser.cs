namespace CoverageGis.Database;

/// <summary>PostgreSQL refuses to run as root: a root user's server runs as postgres, through setpriv.</summary>
public static class ServerUser
{
    public const string Name = "postgres";

    public static bool IsNeeded => Environment.IsPrivilegedProcess;

    public static ChildProcess Run(string program, params IReadOnlyList<string> arguments) => IsNeeded
        ? ChildProcess.Run("setpriv", [$"--reuid={Name}", $"--regid={Name}", "--init-groups", "env", "-C", "/", program, .. arguments])
        : ChildProcess.Run(program, arguments);

    public static bool CanReach(string folder) => Run("test", "-x", folder).ExitCode == 0;

    /// <summary>Makes a folder that only the server's user and root can enter.</summary>
    /// <exception cref="IOException">A link stands in its place: somebody else's doing.</exception>
    public static void MakePrivate(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is { } target)
            throw new IOException($"{folder} is a link to {target}.");
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (IsNeeded)
            ChildProcess.Run("chown", [$"{Name}:{Name}", folder]);
    }
}
