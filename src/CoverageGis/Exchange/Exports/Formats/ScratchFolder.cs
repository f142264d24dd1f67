namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>Where a file grows whose format cannot be written from front to back; gone with what needed it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-export-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
