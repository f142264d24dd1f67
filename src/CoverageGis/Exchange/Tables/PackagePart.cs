using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>
/// A part of a workbook while it is unpacked: ends with a clear message where it grows beyond what a workbook is, which
/// bombs do, or holds an endless text or tag, which would fill the memory of whoever parses it.
/// </summary>
internal sealed class PackagePart(Stream unpacked, string file, string part, long packedLength) : Stream
{
    public const long Largest = 1L << 30;

    /// <summary>Unpacked to packed: sheets of repeating rows reach 100; below the small size nothing is looked at.</summary>
    private const long LargestRatio = 300, Small = 32L << 20;

    /// <summary>Bytes between two tags: the longest cell in the widest encoding, escaped.</summary>
    private const int LongestText = 1 << 20;

    private long _read;
    private int _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        _read += read;
        if (_read > Largest || (_read > Small && _read > packedLength * LargestRatio))
            throw new BadInput(FormattableString.Invariant($"{file}: {part} grows beyond {_read >> 20} MB when it is unpacked, which no archive of cameras does. Nothing was imported."));
        var (first, last) = (buffer[..read].IndexOf((byte)'<'), buffer[..read].LastIndexOf((byte)'<'));
        if (_sinceTag + (first < 0 ? read : first) > LongestText)
            throw new BadInput($"{file}: {part} holds a cell of more than 1 MB, which no spreadsheet can. Nothing was imported.");
        _sinceTag = first < 0 ? _sinceTag + read : read - last;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }
}
