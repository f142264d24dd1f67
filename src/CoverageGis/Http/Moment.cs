using System.Globalization;
using System.Text.RegularExpressions;

namespace CoverageGis.Http;

/// <summary>A moment as people and addresses write it: ISO 8601 with its zone, such as 2026-11-23T14:05:00+08:00.</summary>
public static partial class Moment
{
    public const string Wanted = "a moment with its zone in ISO 8601, such as 2026-11-23T14:05:00+08:00 or 2026-11-23T06:05:00Z";

    /// <summary>The clock of another machine may be ahead of ours by so much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    /// <summary>Null when it is none. A plus sign that an address turned into a blank is taken for what it was.</summary>
    public static DateTime? Read(string text) =>
        Form().IsMatch(text) && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.UtcDateTime : null;

    /// <summary>What is wrong with a moment of which a state is asked, or null.</summary>
    public static string? Fault(string text) =>
        Read(text) is not { } moment ? $"is \"{text}\", and must be {Wanted}"
        : moment > DateTime.UtcNow + ClockSkew ? $"is {text}, which is still to come: ask for a moment that has passed, or leave it out for now"
        : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+ -]\d\d:?\d\d)$")]
    private static partial Regex Form();
}
