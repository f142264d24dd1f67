using System.Globalization;
using System.Text.RegularExpressions;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Archive.Values;

/// <summary>A measure as it was written: a number with or without its unit, or a span.</summary>
internal static partial class Measure
{
    private static readonly Dictionary<string, double> Metres = new(StringComparer.Ordinal)
    {
        ["m"] = 1, ["米"] = 1, ["公尺"] = 1, ["cm"] = 0.01, ["厘米"] = 0.01, ["公分"] = 0.01, ["mm"] = 0.001, ["毫米"] = 0.001, ["km"] = 1000, ["公里"] = 1000,
    };

    /// <param name="headed">The unit that the header names: it counts where the value names none.</param>
    public static Interval? Length(string text, string headed)
    {
        if (Span().Match(Word.Narrow(text).Trim()) is not { Success: true } span || Ends(span) is not { } value)
            return null;
        var unit = span.Groups["u"].Value.ToLowerInvariant() is { Length: > 0 } own ? own : headed;
        if (!Metres.TryGetValue(unit.Length == 0 ? "m" : unit, out var factor))
        {
            if (span.Groups["u"].Length > 0)
                return null;
            factor = 1;
        }
        return new Interval(value.Min * factor, value.Max * factor);
    }

    /// <summary>Degrees: 60, 60°, 30-60, 60±5.</summary>
    public static Interval? Angle(string text)
    {
        var plain = Word.Narrow(text).Trim();
        if (GiveOrTake().Match(plain) is { Success: true } around)
        {
            var (middle, spread) = (Number(around.Groups["a"].Value), Number(around.Groups["b"].Value));
            return new Interval(middle - spread, middle + spread);
        }
        return Span().Match(plain) is { Success: true } span && span.Groups["u"].Value is "" or "°" or "度" ? Ends(span) : null;
    }

    /// <summary>Horizontal and vertical in one: 90×50, 90°*50°.</summary>
    public static (double Across, double Up)? Both(string text) => Product().Match(Word.Narrow(text).Trim()) is { Success: true } both
        ? (Number(both.Groups["a"].Value), Number(both.Groups["b"].Value)) : null;

    /// <summary>Focal length, mm: 4, 4mm, 2.8-12mm.</summary>
    public static Interval? Focal(string text) =>
        Span().Match(Word.Narrow(text).Trim()) is { Success: true } span && span.Groups["u"].Value.ToLowerInvariant() is "" or "mm" or "毫米" ? Ends(span) : null;

    /// <summary>How many days: 30, 30天, 90天以上, ≥30.</summary>
    public static string? Days(string text) => Count().Match(Word.Narrow(text).Trim()) is { Success: true } count ? count.Groups["n"].Value.TrimStart('0') is { Length: > 0 } days ? days : "0" : null;

    private static Interval? Ends(Match span)
    {
        var from = Number(span.Groups["a"].Value);
        var to = span.Groups["b"].Success ? Number(span.Groups["b"].Value) : from;
        return from <= to ? new Interval(from, to) : null;
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<a>\d{1,6}(?:\.\d{1,9})?)\s*[°]?(?:\s*(?:mm|cm|m|米|度)?\s*(?:-|~|至|到|–|—)\s*(?<b>\d{1,6}(?:\.\d{1,9})?))?\s*(?<u>mm|cm|km|m|M|MM|CM|米|公尺|厘米|公分|毫米|公里|度|°)?$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?<a>\d{1,6}(?:\.\d{1,9})?)\s*°?\s*(?:±|\+-|\+/-)\s*(?<b>\d{1,6}(?:\.\d{1,9})?)\s*[°度]?$")]
    private static partial Regex GiveOrTake();

    [GeneratedRegex(@"^(?<a>\d{1,5}(?:\.\d{1,6})?)\s*[°度]?\s*[x×X*＊]\s*(?<b>\d{1,5}(?:\.\d{1,6})?)\s*[°度]?(?:\s*px)?$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^(?:≥|>=|不少于|不低于)?\s*(?<n>\d{1,5})(?:\.0+)?\s*(?:天|日|days?)?\s*(?:及以上|以上)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
