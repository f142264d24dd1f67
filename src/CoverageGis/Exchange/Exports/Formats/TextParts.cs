namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>Cuts a text that is longer than a cell: never within a character, nor where white space would be lost.</summary>
internal static class TextParts
{
    /// <summary>So far back is looked for a good place to cut, characters.</summary>
    private const int Back = 40;

    /// <summary>No part but the last is shorter.</summary>
    public static int LeastOf(CellLimit limit) => limit.Longest - (limit.InBytes ? 4 * Back : Back) - 4;

    public static List<string> Of(string text, CellLimit limit)
    {
        List<string> parts = [];
        for (var at = 0; at < text.Length;)
        {
            var end = Fitting(text, at, limit);
            if (end < text.Length)
                end = Good(text, at, end);
            parts.Add(text[at..end]);
            at = end;
        }
        return parts;
    }

    private static int Fitting(string text, int at, CellLimit limit)
    {
        if (!limit.InBytes)
            return Math.Min(text.Length, at + limit.Longest);
        var (end, bytes) = (at, 0);
        while (end < text.Length)
        {
            bytes += text[end] < 0x80 ? 1 : text[end] < 0x800 ? 2 : char.IsSurrogate(text[end]) ? 2 : 3;
            if (bytes > limit.Longest)
                break;
            end++;
        }
        return end;
    }

    private static int Good(string text, int at, int end)
    {
        for (var cut = end; cut > Math.Max(at, end - Back); cut--)
        {
            if (!char.IsWhiteSpace(text[cut - 1]) && !char.IsWhiteSpace(text[cut]) && text[cut] != '\'' && !char.IsLowSurrogate(text[cut]))
                return cut;
        }
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
