using System.IO.Compression;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>An archive that somebody sent: read within bounds, and never unpacked to a path of its own choice.</summary>
internal sealed class LimitedZip : IDisposable
{
    private const int MostEntries = 1000;

    /// <summary>Beyond this size an entry may not be this much larger than it is packed, times.</summary>
    private const long Suspicious = 64L << 20, MostPacked = 200, Largest = 4L << 30;

    private readonly ZipArchive _archive;
    private readonly string _file;

    public LimitedZip(string file)
    {
        _file = file;
        try
        {
            _archive = ZipFile.OpenRead(file);
            if (_archive.Entries.Count > MostEntries)
                throw new BadInput($"{file} holds more than {MostEntries} files. Right would be the files of one shapefile. Nothing was imported.");
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} is a damaged archive: {failure.Message} Nothing was imported.", failure);
        }
        foreach (var entry in _archive.Entries)
            RequireSound(entry);
    }

    public IEnumerable<string> Names => _archive.Entries.Select(e => e.FullName).Where(n => !n.EndsWith('/') && !n.StartsWith("__MACOSX", StringComparison.Ordinal));

    public (Stream Stream, long Length) Open(string name)
    {
        var entry = _archive.GetEntry(name)!;
        try
        {
            return (entry.Open(), entry.Length);
        }
        catch (InvalidDataException failure)
        {
            throw new BadInput($"{_file}, {name}: is damaged or locked with a password ({failure.Message}). Nothing was imported.", failure);
        }
    }

    public void Dispose() => _archive.Dispose();

    private void RequireSound(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Split('/').Contains("..") || name.Contains(':', StringComparison.Ordinal))
            throw new BadInput($"{_file} holds a file named \"{Scene.OneLine.Of(entry.FullName)}\", which leads out of the archive. Nothing was imported.");
        if (entry.Length > Largest || (entry.Length > Suspicious && entry.Length / Math.Max(1, entry.CompressedLength) > MostPacked))
            throw new BadInput(FormattableString.Invariant($"{_file}, {Scene.OneLine.Of(entry.FullName)}: unpacks to {entry.Length} bytes, which is no shapefile. Nothing was imported."));
    }
}
