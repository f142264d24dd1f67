using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Finds how the texts of a .dbf are encoded: as its .cpg says, else as the bytes themselves tell.</summary>
internal static class DbfEncoding
{
    private static readonly byte[] Chinese = [0x4D, 0x7A];

    /// <summary>GB18030 holds GBK and GB2312.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <param name="codePage">Content of the .cpg; null = there is none.</param>
    /// <param name="language">What the .dbf says; 0 = nothing.</param>
    /// <param name="texts">All texts; read only when nothing else tells, or to hold a UTF-8 file to its word.</param>
    /// <param name="say">Told where the file says one thing and is another.</param>
    public static Encoding Of(string? codePage, byte language, IEnumerable<ReadOnlyMemory<byte>> texts, Action<string> say)
    {
        var named = Named(codePage);
        if (named is null && codePage is { Length: > 0 })
            say($"its .cpg names an encoding that is not known here (\"{codePage[..Math.Min(30, codePage.Length)]}\"); UTF-8 or GBK was found by the bytes");
        if (named is not null && named.CodePage != Encoding.UTF8.CodePage)
            return named;
        if (named is null && Chinese.Contains(language))
            return Gb18030;
        if (texts.All(t => IsUtf8(t.Span)))
            return Encoding.UTF8;
        if (named is not null)
            say("its .cpg says UTF-8, but its texts are not; they were read as GBK");
        return Gb18030;
    }

    private static Encoding? Named(string? codePage)
    {
        var name = codePage?.Trim().ToUpperInvariant().Replace("CP", "", StringComparison.Ordinal) ?? "";
        if (name is "UTF-8" or "UTF8" or "65001")
            return Encoding.UTF8;
        if (name is "GBK" or "GB2312" or "GB18030" or "936" or "54936" or "ANSI 936" or "OEM 936")
            return Gb18030;
        try
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? CodePagesEncodingProvider.Instance.GetEncoding(number) : name is "ISO-8859-1" or "88591" or "LATIN1" ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A text that fills its field may end within a character.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        for (var cut = 0; cut <= 3 && cut <= text.Length; cut++)
        {
            if (Utf8.IsValid(text[..^cut]))
                return cut == 0 || text[^cut] >= 0xC0;
        }
        return false;
    }
}
