using CoverageGis.Commands;
using OsmSharp;
using OsmSharp.Streams;

namespace CoverageGis.Exchange.Osm;

/// <summary>An OpenStreetMap file that is read several times over; its form is told from what it holds.</summary>
public sealed class OsmFile(string path, IProgress<double>? progress, CancellationToken token)
{
    private const int Passes = 3;

    private enum Form
    {
        Pbf,
        Xml,
        Bzip2,
    }

    private int _pass;

    /// <summary>Whether a file begins as one of the forms of OpenStreetMap.</summary>
    public static bool IsOsm(ReadOnlySpan<byte> start) => FormOf(start) is not null;

    public IEnumerable<Relation> Relations() => Pass<Relation>();

    public IEnumerable<Way> Ways() => Pass<Way>();

    public IEnumerable<Node> Nodes() => Pass<Node>();

    private IEnumerable<T> Pass<T>() where T : OsmGeo
    {
        using var bytes = Open();
        var done = _pass++;
        using var things = Things<T>(bytes).GetEnumerator();
        for (var count = 0; Advance(things); count++)
        {
            if (count % 4096 == 0)
            {
                token.ThrowIfCancellationRequested();
                progress?.Report((done + (bytes.Position / (double)bytes.Length)) / Passes);
            }
            if (things.Current is T { Id: not null } thing)
                yield return thing;
        }
    }

    private IEnumerable<OsmGeo> Things<T>(FileStream bytes) where T : OsmGeo => Tell(bytes) switch
    {
        Form.Pbf => PbfBlocks<T>.Read(bytes),
        Form.Bzip2 => new XmlOsmStreamSource(new Bzip2Streams(bytes)),
        _ => new XmlOsmStreamSource(bytes),
    };

    private bool Advance(IEnumerator<OsmGeo> things)
    {
        try
        {
            return things.MoveNext();
        }
        // Decoders meet damage with whatever exception comes first, from arithmetic to decompression.
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new BadInput(
                $"{path} is cut short or damaged: {failure.Message.TrimEnd('.')}. Fetch it again and compare its size. Nothing was imported.", failure);
        }
    }

    private FileStream Open()
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private Form Tell(FileStream bytes)
    {
        var position = bytes.Position;
        bytes.Position = 0;
        var start = new byte[512];
        var length = bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bytes.Position = position;
        return FormOf(start.AsSpan(0, length)) ?? throw new BadInput(
            $"{path} is {(length == 0 ? "empty" : "not an OpenStreetMap file")}. Right would be .osm.pbf, .osm or .osm.bz2.");
    }

    private static Form? FormOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("BZh"u8))
            return Form.Bzip2;
        if (start.Length > 16 && start[..4] is [0, 0, 0, _] && start[4..].IndexOf("OSMHeader"u8) is >= 0 and < 8)
            return Form.Pbf;
        return start.IndexOf("<osm"u8) >= 0 && (start[0] == (byte)'<' || start.StartsWith("\uFEFF"u8)) ? Form.Xml : null;
    }
}
