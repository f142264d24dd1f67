using System.Globalization;
using System.Text.RegularExpressions;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Archive.Values;

/// <summary>A date as archives write it, brought to yyyy-MM-dd; yyyy-MM or yyyy where no more was written.</summary>
internal static partial class Day
{
    private const int FirstSerial = 20_000, LastSerial = 60_000;   // 1954 .. 2064: other numbers of five digits are none

    /// <returns>null when it is none, or when day and month cannot be told apart.</returns>
    public static string? Parse(string text)
    {
        var plain = Word.Narrow(text).Trim();
        if (Serial().IsMatch(plain))
            return double.Parse(plain, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial and var serial ? DateStyles.Day(serial, false) : null;
        if (Usual().Match(plain) is { Success: true } usual)
            return Checked(usual);
        if (Compact().Match(plain) is { Success: true } compact)
            return Checked(compact);
        if (YearLast().Match(plain) is { Success: true } last)
            return Told(last);
        return null;
    }

    private static string? Checked(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (year is < 1900 or > 2200 || month is < 1 or > 12)
            return null;
        if (month is null)
            return string.Create(CultureInfo.InvariantCulture, $"{year}");
        if (day is null)
            return string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}");
        return day >= 1 && day <= DateTime.DaysInMonth(year!.Value, month.Value) ? string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}") : null;
    }

    /// <summary>25/12/2024 and 12/25/2024 tell themselves which is the day; 05/03/2024 does not.</summary>
    private static string? Told(Match match)
    {
        var (one, other, year) = (Number(match, "a")!.Value, Number(match, "b")!.Value, Number(match, "y")!.Value);
        var (month, day) = one > 12 ? (other, one) : (one, other);
        return (one > 12) == (other > 12) && one != other || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null : string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}");
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\d{5}(\.\d+)?$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(?<y>\d{4})(?:\s*[-/.年]\s*(?<m>\d{1,2})(?:\s*[-/.月]\s*(?<d>\d{1,2})\s*日?)?\s*月?)?\s*年?(?:[T\s]+\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?\s*[秒分]?(?:Z|[+-]\d{2}:?\d{2})?)?$")]
    private static partial Regex Usual();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?:\s*\d{6})?$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>(?:19|20)\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$")]
    private static partial Regex YearLast();
}
