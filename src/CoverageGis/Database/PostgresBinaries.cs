using System.Globalization;
using CoverageGis.Commands;

namespace CoverageGis.Database;

/// <summary>A PostgreSQL installation that private clusters can run on: 14 or later, with PostGIS.</summary>
public sealed record PostgresBinaries(string Folder, int Version)
{
    private const int Oldest = 14;

    /// <summary>The installation that made a cluster, or else the newest.</summary>
    /// <param name="madeBy">Major version; null for a new cluster.</param>
    /// <exception cref="BadEnvironment">There is none; says what to install.</exception>
    public static PostgresBinaries Find(string? madeBy)
    {
        var installed = Candidates().Select(f => new PostgresBinaries(f, VersionOf(f)))
            .Where(b => b.Version >= Oldest).OrderByDescending(b => b.Name == madeBy).ThenByDescending(b => b.Version).ToList();
        return installed.FirstOrDefault(b => b.HasPostgis())
            ?? throw new BadEnvironment(installed.Count == 0
                ? $"PostgreSQL {Oldest} or later with PostGIS was not found. On Debian: apt-get install postgresql postgresql-15-postgis-3, or name a server with --database."
                : $"PostgreSQL {installed[0].Version} is here but PostGIS is not. On Debian: apt-get install postgresql-{installed[0].Version}-postgis-3, or name a server with --database.");
    }

    /// <summary>The major version as a cluster notes it.</summary>
    public string Name => Version.ToString(CultureInfo.InvariantCulture);

    public string Tool(string name) => Path.Combine(Folder, name);

    private static IEnumerable<string> Candidates()
    {
        var named = Environment.GetEnvironmentVariable("COVERAGE_POSTGRES");
        if (!string.IsNullOrWhiteSpace(named))
            return [named];
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Where(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
    }

    private static int VersionOf(string folder)
    {
        var said = ChildProcess.Run(Path.Combine(folder, "pg_ctl"), ["--version"]);
        var number = said.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => char.IsDigit(w[0])) ?? "0";
        return int.TryParse(number.Split('.')[0].Trim(), out var version) ? version : 0;
    }

    private bool HasPostgis()
    {
        var config = Tool("pg_config");
        var shared = File.Exists(config)
            ? ChildProcess.Run(config, ["--sharedir"]).Output.Trim() : $"/usr/share/postgresql/{Version}";
        return File.Exists(Path.Combine(shared, "extension", "postgis.control"));
    }
}
