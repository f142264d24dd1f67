using CoverageGis.Commands;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange.Catalog;

/// <summary>Reads the catalog of a video platform (GB/T 28181, 2016 and 2022).</summary>
public static class CatalogReader
{
    public static bool IsXml(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] || start is [0xFF, 0xFE, (byte)'<', ..] or [0xFE, 0xFF, 0, (byte)'<', ..];
    }

    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token) =>
        throw new BadInput($"{order.File}: catalogs cannot be read yet.");
}
