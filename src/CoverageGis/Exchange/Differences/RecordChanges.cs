using System.Runtime.CompilerServices;
using CoverageGis.Database;
using CoverageGis.Exchange.Exports;
using Npgsql;

namespace CoverageGis.Exchange.Differences;

/// <summary>The moment at which a delivery's records begin and end, and what it changed of the region itself.</summary>
public readonly record struct MergedAt(string Region, DateTime Moment, RegionBefore? Before);

/// <summary>
/// What a delivery changes, field by field. Told by the records that begin and end at its moment: inside the transaction
/// of a dry run, which is then taken back, and of any delivery ever after.
/// </summary>
public static class RecordChanges
{
    private const string Head = "kind,code,name,change,field,from,to\r\n";

    /// <summary>Lists in the report what an answer can hold, and writes all of it as CSV where that is wanted.</summary>
    public static async Task ListAsync(
        NpgsqlConnection connection, MergedAt at, ImportReport report, TextWriter? file, CancellationToken token)
    {
        var list = new ChangeList();
        if (file is not null)
            await file.WriteAsync(Head);
        await foreach (var change in ReadAsync(connection, at, report, token))
        {
            list.Add(change);
            if (file is not null)
                await file.WriteAsync(Line(change));
        }
        foreach (var (kind, counts) in report.Kinds.Where(k => k.Value.Unchanged > 0))
        {
            list.TryAdd(kind, new KindChanges());
            list[kind].Unchanged = counts.Unchanged;
        }
        report.Changes = list;
    }

    private static async IAsyncEnumerable<RecordChange> ReadAsync(
        NpgsqlConnection connection, MergedAt at, ImportReport report, [EnumeratorCancellation] CancellationToken token)
    {
        if (at.Before is { } before)
        {
            foreach (var change in await OfRegionAsync(connection, at.Region, before, token))
                yield return change;
        }
        await foreach (var change in AtAsync(connection, at, token))
            yield return change;
        if (report.Kinds.Values.Any(k => k.Missing > 0))
        {
            await foreach (var change in MissingAsync(connection, at.Region, report.Source, token))
                yield return change;
        }
    }

    private static async IAsyncEnumerable<RecordChange> AtAsync(
        NpgsqlConnection connection, MergedAt at, [EnumeratorCancellation] CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(RecordChanges), "changes-at"), at.Region, at.Moment);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            yield return new RecordChange(row.GetString(0), Readable(row.GetString(1)), Text(row, 2), row.GetString(3), Text(row, 4), Text(row, 5), Text(row, 6));
    }

    private static async IAsyncEnumerable<RecordChange> MissingAsync(
        NpgsqlConnection connection, string region, string source, [EnumeratorCancellation] CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(RecordChanges), "missing-at"), region, source);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            yield return new RecordChange("camera", row.GetString(0), Text(row, 1), "missing", null, null, null);
    }

    private static async Task<List<RecordChange>> OfRegionAsync(
        NpgsqlConnection connection, string region, RegionBefore before, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(RecordChanges), "region-words"), region, before.Name, before.Boundary);
        await using var row = await command.ExecuteReaderAsync(token);
        var changes = new List<RecordChange>();
        while (await row.ReadAsync(token))
            changes.Add(new RecordChange("region", region, row.GetString(0), "changed", row.GetString(1), Text(row, 2), Text(row, 3)));
        return changes;
    }

    /// <summary>A key of several parts, as a person writes it.</summary>
    public static string Readable(string key) => key.Replace('\n', '/');

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Line(RecordChange c) =>
        string.Join(',', new[] { c.Kind, c.Key, c.Name, c.Outcome, c.Field, Plain(c.From), Plain(c.To) }.Select(v => CsvExport.Cell(v ?? ""))) + "\r\n";

    /// <summary>A text without its quotes; other values as JSON writes them.</summary>
    public static string? Plain(string? json) =>
        json is ['"', ..] ? System.Text.Json.Nodes.JsonNode.Parse(json)!.GetValue<string>() : json;
}
