using System.Text;
using CoverageGis.Exchange.Exports;

namespace CoverageGis.Commands;

/// <summary>Bytes of UTF-8 text on their way to a writer, so that what is made for a file can go to standard output.</summary>
public sealed class OutputStream(TextWriter output) : WritingStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var text = new char[_decoder.GetCharCount(buffer, flush: false)];
        output.Write(text, 0, _decoder.GetChars(buffer, text, flush: false));
    }

    public override void Flush() => output.Flush();
}
