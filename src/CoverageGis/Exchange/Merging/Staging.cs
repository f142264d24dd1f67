using CoverageGis.Database;
using CoverageGis.Exchange.Scene;
using Npgsql;
using NpgsqlTypes;

namespace CoverageGis.Exchange.Merging;

/// <summary>Brings items into the staging tables as they come, in bulk, a few thousand of a kind at a time.</summary>
public sealed class Staging(NpgsqlConnection connection, ImportReport report) : IAsyncDisposable
{
    private const int Batch = 4000;

    private readonly Dictionary<StageTable, List<Row>> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Guid> _seen = [];
    private Task _sending = Task.CompletedTask;

    private sealed record Row(string Ref, object?[] Values);

    public RegionItem? Region { get; private set; }

    /// <param name="only">Tables that will be needed; null = all. Making a table takes a millisecond.</param>
    public async Task BeginAsync(CancellationToken token, IReadOnlyCollection<StageTable>? only = null)
    {
        var all = Statement.Of(typeof(Staging), "staging");
        var names = only?.Select(t => $"stage_{t.Name} (").Append("stage_fault (").ToList();
        var tables = string.Join('\n', all.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Split(';');
        await connection.RunAsync(names is null ? all
            : string.Join(';', tables.Where(table => names.Any(n => table.Contains(n, StringComparison.Ordinal)))), token);
    }

    public async Task TakeAsync(SceneItem delivered, CancellationToken token)
    {
        if (delivered is RegionItem region)
        {
            TakeRegion(region);
            return;
        }
        var item = StageTable.Identified(delivered);
        var (kind, table, key) = StageTable.Of(item);
        if (!_seen.Add(ItemHash.Of(kind, key)))
        {
            report.Skip(kind, item.Ref, $"{kind} {key.Replace("\n", "/", StringComparison.Ordinal)} stands in the file more than once; the first was taken");
            return;
        }
        if (item is UnplacedCameraItem unplaced)
            report.Skip(kind, item, unplaced.Reason);
        else
            Count(kind);
        if (!_waiting.TryGetValue(table, out var rows))
            _waiting[table] = rows = [];
        rows.Add(new Row(item.Ref, table.Values(item)));
        if (rows.Count >= Batch)
            await SendAsync(table, token);
    }

    public async Task EndAsync(CancellationToken token)
    {
        foreach (var table in _waiting.Keys.ToList())
            await SendAsync(table, token);
        await _sending;
        // The planner is told how much is staged: temporary tables have no statistics of their own.
        foreach (var table in _waiting.Keys)
            await connection.RunAsync($"analyze stage_{table.Name}", token);
        await connection.RunAsync(Statement.Of(typeof(Staging), "keep-faulty"), token,
            report.Faulty.Select(f => f.Kind).ToArray(), report.Faulty.Select(f => f.Key).ToArray());
    }

    /// <summary>Waits for what is on its way: before that, the connection cannot be given back.</summary>
    public async ValueTask DisposeAsync() => await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Reading goes on while a batch is on its way; the next one waits for it.</summary>
    private async Task SendAsync(StageTable table, CancellationToken token)
    {
        await _sending;
        var rows = _waiting[table];
        _waiting[table] = [];
        _sending = Task.Run(() => SendAsync(table, rows, token), token);
    }

    private void TakeRegion(RegionItem region)
    {
        if (Region is not null)
        {
            report.Skip("region", region.Ref, $"the file has more than one region; {Region.Code} was taken");
            return;
        }
        Region = region;
        Count("region");
    }

    private void Count(string kind)
    {
        var counts = report.Kind(kind);
        counts.Read++;
        counts.Taken++;
    }

    private async Task SendAsync(StageTable table, List<Row> rows, CancellationToken token)
    {
        await using var copy = await connection.BeginBinaryImportAsync(table.Copy, token);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(row.Ref, NpgsqlDbType.Text, token);
            for (var i = 0; i < row.Values.Length; i++)
                await WriteAsync(copy, row.Values[i], table.Columns[i].Type, token);
            await copy.WriteAsync(ItemHash.Of(row.Values), NpgsqlDbType.Uuid, token);
        }
        await copy.CompleteAsync(token);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken token) =>
        value is null ? copy.WriteNullAsync(token) : copy.WriteAsync(value, type, token);
}
