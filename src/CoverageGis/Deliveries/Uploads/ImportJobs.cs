using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Datums;
using Npgsql;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>
/// Imports that run while the server answers. Each is one transaction: one that is cancelled, or cut off with the program,
/// leaves nothing behind. Two to the same region wait for each other in the database.
/// </summary>
internal sealed partial class ImportJobs(NpgsqlDataSource database, UploadFolder folder, ILogger<ImportJobs> log) : IAsyncDisposable
{
    private const int MostRunning = 4, MostKept = 50;

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new();
    private readonly ConcurrentDictionary<string, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    public ImportJob? Find(string id) => _jobs.GetValueOrDefault(id);

    public IEnumerable<ImportJob> Running => _jobs.Values.Where(j => !j.IsOver).OrderBy(j => j.StartedAt);

    /// <returns>null when too many run already.</returns>
    public ImportJob? Start(ImportRequest asked)
    {
        lock (_running)
        {
            if (Running.Count() >= MostRunning)
                return null;
            Forget();
            var job = new ImportJob(Guid.NewGuid().ToString("N"), asked, _stopping.Token);
            _jobs[job.Id] = job;
            _running[job.Id] = Task.Run(() => RunAsync(job));
            return job;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stopping.Dispose();
    }

    private void Forget()
    {
        foreach (var old in _jobs.Values.Where(j => j.IsOver).OrderByDescending(j => j.StartedAt).Skip(MostKept))
        {
            _jobs.TryRemove(old.Id, out _);
            if (old.ChangesFile is { } file)
                File.Delete(file);
        }
    }

    private async Task RunAsync(ImportJob job)
    {
        var report = new ImportReport();
        try
        {
            await ImportAsync(job, report);
            job.End("done", report);
            if (!job.Asked.DryRun)
                folder.Drop(job.Asked.File!.Id);
        }
        catch (OperationCanceledException)
        {
            job.End("cancelled", null, "Cancelled. Nothing was changed.");
        }
        catch (Exception failure)
        {
            job.End("failed", null, Faults(job, failure));
        }
        finally
        {
            _running.TryRemove(job.Id, out _);
        }
    }

    private string[] Faults(ImportJob job, Exception failure)
    {
        if ((failure as CommandFailure ?? EnvironmentFailure.Explain(failure)) is { } known)
            return known.Message.Replace(job.Asked.File!.Path, job.Asked.File.Name, StringComparison.Ordinal).Split('\n');
        Say(job.Id, failure);
        return ["The program failed, and nothing was changed. This is a fault of the program; its log says more."];
    }

    private async Task ImportAsync(ImportJob job, ImportReport report)
    {
        var asked = job.Asked;
        var format = FileFormat.Of(asked.File!.Path, asked.Format, asked.Kind);
        await using var changes = asked.DryRun ? new StreamWriter(folder.Beside($"changes-{job.Id}.csv"), false, new System.Text.UTF8Encoding(true)) : null;
        job.ChangesFile = (changes?.BaseStream as FileStream)?.Name;
        var options = new ImportOptions(asked.Region, asked.Source!, asked.File.Name, format.Name, asked.Partial, asked.DryRun, Environment.UserName) { Changes = changes };
        var archive = new ArchiveDelivery(options.Marks ? asked.Mapping() : null, Profile: null, Keep: true);
        var read = new ReadOrder(asked.File.Path, asked.Datum is { } named ? Datum.Parse(named) : null, asked.Kind, options.Marks ? null : MapFile(job));
        (read, options) = await archive.PrepareAsync(database, read, options, job.Cancelled);
        await ImportRun.RunAsync(database, format.Read(read, report, job, job.Cancelled), report, options, job.Cancelled);
    }

    /// <summary>How the columns of a layer are to be taken, as a file; null = as they stand.</summary>
    private string? MapFile(ImportJob job)
    {
        if (job.Asked.Map is not { } map)
            return null;
        var path = folder.Beside($"map-{job.Id}.json");
        File.WriteAllText(path, map.ToJsonString());
        return path;
    }

    [LoggerMessage(LogLevel.Error, "Import {Id} failed")]
    private partial void Say(string id, Exception exception);
}
