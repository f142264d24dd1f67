using System.Security.Cryptography;
using System.Text;
using CoverageGis.Commands;

namespace CoverageGis.Database;

/// <summary>Where the private cluster of a home keeps its things.</summary>
/// <param name="Home">COVERAGE_HOME.</param>
/// <param name="Room">Folder of the cluster and its socket: the home itself, where the server's user can walk to it.</param>
public sealed record ClusterPlace(string Home, string Room)
{
    /// <summary>A unix socket's path has at most 107 bytes, of which the file's name takes 17.</summary>
    private const int LongestSocketFolder = 90;

    /// <summary>Where clusters stand whose home only root can enter.</summary>
    private const string SharedRooms = "/var/lib/coverage-gis";

    /// <summary>The cluster, as the server sees it; in the home of the same name there may be a link to it.</summary>
    public string Data => Path.Combine(Room, "cluster");

    /// <summary>Held exclusively by whoever starts or stops the server.</summary>
    public string TurnLock => Path.Combine(Home, "turn.lock");

    /// <summary>Held shared by every process that uses the server.</summary>
    public string UseLock => Path.Combine(Home, "use.lock");

    public string Log => Path.Combine(Data, "server.log");

    private string InHome => Path.Combine(Home, "cluster");

    /// <summary>Folder of the unix socket; the same for every process of this home, whatever its environment.</summary>
    public string Sockets
    {
        get
        {
            var near = Path.Combine(Room, "socket");
            return Encoding.UTF8.GetByteCount(near) <= LongestSocketFolder ? near
                : Path.Combine(ServerUser.IsNeeded ? "/run" : "/tmp", "coverage-" + Short(Home));
        }
    }

    /// <summary>Makes the home, where the locks lie.</summary>
    /// <exception cref="BadEnvironment">The home cannot be made.</exception>
    public static ClusterPlace Prepare(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return new ClusterPlace(home, home);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadEnvironment($"The folder {home} cannot be made: {failure.Message} Set COVERAGE_HOME to a folder that can be written.", failure);
        }
    }

    /// <summary>Finds or chooses where the cluster stands; the caller holds the turn lock.</summary>
    public ClusterPlace Settle()
    {
        if (new DirectoryInfo(InHome).LinkTarget is { } elsewhere)
            return this with { Room = Path.GetDirectoryName(elsewhere)! };
        if (!ServerUser.IsNeeded || ServerUser.CanReach(Home))
            return this;
        return Directory.Exists(InHome) ? throw Unreachable() : SettleElsewhere();
    }

    /// <summary>The major version of PostgreSQL that made the cluster; null when there is none yet.</summary>
    public string? MadeBy()
    {
        var note = Path.Combine(Data, "PG_VERSION");
        return File.Exists(note) ? File.ReadAllText(note).Trim() : null;
    }

    private ClusterPlace SettleElsewhere()
    {
        var room = Path.Combine(SharedRooms, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(room);
        Directory.CreateSymbolicLink(InHome, Path.Combine(room, "cluster"));
        return this with { Room = room };
    }

    private BadEnvironment Unreachable()
    {
        var closed = Home;
        while (Path.GetDirectoryName(closed) is { } parent && !ServerUser.CanReach(parent))
            closed = parent;
        return new BadEnvironment(
            $"The database server runs as the user {ServerUser.Name}, who cannot enter {closed} on the way to its data in {InHome}. Type: chmod o+x {closed}");
    }

    private static string Short(string home) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12];
}
