using System.Globalization;
using CoverageGis.Commands;

namespace CoverageGis.Database;

/// <summary>Makes, starts and stops the server of a private cluster; the caller holds the turn lock.</summary>
public sealed class ClusterServer(PostgresBinaries binaries, ClusterPlace place, bool throwAway)
{
    /// <summary>Only names the socket's file: the server listens on no network port.</summary>
    public const int Port = 5432;

    public const string User = "coverage";

    private const long Megabyte = 1 << 20;

    /// <summary>Containers often have 64 MB, which parallel workers soon fill.</summary>
    private const long LeastSharedMemory = 256 * Megabyte;

    /// <summary>An empty cluster with PostGIS and room for one log segment more, in MB.</summary>
    private const long LeastDisk = 80;

    public ClusterPlace Place => place;

    private bool IsRunning => ServerUser.Run(binaries.Tool("pg_ctl"), "status", "-D", place.Data).ExitCode == 0;

    public void Ensure(IProgress<string>? say)
    {
        if (place.MadeBy() is not { } madeBy)
            Make(say);
        else if (madeBy != binaries.Name)
            throw OtherVersion(madeBy);
        DropForeignPid();
        if (IsRunning && WasUpgraded())
            Stop();
        if (!IsRunning)
            Start(say);
    }

    public void Stop() => ServerUser.Run(binaries.Tool("pg_ctl"), "stop", "-D", place.Data, "-m", "fast", "-w", "-t", "60");

    /// <summary>Made beside its place and moved there when it is whole: a killed start leaves nothing half-made.</summary>
    private void Make(IProgress<string>? say)
    {
        say?.Report($"Making a private PostgreSQL cluster in {place.Data}");
        var draft = place.Data + ".new";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        ServerUser.MakePrivate(draft);
        var made = ServerUser.Run(binaries.Tool("initdb"), "-D", draft, "-U", User, "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        if (made.ExitCode != 0)
            throw new BadEnvironment($"The private cluster could not be made in {place.Data}: {FullDisk()}{LastLines(made.Error)}");
        Directory.Move(draft, place.Data);
    }

    private void Start(IProgress<string>? say)
    {
        say?.Report("Starting the private PostgreSQL server");
        ServerUser.MakePrivate(place.Sockets);
        var started = ServerUser.Run(binaries.Tool("pg_ctl"), "start", "-D", place.Data, "-l", place.Log, "-w", "-t", "60", "-o", Options());
        if (started.ExitCode != 0)
            throw new BadEnvironment(
                $"The private PostgreSQL server in {place.Data} does not start: {FullDisk()}{LastLines(started.Error)} {LastLines(ReadLog())} "
                + "What was committed is kept; the next start tries again.");
    }

    private string Options()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        var buffers = Math.Clamp(memory / 8, 64, 2048);
        var settings = new List<string>
        {
            "listen_addresses=", $"unix_socket_directories={place.Sockets}", $"port={Port}", "unix_socket_permissions=0700",
            Invariant($"shared_buffers={buffers}MB"), "work_mem=64MB", Invariant($"maintenance_work_mem={Math.Clamp(memory / 16, 64, 512)}MB"),
            Invariant($"effective_cache_size={Math.Max(256, memory / 2)}MB"), "max_wal_size=4GB", "random_page_cost=1.1",
            "max_connections=100", "jit=off", "log_min_messages=warning", "timezone=UTC",
        };
        if (new DriveInfo("/dev/shm").AvailableFreeSpace < LeastSharedMemory)
            settings.Add("dynamic_shared_memory_type=sysv");
        if (throwAway)
            settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "max_connections=400"]);
        return string.Join(' ', settings.Select(s => $"-c {s}"));
    }

    private BadEnvironment OtherVersion(string madeBy) => new(
        $"The private cluster in {place.Data} was made by PostgreSQL {madeBy}, but {binaries.Name} is what would run it. "
        + $"Install postgresql-{madeBy}-postgis-3, or use a new COVERAGE_HOME.");

    /// <summary>After a package upgrade under a running server its extensions no longer fit it.</summary>
    private bool WasUpgraded()
    {
        var program = new FileInfo($"/proc/{Pid()}/exe").LinkTarget;
        return program is not null && program.EndsWith(" (deleted)", StringComparison.Ordinal);
    }

    /// <summary>The note of a killed server, whose number another program was given since, must not stand in the way.</summary>
    private void DropForeignPid()
    {
        var name = $"/proc/{Pid()}/comm";
        if (File.Exists(name) && File.ReadAllText(name).Trim() is not ("postgres" or "postmaster"))
            File.Delete(PidFile);
    }

    private string PidFile => Path.Combine(place.Data, "postmaster.pid");

    private string Pid() => File.Exists(PidFile) ? File.ReadLines(PidFile).FirstOrDefault("").Trim() : "";

    private string FullDisk()
    {
        var free = new DriveInfo(place.Room).AvailableFreeSpace / Megabyte;
        return free < LeastDisk ? Invariant($"the disk is full ({free} MB free, at least {LeastDisk} are needed). ") : "";
    }

    private string ReadLog() => File.Exists(place.Log) ? File.ReadAllText(place.Log) : "it left no log.";

    private static string LastLines(string text) => string.Join(" ", text.Trim().Split('\n').TakeLast(3).Select(l => l.Trim()));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
