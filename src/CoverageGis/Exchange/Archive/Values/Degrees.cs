using System.Globalization;
using System.Text.RegularExpressions;

namespace CoverageGis.Exchange.Archive.Values;

/// <summary>A longitude or latitude as it was written.</summary>
/// <param name="Value">Degrees, or metres of a plane.</param>
/// <param name="Step">The smallest difference that was written, in the same unit: 0.01 for 118.84.</param>
internal readonly partial record struct Degrees(double Value, double Step)
{
    /// <summary>118.8412, E118.8412, 118°50′28.3″, 118-50-28.3, 118度50分28秒; null = none of these.</summary>
    public static Degrees? Parse(string text)
    {
        var plain = Word.Narrow(text).Trim().TrimEnd(',', ';');
        if (Plain().Match(plain) is { Success: true } number)
            return Of(number.Groups["n"].Value, IsNegative(number), 1);
        if (Parts().Match(plain) is not { Success: true } parts)
            return null;
        var (degrees, minutes) = (Of(parts.Groups["d"].Value, false, 1), Of(parts.Groups["m"].Value, false, 60));
        var seconds = parts.Groups["s"].Success ? Of(parts.Groups["s"].Value, false, 3600) : null;
        if (minutes is { Value: >= 1 } || seconds is { Value: >= 1.0 / 60 } || (seconds is not null && parts.Groups["m"].Value.Contains('.', StringComparison.Ordinal)))
            return null;
        var value = degrees!.Value.Value + (minutes?.Value ?? 0) + (seconds?.Value ?? 0);
        return new Degrees(IsNegative(parts) ? -value : value, (seconds ?? minutes)!.Value.Step);
    }

    private static bool IsNegative(Match match) => match.Groups["minus"].Success || match.Value.IndexOfAny(['W', 'w', 'S', 's', '西', '南']) >= 0;

    private static Degrees? Of(string digits, bool negative, double divisor)
    {
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return null;
        var decimals = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? digits.Length - point - 1 : 0;
        return new Degrees((negative ? -value : value) / divisor, Math.Pow(10, -decimals) / divisor);
    }

    [GeneratedRegex(@"^(?:[EWNSewns]|东经|西经|北纬|南纬)?\s*(?<minus>-)?(?<n>\d{1,9}(?:\.\d{0,20})?)\s*[°度]?\s*[EWNSewns]?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:[EWNSewns]|东经|西经|北纬|南纬)?\s*(?<minus>-)?(?<d>\d{1,3})\s*[°度:\-\s]\s*(?<m>\d{1,2}(?:\.\d{1,12})?)\s*(?:['′’分:\-\s]|$)\s*(?:(?<s>\d{1,2}(?:\.\d{1,12})?)\s*(?:""|″|”|''|′′|秒)?)?\s*[EWNSewns]?$")]
    private static partial Regex Parts();
}
