namespace CoverageGis.Database;

/// <summary>Which database to work on.</summary>
/// <param name="Connection">Npgsql or postgres:// form; null = the private cluster in <paramref name="Home"/>.</param>
/// <param name="Home">Folder of the private cluster.</param>
public sealed record DatabaseChoice(string? Connection, string Home)
{
    /// <param name="option">The value of --database, if given.</param>
    public static DatabaseChoice From(string? option) => new(
        Text(option) ?? Text(Environment.GetEnvironmentVariable("COVERAGE_DATABASE")),
        Path.GetFullPath(Text(Environment.GetEnvironmentVariable("COVERAGE_HOME")) ?? ".coverage"));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
