using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Exchange.Merging;

/// <summary>How staged records are to be merged into a region.</summary>
/// <param name="Source">Who delivers; null = an edit, of which a record keeps its source.</param>
/// <param name="Complete">All that the source has: what it delivered before and lacks now ends.</param>
/// <param name="Operator">Who does this.</param>
/// <param name="Note">Why; kept with a new version of the policies.</param>
public sealed record MergeOrder(string Region, int Srid, string? Source, bool Complete, string Operator, string Note);

/// <summary>Merges what is staged, kind by kind, and writes down what depends on it (table change).</summary>
public static class Merge
{
    /// <summary>Fewer rows than this the planner knows well enough from before.</summary>
    private const int ManyRows = 500;

    /// <summary>In this order: what is referred to comes before what refers to it.</summary>
    private static readonly (string Kind, string Statement)[] Kinds =
    [
        ("purpose", "merge-purpose"), ("policy", "merge-policy"), ("site", "merge-site"), ("zone", "merge-zone"),
        ("camera", "merge-camera"), ("occluder", "merge-occluder"), ("protected", "merge-excluded_area"),
        ("exempt", "merge-excluded_area"), ("unit", "merge-unit"), ("backdrop", "merge-backdrop"),
    ];

    /// <param name="report">Tells which kinds are staged, and is told what became of them.</param>
    public static async Task RunAsync(NpgsqlConnection connection, MergeOrder order, ImportReport report, CancellationToken token)
    {
        // Now that the region is held: a delivery that waited for another begins its rows after that one ended them.
        var now = await connection.ValueAsync<DateTime>("select clock_timestamp()", token);
        foreach (var (kind, statement) in Kinds.Where(m => report.Kinds.ContainsKey(m.Kind)))
        {
            await LooseEnds.SkipAsync(connection, kind, order.Region, report, token);
            var counts = report.Kind(kind);
            List<object?> values = [order.Region, order.Source, now, order.Complete && counts.Read > 0, .. Further(kind, order)];
            await MergeAsync(connection, statement, values, counts, token);
            if (kind == "camera")
                await UnplacedCameras.MergeAsync(connection, order, now, report, token);
        }
        foreach (var table in Kinds.Where(m => report.Kinds.TryGetValue(m.Kind, out var k) && k.New + k.Changed > ManyRows))
            await connection.RunAsync($"analyze {table.Statement["merge-".Length..]}", token);
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
    }
}
