using System.IO.Compression;
using CoverageGis.Http;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace CoverageGis.Publishing.Tiles;

/// <summary>Draws tiles, and keeps them packed for as long as they are asked for and memory allows.</summary>
internal sealed class TilePress(NpgsqlDataSource source, RegionExtents extents) : IDisposable
{
    private const long MostBytes = 128 << 20;
    private readonly MemoryCache _packed = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    private sealed record Key(string Set, string State, TileAddress Address, string? Purpose);

    /// <summary>What was drawn of a state by its stamp, if it is still here.</summary>
    public byte[]? Kept(TileSet set, string state, TileAddress address, string? purpose) =>
        _packed.TryGetValue(new Key(set.Name, state, address, purpose), out byte[]? known) ? known : null;

    /// <summary>The layers of a tile, one after the other, gzip-packed; no bytes when there is nothing in it.</summary>
    public async ValueTask<byte[]> TileAsync(TileSet set, RegionState state, TileAddress address, string? purpose, CancellationToken cancel)
    {
        var key = new Key(set.Name, set.StateOf(state), address, purpose);
        if (_packed.TryGetValue(key, out byte[]? known)) return known!;
        var packed = Pack(await DrawAsync(set, state, address, purpose, cancel));
        return _packed.Set(key, packed, new MemoryCacheEntryOptions { Size = packed.Length + 200 });
    }

    private async Task<byte[]> DrawAsync(TileSet set, RegionState state, TileAddress address, string? purpose, CancellationToken cancel)
    {
        var layers = set.Layers.Where(layer => layer.IsDrawnAt(address.Zoom)).ToList();
        if (layers.Count == 0 || await extents.OfAsync(state, cancel) is not { } extent || !address.Touches(extent)) return [];
        await using var batch = source.CreateBatch();
        foreach (var layer in layers) batch.BatchCommands.Add(Command(layer, state, address, address.MetresPerPixel(extent), purpose));
        return await JoinAsync(batch, cancel);
    }

    private static NpgsqlBatchCommand Command(TileLayer layer, RegionState state, TileAddress address, double pixel, string? purpose)
    {
        var command = new NpgsqlBatchCommand(layer.Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state.Region });
        foreach (var number in new[] { address.Zoom, address.Column, address.Row, state.Srid })
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = pixel });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)state.At ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        if (layer.ByPurpose) command.Parameters.Add(new NpgsqlParameter { Value = (object?)purpose ?? DBNull.Value });
        return command;
    }

    // A vector tile is a list of layers: tiles laid end to end are one tile.
    private static async Task<byte[]> JoinAsync(NpgsqlBatch batch, CancellationToken cancel)
    {
        using var tile = new MemoryStream();
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        do
        {
            while (await reader.ReadAsync(cancel)) tile.Write(reader.GetFieldValue<byte[]>(0));
        }
        while (await reader.NextResultAsync(cancel));
        return tile.ToArray();
    }

    private static byte[] Pack(byte[] tile)
    {
        if (tile.Length == 0) return tile;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(tile);
        return packed.ToArray();
    }

    public void Dispose() => _packed.Dispose();
}
