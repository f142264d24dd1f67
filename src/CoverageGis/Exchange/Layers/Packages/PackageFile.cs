using CoverageGis.Commands;
using Microsoft.Data.Sqlite;

namespace CoverageGis.Exchange.Layers.Packages;

/// <summary>
/// A GeoPackage that somebody sent, opened so that nothing in it can act: read only, its triggers, views and functions not
/// trusted, its values bounded.
/// </summary>
internal static class PackageFile
{
    /// <summary>A value beyond this is no shape of a city, bytes.</summary>
    private const int LargestValue = 64 << 20, LimitLength = 0;

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Source(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_limit(connection.Handle, LimitLength, LargestValue);
            using var command = connection.CreateCommand();
            command.CommandText = "pragma trusted_schema = off; pragma query_only = on; pragma cell_size_check = on; pragma mmap_size = 0";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Damaged(file, failure);
        }
    }

    public static BadInput Damaged(string file, SqliteException failure) =>
        new($"{file} is a damaged or foreign database: {failure.Message} Right would be a GeoPackage. Nothing was imported.", failure);

    /// <summary>Rows of a query; what SQLite says about a damaged file becomes a message.</summary>
    public static IEnumerable<SqliteDataReader> Rows(SqliteConnection connection, string file, string query, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        using var row = Guarded(file, command.ExecuteReader);
        while (Guarded(file, row.Read))
            yield return row;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Immutable: SQLite makes no file beside it; unless it has a log of its own, that must be read.</summary>
    private static string Source(string file) => File.Exists(file + "-wal") ? file
        : $"file:{Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";

    private static T Guarded<T>(string file, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException failure)
        {
            throw Damaged(file, failure);
        }
    }
}
