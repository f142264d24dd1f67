using System.Globalization;
using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;
using Microsoft.Data.Sqlite;

namespace CoverageGis.Exchange.Layers.Packages;

/// <summary>A layer of a GeoPackage.</summary>
/// <param name="Shapes">The column of the shapes; null = the table has none.</param>
/// <param name="Key">The column that only numbers the rows; null = none.</param>
/// <param name="Datum">What its coordinates mean, as the package says; null = it does not say.</param>
internal sealed record PackageLayer(string Table, string? Shapes, string? Key, Datum? Datum)
{
    private const int MostLayers = 200;

    private const string Layers = """
        select c.table_name, g.column_name, coalesce(g.srs_id, c.srs_id), r.organization, r.organization_coordsys_id, r.definition
        from gpkg_contents c
        left join gpkg_geometry_columns g on g.table_name = c.table_name
        left join gpkg_spatial_ref_sys r on r.srs_id = coalesce(g.srs_id, c.srs_id)
        where c.data_type in ('features', 'attributes') and exists (select 1 from sqlite_master m where m.type = 'table' and m.name = c.table_name)
        order by c.table_name
        """;

    /// <exception cref="BadInput">It has none, or is no GeoPackage.</exception>
    public static List<PackageLayer> Of(SqliteConnection connection, string file)
    {
        var tables = PackageFile.Rows(connection, file, "select name from sqlite_master where type = 'table' and name like 'gpkg_%'").Select(r => r.GetString(0)).ToList();
        if (!tables.Contains("gpkg_contents") || !tables.Contains("gpkg_geometry_columns") || !tables.Contains("gpkg_spatial_ref_sys"))
            throw new BadInput($"{file} is a SQLite database, but no GeoPackage: it has no gpkg_contents. Nothing was imported.");
        List<PackageLayer> layers = [];
        foreach (var row in PackageFile.Rows(connection, file, Layers))
        {
            if (layers.Count == MostLayers)
                throw new BadInput($"{file} has more than {MostLayers} layers. Nothing was imported.");
            layers.Add(new PackageLayer(row.GetString(0), Text(row, 1), null, DatumOf(row)));
        }
        return layers.Count > 0 ? [.. layers.Select(l => l with { Key = KeyOf(connection, file, l.Table) })]
            : throw new BadInput($"{file} has no layer that is a table; a view is not read. Nothing was imported.");
    }

    private static string? KeyOf(SqliteConnection connection, string file, string table) =>
        PackageFile.Rows(connection, file, "select name from pragma_table_info(@table) where pk = 1 and lower(type) = 'integer'", ("@table", table)).Select(r => r.GetString(0)).FirstOrDefault();

    private static Datum? DatumOf(SqliteDataReader row)
    {
        var (organization, code, definition) = (Text(row, 3), Text(row, 4), Text(row, 5));
        if (Text(row, 2) is null or "0" or "-1")
            return null;
        if (string.Equals(organization, "EPSG", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var epsg) && epsg is > 0 and < 1_000_000)
            return Datum.Epsg(epsg);
        return definition is { Length: > 10 and < 10_000 } && definition.Contains('[', StringComparison.Ordinal) ? LayerDatum.OfDefinition(definition) : null;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);
}
