namespace CoverageGis.Tests.Exchange;

/// <summary>A file for a test, gone with it.</summary>
public sealed class ScratchFile : IDisposable
{
    public ScratchFile(byte[] content, string extension = ".geojson")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"coverage-{Guid.NewGuid():N}{extension}");
        File.WriteAllBytes(Path, content);
    }

    public ScratchFile(string content, string extension = ".geojson") : this(System.Text.Encoding.UTF8.GetBytes(content), extension)
    {
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
