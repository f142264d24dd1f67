using CoverageGis.Commands;
using CoverageGis.Exchange.Archive;
using CoverageGis.Exchange.Catalog;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Layers;
using CoverageGis.Exchange.Layers.Packages;
using CoverageGis.Exchange.Layers.Shapes;
using CoverageGis.Exchange.Osm;
using CoverageGis.Exchange.Scene;
using CoverageGis.Exchange.Tables;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange;

/// <summary>What is to be read, and what the person who asks says about it.</summary>
/// <param name="Datum">What the coordinates mean; null = as the file says, else WGS 84.</param>
/// <param name="Kind">What each thing is, where the file does not say: camera, site, zone …</param>
/// <param name="Map">A file (JSON) that maps columns and codes to those of the exchange form.</param>
public sealed record ReadOrder(string File, Datum? Datum = null, string? Kind = null, string? Map = null)
{
    /// <summary>What the columns and codes of an archive mean, as far as the form does not tell.</summary>
    public ArchiveMapping Mapping { get; init; } = ArchiveMapping.None;

    /// <summary>Longitude and latitude of the region, when it is known.</summary>
    public Envelope? Around { get; init; }
}

/// <summary>Reads a file of one format, item by item; counts and names in the report what it drops.</summary>
public delegate IEnumerable<SceneItem> ItemReader(
    ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token);

/// <summary>The formats that import knows, told apart by what a file holds rather than by its name.</summary>
public sealed record FileFormat(string Name, ItemReader Read)
{
    private const int Start = 512;

    private static readonly FileFormat[] All =
    [
        new("scene", (order, report, progress, token) => order is { Kind: null, Map: null }
            ? SceneReader.Read(order.File, report, progress, token, order.Datum) : JsonLayer.Read(order, report, progress, token)),
        new("shp", ShapefileReader.Read),
        new("gpkg", GeoPackageReader.Read),
        new("table", TableLayer.Read),
        new("osm", (order, report, progress, token) => OsmReader.Read(InWgs84(order), report, progress, token)),
        new("archive", ArchiveReader.Read),
        new("catalog", CatalogReader.Read),
    ];

    public static IEnumerable<string> Names => All.Select(f => f.Name);

    /// <exception cref="BadInput">There is no such file, or it is none of the formats.</exception>
    public static FileFormat Of(string file, string? named, string? kind = null)
    {
        if (Directory.Exists(file))
            throw new BadInput($"{file} is a folder. Right would be a file.");
        if (!File.Exists(file))
            throw new BadInput($"There is no file {file}.");
        var name = named ?? NameByContent(file, kind) ?? throw new BadInput(
            $"{file} is neither OpenStreetMap (.osm.pbf, .osm, .osm.bz2) nor GeoJSON, nor a shapefile (.shp, or a .zip of its files), a GeoPackage or a table "
            + "(.xlsx, .csv with a header row), nor a GB/T 28181 catalog (.xml). Nothing was imported.");
        return All.Single(f => f.Name == name);
    }

    private static string InWgs84(ReadOrder order) => order.Datum?.IsWgs84 ?? true ? order.File
        : throw new BadInput($"{order.File} is OpenStreetMap, which is WGS 84; leave --datum {order.Datum.Name} out. Nothing was imported.");

    /// <summary>A table of things, and no archive of cameras: when someone says what they are, or the table does.</summary>
    private static bool IsLayer(string file, string? kind)
    {
        try
        {
            return kind is not (null or "camera") || TableLayer.IsLayer(file);
        }
        catch (BadInput)
        {
            return false;
        }
    }

    private static string? NameByContent(string file, string? kind)
    {
        var start = new byte[Start];
        int length;
        try
        {
            using var bytes = File.OpenRead(file);
            length = bytes.ReadAtLeast(start, Start, throwOnEndOfStream: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message}", failure);
        }
        var bytesRead = start.AsSpan(0, length);
        if (length == 0)
            throw new BadInput($"{file} is empty. Right would be an OpenStreetMap file or a GeoJSON FeatureCollection.");
        return bytesRead switch
        {
            [0, 0, 0x27, 0x0A, ..] => "shp",
            _ when bytesRead.StartsWith("SQLite format 3\0"u8) => "gpkg",
            _ when OsmFile.IsOsm(bytesRead) => "osm",
            _ when MayBeJson(bytesRead) => "scene",
            _ when Workbook.IsPackage(bytesRead) && !IsWorkbook(file) => "shp",
            _ => TableOrCatalog(file, kind, bytesRead),
        };
    }

    /// <summary>A damaged one goes by its name.</summary>
    private static bool IsWorkbook(string file)
    {
        try
        {
            using var zip = new LimitedZip(file);
            return zip.Names.Any(n => n.StartsWith("xl/", StringComparison.Ordinal));
        }
        catch (BadInput)
        {
            return !file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>What can only be a workbook or a catalog is read as such, so that what is wrong with it is told.</summary>
    private static string? TableOrCatalog(string file, string? kind, ReadOnlySpan<byte> start) =>
        CatalogReader.IsXml(start) ? "catalog" : IsLayer(file, kind) ? "table"
        : Workbook.IsPackage(start) || OldWorkbook.IsOne(start) || Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv" || ArchiveTable.IsArchive(file)
            ? "archive" : null;

    /// <summary>Its first sign is { or [, behind a byte order mark and white space; or it is compressed.</summary>
    private static bool MayBeJson(ReadOnlySpan<byte> start)
    {
        if (start is [0x1F, 0x8B, ..] or [0xFF, 0xFE, (byte)'{' or (byte)'[', ..] or [0xFE, 0xFF, 0, (byte)'{' or (byte)'[', ..])
            return true;
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        var first = text.TrimStart(" \t\r\n"u8);
        return first is [(byte)'{' or (byte)'[', ..];
    }
}
