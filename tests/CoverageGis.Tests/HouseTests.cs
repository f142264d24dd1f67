namespace CoverageGis.Tests;

/// <summary>House rules that a machine can hold us to.</summary>
public sealed class HouseTests
{
    private const int LongestFile = 250;

    private static readonly string[] Ours = [".cs", ".sql", ".js", ".mjs"];

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() =>
        Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > LongestFile);

    [Fact]
    public void Names_say_what_a_thing_is() => Assert.DoesNotContain(Sources(), file =>
        new[] { "Manager", "Helper", "Utils", "Service", "Impl", "Dto" }
            .Any(end => Path.GetFileNameWithoutExtension(file).EndsWith(end, StringComparison.Ordinal)));

    [Fact]
    public void The_page_builds_no_html_from_text() => Assert.DoesNotContain(Sources(), file =>
        file.EndsWith(".js", StringComparison.Ordinal)
        && new[] { "innerHTML", "outerHTML", "insertAdjacentHTML" }.Any(File.ReadAllText(file).Contains));

    private static IEnumerable<string> Sources() => new[] { "src", "tests", "web" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*", SearchOption.AllDirectories))
        .Where(file => Ours.Contains(Path.GetExtension(file)))
        .Where(file => !Path.GetRelativePath(Root(), file).Split('/').Any(part => part is "bin" or "obj" or "lib"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
    }
}
