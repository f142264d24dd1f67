using System.Buffers;
using System.Text;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>How the bytes of a text file are to be read; every byte was looked at.</summary>
/// <param name="Name">utf-8, utf-8 with mark, gb18030 (which holds GBK and GB2312), utf-16le, utf-16be.</param>
/// <param name="Encoding">Refuses what is none of its characters.</param>
/// <param name="MarkLength">Bytes of the byte order mark before the text.</param>
public sealed record TextEncoding(string Name, Encoding Encoding, int MarkLength)
{
    private const int Block = 1 << 20, LongestCharacter = 4;

    /// <summary>So many times as many good characters as bad ones: damaged UTF-8, not another encoding.</summary>
    private const int MostlyGood = 9;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    private static readonly Encoding Gb18030 = Chinese();

    /// <exception cref="BadInput">It is no text, or of no encoding that is known.</exception>
    public static TextEncoding Of(string file)
    {
        using var bytes = File.OpenRead(file);
        return Of(file, bytes);
    }

    public static TextEncoding Of(string file, Stream bytes)
    {
        var start = new byte[Block];
        var length = bytes.ReadAtLeast(start, Block, throwOnEndOfStream: false);
        if (length == 0)
            throw new BadInput($"{file} is empty. Nothing was imported.");
        if (Wide(start.AsSpan(0, length)) is { } wide)
            return wide;
        var mark = start.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        bytes.Position = mark;
        var (good, bad, wrong) = CountUtf8(bytes);
        if (bad == 0)
            return new TextEncoding(mark > 0 ? "utf-8 with mark" : "utf-8", Utf8, mark);
        if (mark > 0 || good >= MostlyGood * bad)
            throw Damaged(file, "UTF-8, as the rest of it is", mark + wrong);
        bytes.Position = 0;
        return Wrong(bytes, Gb18030) is { } at ? throw Damaged(file, "UTF-8 or GB18030 (GBK)", at) : new TextEncoding("gb18030", Gb18030, 0);
    }

    private static TextEncoding? Wide(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => Utf16(false, 2),
        [0xFE, 0xFF, ..] => Utf16(true, 2),
        _ when Zeros(start, 1) > Looked(start) / 8 && Zeros(start, 0) == 0 => Utf16(false, 0),
        _ when Zeros(start, 0) > Looked(start) / 8 && Zeros(start, 1) == 0 => Utf16(true, 0),
        _ => null,
    };

    private static TextEncoding Utf16(bool bigEndian, int mark) =>
        new(bigEndian ? "utf-16be" : "utf-16le", new UnicodeEncoding(bigEndian, false, true), mark);

    /// <summary>Text of wide characters without a mark shows by its zeros: every other byte of what is ASCII.</summary>
    private static int Zeros(ReadOnlySpan<byte> bytes, int odd)
    {
        var zeros = 0;
        for (var i = odd; i < Looked(bytes); i += 2)
            zeros += bytes[i] == 0 ? 1 : 0;
        return zeros;
    }

    private static int Looked(ReadOnlySpan<byte> bytes) => Math.Min(bytes.Length, 4096);

    /// <returns>Characters beyond ASCII, bytes that are none, and where the first of those stands.</returns>
    private static (long Good, long Bad, long At) CountUtf8(Stream bytes)
    {
        var block = new byte[Block];
        var (good, bad, at, before, kept) = (0L, 0L, -1L, 0L, 0);
        while (bytes.Read(block.AsSpan(kept)) is var read && (read > 0 || kept > 0))
        {
            var rest = block.AsSpan(0, kept + read);
            var i = 0;
            while (i < rest.Length)
            {
                var skip = rest[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                i = skip < 0 ? rest.Length : i + skip;
                if (skip < 0 || (read > 0 && rest.Length - i < LongestCharacter))
                    break;
                var whole = Rune.DecodeFromUtf8(rest[i..], out _, out var used) == OperationStatus.Done;
                (good, bad, at) = whole ? (good + 1, bad, at) : (good, bad + 1, at < 0 ? before + i : at);
                i += used;
            }
            (kept, before) = (rest.Length - i, before + i);
            rest[i..].CopyTo(block);
        }
        return (good, bad, at);
    }

    /// <returns>Where the first byte stands that is no character of it; null = all are.</returns>
    private static long? Wrong(Stream bytes, Encoding encoding)
    {
        var (block, characters, decoder, before) = (new byte[Block], new char[Block + 16], encoding.GetDecoder(), 0L);
        try
        {
            while (true)
            {
                var read = bytes.Read(block);
                decoder.Convert(block, 0, read, characters, 0, characters.Length, read == 0, out _, out _, out _);
                if (read == 0)
                    return null;
                before += read;
            }
        }
        catch (DecoderFallbackException failure)
        {
            return Math.Max(0, before + failure.Index);
        }
    }

    private static BadInput Damaged(string file, string expected, long at) => new(FormattableString.Invariant(
        $"{file}, byte {at + 1}: this is no {expected}. Save it again as UTF-8 (CSV UTF-8). Nothing was imported."));

    private static Encoding Chinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
