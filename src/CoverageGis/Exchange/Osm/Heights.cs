using System.Globalization;
using System.Text.RegularExpressions;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Osm;

/// <summary>Heights as mappers write them: "12", "12 m", "12.5m", "40 ft", "40'6\"", "10-12"; metres.</summary>
public static partial class Heights
{
    private const double Foot = 0.3048, Inch = 0.0254;

    /// <returns>An exact height, a range as an interval, or null for what is no height.</returns>
    public static Interval? Read(string? text)
    {
        if (text is null)
            return null;
        if (Feet().Match(text) is { Success: true } feet)
            return Interval.Exactly((Number(feet.Groups[1].Value) * Foot) + (feet.Groups[2].Success ? Number(feet.Groups[2].Value) * Inch : 0));
        if (Metres().Match(text) is not { Success: true } metres)
            return null;
        var unit = metres.Groups[3].Value is "ft" or "feet" ? Foot : 1;
        var from = Number(metres.Groups[1].Value) * unit;
        var to = metres.Groups[2].Success ? Number(metres.Groups[2].Value) * unit : from;
        return from <= to ? new Interval(from, to) : null;
    }

    private static double Number(string text) => double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex("""^\s*(\d+(?:\.\d+)?)\s*'\s*(?:(\d+(?:\.\d+)?)\s*(?:"|''))?\s*$""")]
    private static partial Regex Feet();

    [GeneratedRegex("""^\s*~?(\d+(?:[.,]\d+)?)(?:\s*-\s*(\d+(?:[.,]\d+)?))?\s*(m|metres|meters|ft|feet)?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Metres();
}
