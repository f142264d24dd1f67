using System.Collections.Concurrent;
using CoverageGis.Database;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Publishing.Tiles;

/// <summary>Where each region lies, kept for as long as its records do not change: a tile far from it is empty without a question.</summary>
internal sealed class RegionExtents(NpgsqlDataSource source)
{
    private static readonly string Sql = Statement.Of(typeof(Http.RegionState), "region-extent");
    private readonly ConcurrentDictionary<string, (string State, Extent? Extent)> _known = new(StringComparer.Ordinal);

    /// <summary>The extent of a region in its present state, also where a past one is shown; null when it holds nothing.</summary>
    public async ValueTask<Extent?> OfAsync(RegionState state, CancellationToken cancel)
    {
        if (_known.TryGetValue(state.Region, out var known) && known.State == state.Present) return known.Extent;
        var extent = await MeasureAsync(state.Region, cancel);
        _known[state.Region] = (state.Present, extent);
        return extent;
    }

    private async Task<Extent?> MeasureAsync(string region, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new Extent(row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3)) : null;
    }
}
