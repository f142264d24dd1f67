namespace CoverageGis.Tests;

/// <summary>The checkout that the tests run in, and the shared data beside it.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A file of the shared trial data; it may be absent: then skip.</summary>
    public static string Real(params string[] parts) => Path.Combine(
        [Environment.GetEnvironmentVariable("COVERAGE_SHARED") ?? Path.Combine(Root, "..", "shared"), "real", .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
    }
}
