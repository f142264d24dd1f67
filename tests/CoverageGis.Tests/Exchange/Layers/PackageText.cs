using Microsoft.Data.Sqlite;

namespace CoverageGis.Tests.Exchange.Layers;

/// <summary>GeoPackages as a test writes them: SQL into a file of SQLite.</summary>
internal static class PackageText
{
    public static void Write(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
