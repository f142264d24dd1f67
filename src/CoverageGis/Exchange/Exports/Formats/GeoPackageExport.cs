using System.Globalization;
using CoverageGis.Exchange.Layers;
using Microsoft.Data.Sqlite;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>Writes a layer as a GeoPackage (OGC 12-128r18, version 1.3): one table, longitude and latitude in EPSG:4326.</summary>
internal static class GeoPackageExport
{
    private const string Frame = """
        pragma application_id = 1196444487; pragma user_version = 10300;
        create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key, organization text not null,
          organization_coordsys_id integer not null, definition text not null, description text);
        insert into gpkg_spatial_ref_sys values
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', null), ('Undefined geographic', 0, 'NONE', 0, 'undefined', null),
          ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude and latitude');
        create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique, description text default '',
          last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), min_x double, min_y double, max_x double, max_y double,
          srs_id integer, constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id));
        create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null,
          z tinyint not null, m tinyint not null, constraint pk_geom_cols primary key (table_name, column_name),
          constraint uk_gc_table_name unique (table_name), constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
          constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
        """;

    public static async Task<int> WriteAsync(ExportOrder order, Stream output, CancellationToken token)
    {
        var table = await LayerTable.PlanAsync(order.Layer, order.Rows(token), null, pairs: true, withText: false, token);
        using var folder = new ScratchFolder();
        var file = folder.File("layer.gpkg");
        int count;
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            connection.Open();
            Run(connection, "pragma journal_mode = off; pragma synchronous = off");
            using var transaction = connection.BeginTransaction();
            Run(connection, Frame);
            Declare(connection, order.Layer, table);
            count = await FillAsync(connection, order, table, token);
            await transaction.CommitAsync(token);
        }
        await using var whole = File.OpenRead(file);
        await whole.CopyToAsync(output, token);
        return count;
    }

    private static void Declare(SqliteConnection connection, ExportLayer layer, LayerTable table)
    {
        var columns = table.Columns.Select(c => $", {Quoted(c.Name)} {TypeOf(c.Type)}");
        Run(connection, $"create table {Quoted(layer.Name)} (fid integer primary key autoincrement not null{(layer.HasShapes ? $", geom {ShapeType(table)}" : "")}{string.Concat(columns)})");
        var box = table.Extent;
        Run(connection, "insert into gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) values (@name, @type, @name, @limits, @west, @south, @east, @north, @srs)",
            ("@name", layer.Name), ("@type", layer.HasShapes ? "features" : "attributes"), ("@limits", GeoJsonExport.Limits),
            ("@west", box.IsNull ? null : box.MinX), ("@south", box.IsNull ? null : box.MinY), ("@east", box.IsNull ? null : box.MaxX), ("@north", box.IsNull ? null : box.MaxY),
            ("@srs", layer.HasShapes ? 4326 : null));
        if (layer.HasShapes)
            Run(connection, "insert into gpkg_geometry_columns values (@name, 'geom', @shape, 4326, 0, 0)", ("@name", layer.Name), ("@shape", ShapeType(table)));
    }

    private static async Task<int> FillAsync(SqliteConnection connection, ExportOrder order, LayerTable table, CancellationToken token)
    {
        var names = (string[])[.. order.Layer.HasShapes ? ["geom"] : Array.Empty<string>(), .. table.Columns.Select(c => c.Name)];
        using var command = connection.CreateCommand();
        command.CommandText = $"insert into {Quoted(order.Layer.Name)} ({string.Join(", ", names.Select(Quoted))}) values ({string.Join(", ", names.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")))})";
        for (var i = 0; i < names.Length; i++)
            command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@p{i}"), null));
        var isMany = ShapeType(table).StartsWith("MULTI", StringComparison.Ordinal);
        var count = 0;
        await foreach (var row in order.Rows(token))
        {
            var values = table.Values(row);
            var first = order.Layer.HasShapes ? 1 : 0;
            if (first == 1)
                command.Parameters[0].Value = row.Shape is null ? DBNull.Value : PackageBlob.Of(row.Shape, isMany);
            for (var i = 0; i < values.Length; i++)
                command.Parameters[first + i].Value = values[i] switch { null => DBNull.Value, bool flag => flag ? 1L : 0L, var value => value };
            command.ExecuteNonQuery();
            count++;
        }
        return count;
    }

    private static string ShapeType(LayerTable table) => table.Dimensions.Count != 1 ? "GEOMETRY"
        : table.Dimensions.Single() switch { 0 => "POINT", 1 => "MULTILINESTRING", _ => "MULTIPOLYGON" };

    private static string TypeOf(PropertyType type) => type switch
    {
        PropertyType.Number => "DOUBLE",
        PropertyType.Whole => "INTEGER",
        PropertyType.Flag => "BOOLEAN",
        _ => "TEXT",
    };

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Run(SqliteConnection connection, string statement, params (string Name, object? Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
