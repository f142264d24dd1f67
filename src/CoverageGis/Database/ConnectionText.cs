using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Connection texts as people write them: key=value pairs, or postgres://user:password@host:port/database.</summary>
public static class ConnectionText
{
    /// <exception cref="BadEnvironment">It is neither; the message does not repeat it, since it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return text.Contains("://", StringComparison.Ordinal) ? FromUri(new Uri(text)) : new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception failure) when (failure is ArgumentException or UriFormatException or FormatException)
        {
            throw new BadEnvironment(
                "The database given by --database or COVERAGE_DATABASE cannot be read. Right would be "
                + "\"Host=127.0.0.1;Database=coverage;Username=me\" or \"postgres://me@127.0.0.1:5432/coverage\".", failure);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        if (uri.Scheme is not ("postgres" or "postgresql"))
            throw new UriFormatException($"{uri.Scheme}:// is not postgres://");
        var person = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = person[0].Length > 0 ? Uri.UnescapeDataString(person[0]) : null,
            Password = person.Length > 1 ? Uri.UnescapeDataString(person[1]) : null,
        };
    }
}
