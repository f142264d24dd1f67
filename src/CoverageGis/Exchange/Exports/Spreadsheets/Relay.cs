namespace CoverageGis.Exchange.Exports.Spreadsheets;

/// <summary>
/// Keeps what is written until it is sent on: a ZipArchive writes while a thread waits, which an answer over the web does
/// not allow.
/// </summary>
internal sealed class Relay(Stream output) : Stream
{
    private readonly MemoryStream _waiting = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task SendAsync(CancellationToken token)
    {
        await output.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), token);
        _waiting.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
