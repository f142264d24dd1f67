using CoverageGis.Commands;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange;

/// <summary>Reads a file of one format, item by item; counts and names in the report what it drops.</summary>
public delegate IEnumerable<SceneItem> ItemReader(
    string file, ImportReport report, IProgress<double>? progress, CancellationToken token);

/// <summary>The formats that import knows, told apart by what a file holds rather than by its name.</summary>
public sealed record FileFormat(string Name, ItemReader Read)
{
    private static readonly FileFormat SceneForm = new("scene", SceneReader.Read);

    /// <exception cref="BadInput">There is no such file, or it is none of the formats.</exception>
    public static FileFormat Of(string file, string? named)
    {
        if (Directory.Exists(file))
            throw new BadInput($"{file} is a folder. Right would be a file.");
        if (!File.Exists(file))
            throw new BadInput($"There is no file {file}.");
        return named is null ? ByContent(file) : SceneForm;
    }

    private static FileFormat ByContent(string file) => SceneForm;
}
