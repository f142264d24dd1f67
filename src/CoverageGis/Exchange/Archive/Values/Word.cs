using System.Text;
using System.Text.RegularExpressions;

namespace CoverageGis.Exchange.Archive.Values;

/// <summary>Texts as they are compared: wide signs as narrow ones, without regard to case, spaces and remarks in brackets.</summary>
internal static partial class Word
{
    private const char WideSpace = '\u3000', FirstWide = '\uFF01', LastWide = '\uFF5E';

    /// <summary>Between a wide sign and the narrow one.</summary>
    private const int Shift = 0xFEE0;

    public static string Narrow(string text) => text.All(c => c < WideSpace) ? text : string.Concat(text.Select(Narrow));

    /// <summary>A header without what says nothing: *设备编码（必填） is 设备编码.</summary>
    public static string OfHeader(string header) => Folded(Remark().Replace(Narrow(header), "").Trim('*', ':', ' '));

    /// <summary>A code or a word of a code table.</summary>
    public static string OfValue(string value) => Folded(Narrow(value));

    /// <summary>What stands in brackets behind a header: the unit, perhaps.</summary>
    public static string Remarked(string header) => Remark().Match(Narrow(header)) is { Success: true } found ? found.Value.Trim('(', ')', '[', ']', ' ').ToLowerInvariant() : "";

    private static char Narrow(char sign) =>
        sign == WideSpace ? ' ' : sign is >= FirstWide and <= LastWide ? (char)(sign - Shift) : sign;

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign) && sign is not ('_' or '-'))
                folded.Append(char.ToLowerInvariant(sign));
        }
        return folded.ToString();
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]")]
    private static partial Regex Remark();
}
