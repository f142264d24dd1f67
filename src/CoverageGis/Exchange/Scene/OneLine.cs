namespace CoverageGis.Exchange.Scene;

/// <summary>Delivered text as a report can show it: in a line, not too long, nothing that moves a terminal's cursor.</summary>
internal static class OneLine
{
    private const int Longest = 100;

    public static string Of(string text)
    {
        var shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)) : shown;
    }
}
