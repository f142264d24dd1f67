using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Exchange.Merging;

/// <summary>How staged records are to be merged into a region.</summary>
/// <param name="Source">Who delivers; null = an edit, of which a record keeps its source.</param>
/// <param name="Complete">All that the source has: what it delivered before and lacks now ends.</param>
/// <param name="Operator">Who does this.</param>
/// <param name="Note">Why; kept with a new version of the policies.</param>
/// <param name="Marks">A camera that a complete delivery lacks does not end: it is marked as missing.</param>
public sealed record MergeOrder(string Region, int Srid, string? Source, bool Complete, string Operator, string Note, bool Marks = false);

/// <summary>Merges what is staged, kind by kind, and writes down what depends on it (table change).</summary>
public static class Merge
{
    /// <summary>Fewer rows than this the planner knows well enough from before.</summary>
    internal const int ManyRows = 500;

    /// <summary>In this order: what is referred to comes before what refers to it.</summary>
    private static readonly (string Kind, string Statement)[] Kinds =
    [
        ("purpose", "merge-purpose"), ("policy", "merge-policy"), ("site", "merge-site"), ("zone", "merge-zone"),
        ("camera", "merge-camera"), ("occluder", "merge-occluder"), ("protected", "merge-excluded_area"),
        ("exempt", "merge-excluded_area"), ("unit", "merge-unit"), ("backdrop", "merge-backdrop"),
    ];

    /// <param name="report">Tells which kinds are staged, and is told what became of them.</param>
    /// <returns>The moment at which records began and ended.</returns>
    public static async Task<DateTime> RunAsync(NpgsqlConnection connection, MergeOrder order, ImportReport report, CancellationToken token)
    {
        var now = await connection.ValueAsync<DateTime>(Statement.Of(typeof(Merge), "moment-of-delivery"), token, order.Region);
        foreach (var (kind, statement) in Kinds.Where(m => report.Kinds.ContainsKey(m.Kind)))
        {
            await LooseEnds.SkipAsync(connection, kind, order.Region, report, token);
            var counts = report.Kind(kind);
            List<object?> values = [order.Region, order.Source, now, order.Complete && counts.Read > 0 && !(order.Marks && kind == "camera"), .. Further(kind, order)];
            await MergeAsync(connection, statement, values, counts, token);
            if (counts.New + counts.Changed > ManyRows)
                await connection.RunAsync($"analyze {statement["merge-".Length..]}", token);
            if (kind == "camera" && order.Source is not null)
                await MarkMissingAsync(connection, order, now, counts, token);
            if (kind == "camera")
                await UnplacedCameras.MergeAsync(connection, order, now, report, token);
        }
        return now;
    }

    private static async Task MarkMissingAsync(
        NpgsqlConnection connection, MergeOrder order, DateTime now, KindCounts counts, CancellationToken token)
    {
        var full = order.Marks && order.Complete && counts.Read > 0;
        await using var command = connection.With(Statement.Of(typeof(Merge), "mark-missing"), order.Region, order.Source, now, full);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        counts.Touched += row.GetInt32(0) + row.GetInt32(1);
        counts.Missing = full ? row.GetInt32(2) : null;
    }

    private static object?[] Further(string kind, MergeOrder order) => kind switch
    {
        "purpose" or "policy" => [order.Operator, order.Note],
        "protected" or "exempt" => [order.Srid, kind],
        _ => [order.Srid],
    };

    private static async Task MergeAsync(
        NpgsqlConnection connection, string statement, List<object?> values, KindCounts counts, CancellationToken token)
    {
        await using var command = connection.With(Statement.Of(typeof(Merge), statement), [.. values]);
        await using var row = await command.ExecuteReaderAsync(token);
        await row.ReadAsync(token);
        var (begun, changed, removed, staged) = (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
        (counts.New, counts.Changed, counts.Removed, counts.Unchanged) = (begun - changed, changed, removed, staged - begun);
        counts.Touched += row.GetInt32(4);
    }
}
