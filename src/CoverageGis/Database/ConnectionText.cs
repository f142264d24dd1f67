using CoverageGis.Commands;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Connection texts as people write them: key=value pairs, or postgres://user:password@host:port/database?sslmode=….</summary>
public static class ConnectionText
{
    /// <summary>What may follow the question mark, and its name in a key=value text.</summary>
    private static readonly Dictionary<string, string> UriParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode", ["sslrootcert"] = "Root Certificate", ["sslcert"] = "SSL Certificate", ["sslkey"] = "SSL Key",
        ["host"] = "Host", ["port"] = "Port", ["user"] = "Username", ["password"] = "Password", ["dbname"] = "Database",
        ["application_name"] = "Application Name", ["options"] = "Options",
    };

    /// <exception cref="BadEnvironment">It is neither, or names no host; the message does not repeat it, since it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            var read = text.Contains("://", StringComparison.Ordinal) ? FromUri(new Uri(text)) : new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(read.Host) ? throw new FormatException("It names no host.") : read;
        }
        catch (Exception failure) when (failure is ArgumentException or UriFormatException or FormatException)
        {
            throw new BadEnvironment(
                $"The database given by --database or COVERAGE_DATABASE cannot be read. {(failure as FormatException)?.Message} Right would be "
                + "\"Host=127.0.0.1;Database=coverage;Username=me\" or \"postgres://me@127.0.0.1:5432/coverage\".", failure);
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        if (uri.Scheme is not ("postgres" or "postgresql"))
            throw new UriFormatException($"{uri.Scheme}:// is not postgres://.");
        var person = uri.UserInfo.Split(':', 2);
        var read = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = person[0].Length > 0 ? Uri.UnescapeDataString(person[0]) : null,
            Password = person.Length > 1 ? Uri.UnescapeDataString(person[1]) : null,
        };
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Add(read, parameter.Split('=', 2));
        return read;
    }

    private static void Add(NpgsqlConnectionStringBuilder read, string[] parameter)
    {
        if (parameter.Length != 2 || !UriParameters.TryGetValue(parameter[0], out var name))
            throw new FormatException($"The parameter {parameter[0]} is not known.");
        var value = Uri.UnescapeDataString(parameter[1]);
        read[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }
}
