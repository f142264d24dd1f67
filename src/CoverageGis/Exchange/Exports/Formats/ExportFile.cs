using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>What is to be written.</summary>
/// <param name="At">As it was at this moment; null = now.</param>
public sealed record ExportOrder(NpgsqlDataSource Database, ExportLayer Layer, string Region, DateTime? At)
{
    /// <summary>Its rows, from their first on at each call.</summary>
    public IAsyncEnumerable<ExportRow> Rows(CancellationToken token, bool withRegion = false) => Layer.ReadAsync(Database, Region, At, withRegion, token);
}

/// <summary>A format that layers are written in.</summary>
/// <param name="Write">To a stream that need not be seekable; how many rows.</param>
public sealed record ExportFormat(string Name, string Extension, string ContentType, Func<ExportOrder, Stream, CancellationToken, Task<int>> Write)
{
    public static readonly ExportFormat[] All =
    [
        new("geojson", "geojson", "application/geo+json", GeoJsonAsync),
        new("csv", "csv", "text/csv; charset=utf-8", TableFiles.CsvAsync),
        new("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", TableFiles.WorkbookAsync),
        new("gpkg", "gpkg", "application/geopackage+sqlite3", GeoPackageExport.WriteAsync),
        new("shp", "zip", "application/zip", ShapefileExport.WriteAsync),
    ];

    public static string Names => string.Join(", ", All.Select(f => f.Name));

    /// <summary>Text, which may go to a terminal.</summary>
    public bool IsText => Name is "geojson" or "csv";

    /// <exception cref="BadInput">The format cannot hold the layer.</exception>
    public void Require(ExportLayer layer)
    {
        if (Name == "shp" && !layer.HasShapes)
            throw new BadInput($"{layer.Name} have no shapes, and a shapefile holds nothing else. Right would be geojson, csv, xlsx or gpkg.");
    }

    /// <summary>What is to be imported again begins with its region; that is not counted.</summary>
    private static async Task<int> GeoJsonAsync(ExportOrder order, Stream output, CancellationToken token) =>
        await GeoJsonExport.WriteAsync(order.Rows(token, order.Layer.ComesBack), output, token) - (order.Layer.ComesBack ? 1 : 0);
}
