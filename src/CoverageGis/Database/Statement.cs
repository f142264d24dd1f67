using System.Collections.Concurrent;

namespace CoverageGis.Database;

/// <summary>The SQL statement that lies beside a type: `name.sql` in the folder of its namespace, embedded.</summary>
public static class Statement
{
    private static readonly ConcurrentDictionary<(string, string), string> Known = new();

    /// <exception cref="InvalidOperationException">There is no such file beside the type.</exception>
    public static string Of(Type beside, string name) =>
        Known.GetOrAdd((beside.Namespace ?? "", name), key => Read(beside, $"{key.Item1}.{key.Item2}.sql"));

    private static string Read(Type beside, string resource)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"No statement {resource} is embedded in {beside.Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
