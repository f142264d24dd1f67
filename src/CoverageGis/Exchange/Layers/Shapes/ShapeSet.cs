using System.Text;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>The files of shapefiles, in a folder or in an archive: they belong together by their names.</summary>
internal sealed class ShapeSet : IDisposable
{
    private const int LargestText = 1 << 20;

    private readonly string _file;
    private readonly LimitedZip? _zip;
    private readonly Dictionary<string, string> _names;

    public ShapeSet(string file)
    {
        _file = file;
        _zip = file.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) ? null : new LimitedZip(file);
        var names = _zip?.Names ?? Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(file))!);
        _names = names.DistinctBy(n => n.ToUpperInvariant()).ToDictionary(n => n.ToUpperInvariant(), n => n);
    }

    /// <summary>Of each shapefile, the name that its files share.</summary>
    public IReadOnlyList<string> Stems()
    {
        if (_zip is null)
            return [Path.GetFullPath(_file)[..^4]];
        var stems = _names.Values.Where(n => n.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).Select(n => n[..^4]).Order(StringComparer.Ordinal).ToList();
        return stems.Count > 0 ? stems : throw new BadInput($"{_file} holds no .shp; it has {Some()}. Right would be the files of a shapefile (.shp, .dbf, .shx, .prj, .cpg). Nothing was imported.");
    }

    /// <summary>How a report names a file of the set.</summary>
    public string Told(string stem, string extension) => _zip is null ? Path.Combine(Path.GetDirectoryName(_file) ?? "", Path.GetFileName(stem) + extension) : $"{_file}, {stem}{extension}";

    public bool Has(string stem, string extension) => _names.ContainsKey((stem + extension).ToUpperInvariant());

    /// <exception cref="BadInput">It is missing, or cannot be read.</exception>
    public (Stream Stream, long Length) Open(string stem, string extension)
    {
        if (!_names.TryGetValue((stem + extension).ToUpperInvariant(), out var name))
            throw new BadInput($"{Told(stem, ".shp")} comes without its {extension}. Right would be all files of the shapefile together (.shp, .dbf, .shx, .prj, .cpg), or a .zip of them. Nothing was imported.");
        try
        {
            if (_zip is not null)
                return _zip.Open(name);
            var stream = File.OpenRead(name);
            return (stream, stream.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{Told(stem, extension)} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>A small text beside the shapes; null when there is none.</summary>
    public string? Text(string stem, string extension)
    {
        if (!Has(stem, extension))
            return null;
        var (stream, _) = Open(stem, extension);
        using (stream)
        {
            var bytes = new byte[LargestText];
            var text = Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, LargestText, throwOnEndOfStream: false));
            return text.TrimStart('\uFEFF').Trim('\0', ' ', '\r', '\n', '\t');
        }
    }

    public void Dispose() => _zip?.Dispose();

    private string Some() => _names.Count == 0 ? "nothing" : string.Join(", ", _names.Values.Order(StringComparer.Ordinal).Take(5).Select(Scene.OneLine.Of)) + (_names.Count > 5 ? " …" : "");
}
