namespace CoverageGis.Exchange.Exports.Spreadsheets;

/// <summary>
/// Keeps what is written until it is sent on: a ZipArchive writes while a thread waits, which an answer over the web does
/// not allow.
/// </summary>
internal sealed class Relay(Stream output) : WritingStream
{
    private readonly MemoryStream _waiting = new();

    public async Task SendAsync(CancellationToken token)
    {
        await output.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), token);
        _waiting.SetLength(0);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override void Flush()
    {
    }
}
