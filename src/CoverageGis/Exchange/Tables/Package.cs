using System.IO.Compression;
using System.Xml;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>The zip of a workbook and its parts of XML; document types and outer entities are never followed.</summary>
internal sealed class Package : IDisposable
{
    private const int MostParts = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly string _file;
    private readonly FileStream _bytes;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="BadInput">It is no zip, cut short, encrypted, or of another kind.</exception>
    public Package(string file)
    {
        _file = file;
        _bytes = File.OpenRead(file);
        try
        {
            _zip = new ZipArchive(_bytes, ZipArchiveMode.Read);
            Index();
        }
        catch (Exception failure)
        {
            _bytes.Dispose();
            throw failure is InvalidDataException or IOException
                ? new BadInput($"{file} is no whole .xlsx: it is cut short or damaged ({OneLine(failure)}). Nothing was imported.", failure) : failure;
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Share of a part that was read, as far as its directory says true.</summary>
    public long LengthOf(string part) => Math.Max(1, _parts[part].Length);

    /// <summary>Reads a part; what is wrong with it on the way is told with its name.</summary>
    public T Read<T>(string part, Func<XmlReader, T> read)
    {
        using var stream = Open(part);
        return Guarded(part, () =>
        {
            using var xml = XmlReader.Create(stream, Settings);
            return read(xml);
        });
    }

    /// <summary>A part to be read bit by bit.</summary>
    public (PackagePart Bytes, XmlReader Xml) Stream(string part)
    {
        var bytes = Open(part);
        return (bytes, XmlReader.Create(bytes, Settings));
    }

    public T Guarded<T>(string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException failure)
        {
            throw new BadInput($"{_file}: {part} is no sound XML: {OneLine(failure)} Nothing was imported.", failure);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or IOException)
        {
            throw new BadInput($"{_file}: {part} is damaged: {OneLine(failure)} Nothing was imported.", failure);
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }

    private static string OneLine(Exception failure) => Scene.OneLine.Of(failure.Message);

    private PackagePart Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            throw new BadInput($"{_file} lacks its part {part}: it is no whole .xlsx. Nothing was imported.");
        if (entry.IsEncrypted)
            throw new BadInput($"{_file} is encrypted. Save it without a password, as .xlsx or CSV. Nothing was imported.");
        return new PackagePart(Guarded(part, entry.Open), _file, part, entry.CompressedLength);
    }

    private void Index()
    {
        foreach (var entry in _zip.Entries)
        {
            if (_parts.Count >= MostParts)
                throw new BadInput($"{_file} has more than {MostParts} parts, which no workbook has. Nothing was imported.");
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        if (_parts.Values.Any(e => e.IsEncrypted))
            throw new BadInput($"{_file} is encrypted. Save it without a password, as .xlsx or CSV. Nothing was imported.");
        if (Has("xl/workbook.bin"))
            throw new BadInput($"{_file} is a binary workbook (.xlsb). Save it as .xlsx or CSV. Nothing was imported.");
        if (Has("content.xml"))
            throw new BadInput($"{_file} is an OpenDocument file. Save it as .xlsx or CSV. Nothing was imported.");
    }
}
