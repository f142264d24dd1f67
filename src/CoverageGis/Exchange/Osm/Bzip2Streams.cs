using ICSharpCode.SharpZipLib.BZip2;

namespace CoverageGis.Exchange.Osm;

/// <summary>Reads one bzip2 stream after the other as one text: parallel compressors write several into a file.</summary>
public sealed class Bzip2Streams(Stream packed) : Stream
{
    private BZip2InputStream? _current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current is null)
            {
                if (packed.Position == packed.Length)
                    return 0;
                _current = new BZip2InputStream(packed) { IsStreamOwner = false };
            }
            var read = _current.Read(buffer, offset, count);
            if (read > 0 || count == 0)
                return read;
            _current.Dispose();
            _current = null;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
