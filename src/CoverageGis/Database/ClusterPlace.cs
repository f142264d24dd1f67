using System.Security.Cryptography;
using System.Text;
using CoverageGis.Commands;

namespace CoverageGis.Database;

/// <summary>Where the private cluster of a home keeps its things.</summary>
/// <param name="Home">COVERAGE_HOME.</param>
/// <param name="Data">The cluster itself.</param>
/// <param name="Sockets">Folder of the unix socket; its path must be short.</param>
public sealed record ClusterPlace(string Home, string Data, string Sockets)
{
    /// <summary>A unix socket's path has at most 107 bytes, of which the file's name takes 17.</summary>
    private const int LongestSocketFolder = 90;

    /// <summary>Held exclusively by whoever starts or stops the server.</summary>
    public string TurnLock => Path.Combine(Home, "turn.lock");

    /// <summary>Held shared by every process that uses the server.</summary>
    public string UseLock => Path.Combine(Home, "use.lock");

    public string Log => Path.Combine(Data, "server.log");

    /// <exception cref="BadEnvironment">The home cannot be made or written.</exception>
    public static ClusterPlace Prepare(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadEnvironment($"The folder {home} cannot be made: {failure.Message} Set COVERAGE_HOME to a folder that can be written.", failure);
        }
        // The server of a root user runs as postgres, which must be able to walk to its data.
        var room = ServerUser.IsNeeded && !ServerUser.CanReach(home) ? Path.Combine("/var/lib/coverage-gis", Short(home)) : home;
        Directory.CreateDirectory(room);
        var sockets = Path.Combine(room, "socket");
        if (Encoding.UTF8.GetByteCount(sockets) > LongestSocketFolder)
            sockets = Path.Combine(Path.GetTempPath(), "coverage-" + Short(home));
        return new ClusterPlace(home, Path.Combine(room, "cluster"), sockets);
    }

    private static string Short(string home) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12];
}
