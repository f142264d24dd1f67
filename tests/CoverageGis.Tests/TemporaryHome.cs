namespace CoverageGis.Tests;

/// <summary>A COVERAGE_HOME of its own that the server's user can walk to, gone afterwards.</summary>
public sealed class TemporaryHome : IDisposable
{
    public TemporaryHome()
    {
        Path = Directory.CreateTempSubdirectory("coverage-home-").FullName;
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
