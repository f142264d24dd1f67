using System.Diagnostics;
using System.Globalization;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Benchmarks;

/// <summary>
/// Time on processor cores that this program and the whole cluster have used, in seconds: other than time on a clock,
/// it says the same on a busy machine as on an idle one.
/// </summary>
public sealed class CoreTime
{
    /// <summary>Ticks of /proc a second, on every Linux that matters.</summary>
    private const double TicksASecond = 100;

    private readonly int _server;

    private CoreTime(int server) => _server = server;

    public static async Task<CoreTime> OfAsync(NpgsqlDataSource source, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        var backend = await connection.ValueAsync<int>("select pg_backend_pid()", token);
        return new CoreTime((int)Fields(backend)![1]);
    }

    /// <summary>Of this program alone.</summary>
    public static double Own()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    public double Now()
    {
        // The server's own fields 14 and 15 hold what its finished children used.
        var server = Fields(_server);
        var finished = server is null ? 0 : server[13] + server[14];
        return Own() + ((finished + Running().Sum()) / TicksASecond);
    }

    private IEnumerable<double> Running() =>
        Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Fields(id) : null)
            .Where(fields => fields is not null && (int)fields[1] == _server)
            .Select(fields => fields![11] + fields[12]);

    /// <summary>Of /proc/id/stat what follows the name: state (as 0), parent, ...; null when the process is gone.</summary>
    private static double[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ')
                .Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
