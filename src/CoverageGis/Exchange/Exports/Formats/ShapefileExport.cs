using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Exchange.Exports.Spreadsheets;
using CoverageGis.Exchange.Layers.Shapes;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>
/// Writes a layer as a .zip of a shapefile, of one for each dimension where shapes are mixed: with .prj, .cpg (UTF-8), and
/// the mapping that turns its short field names into properties again when it is imported.
/// </summary>
internal static class ShapefileExport
{
    private const string Wgs84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private static readonly CellLimit Field = new(254, InBytes: true);

    private static readonly string[] Dimensions = ["points", "lines", "areas"];

    public static async Task<int> WriteAsync(ExportOrder order, Stream output, CancellationToken token)
    {
        var table = await LayerTable.PlanAsync(order.Layer, order.Rows(token), Field, pairs: true, withText: false, token);
        using var folder = new ScratchFolder();
        using var relay = new Relay(output);
        var count = 0;
        using (var archive = new ZipArchive(relay, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var dimension in table.Dimensions.DefaultIfEmpty(2))
                count += await WriteAsync(order, table, dimension, folder, archive, relay, token);
            Add(archive, "LIMITS.txt", GeoJsonExport.Limits + "\n");
        }
        await relay.SendAsync(token);
        return count;
    }

    private static async Task<int> WriteAsync(
        ExportOrder order, LayerTable table, int dimension, ScratchFolder folder, ZipArchive archive, Relay relay, CancellationToken token)
    {
        var stem = table.Dimensions.Count > 1 ? $"{order.Layer.Name}_{Dimensions[dimension]}" : order.Layer.Name;
        var fields = DbfWriter.FieldsOf(table);
        var (count, files) = (0, new[] { ".shp", ".shx", ".dbf" });
        using (var shapes = new ShpWriter(folder.File(stem), dimension))
        using (var rows = new DbfWriter(folder.File(stem + ".dbf"), fields))
        {
            await foreach (var row in order.Rows(token))
            {
                if (row.Shape is null || (int)row.Shape.Dimension != dimension)
                    continue;
                shapes.Write(row.Shape);
                rows.Write(table.Values(row));
                count++;
            }
        }
        foreach (var extension in files)
            await AddAsync(archive, stem + extension, folder.File(stem + extension), relay, token);
        Add(archive, stem + ".prj", Wgs84);
        Add(archive, stem + ".cpg", "UTF-8");
        Add(archive, stem + ShapefileReader.MappingExtension, Mapping(table, fields));
        return count;
    }

    private static string Mapping(LayerTable table, IReadOnlyList<DbfField> fields) => new JsonObject
    {
        ["columns"] = new JsonObject(fields.Select((f, i) => KeyValuePair.Create(f.Name, (JsonNode?)table.Columns[i].Name))),
    }.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task AddAsync(ZipArchive archive, string name, string file, Relay relay, CancellationToken token)
    {
        const int chunk = 1 << 16;
        await using var bytes = File.OpenRead(file);
        using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        var buffer = new byte[chunk];
        for (int read; (read = await bytes.ReadAsync(buffer, token)) > 0;)
        {
            entry.Write(buffer.AsSpan(0, read));
            await relay.SendAsync(token);
        }
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
