using System.Globalization;
using System.Text.RegularExpressions;
using CoverageGis.Exchange.Datums;

namespace CoverageGis.Exchange.Layers;

/// <summary>What the coordinates of a layer mean: as the person says who delivers it, else as its file says.</summary>
internal static partial class LayerDatum
{
    public static Datum? Settle(Datum? asked, Datum stated, string name, ImportReport report)
    {
        if (asked is null)
            return stated.IsWgs84 && stated.Name == Datum.Wgs84.Name ? null : stated;
        if (asked.Name != stated.Name)
            report.Say(name, $"says {stated.Name}, but --datum says {asked.Name}: taken as {asked.Name}");
        return asked;
    }

    /// <summary>Well-known text, version 1 or 2, of EPSG or of ESRI.</summary>
    public static Datum OfDefinition(string definition)
    {
        if (Code().Match(definition) is { Success: true } code)
            return Datum.Epsg(int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture));
        if (!definition.TrimStart().StartsWith("GEOG", StringComparison.OrdinalIgnoreCase))
            return Datum.OfDefinition(Named(definition), definition);
        return Wgs84().IsMatch(definition) ? Datum.Wgs84 : Cgcs2000().IsMatch(definition) ? Datum.Cgcs2000
            : Datum.OfDefinition(Named(definition), definition) with { InDegrees = true };
    }

    private static string Named(string definition) =>
        Name().Match(definition) is { Success: true } name ? name.Groups[1].Value : "a system without a name";

    /// <summary>Of the system itself: the last thing in its text.</summary>
    [GeneratedRegex(@"(?:AUTHORITY|ID)\s*\[\s*""EPSG""\s*,\s*""?([0-9]{1,6})""?\s*\]\s*\]\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*\w+\s*\[\s*""([^""]{1,100})""")]
    private static partial Regex Name();

    [GeneratedRegex(@"""(GCS_WGS_1984|WGS[ _]?84|WGS[ _]1984)""", RegexOptions.IgnoreCase)]
    private static partial Regex Wgs84();

    [GeneratedRegex(@"""(GCS_China_Geodetic_Coordinate_System_2000|China[ _]Geodetic[ _]Coordinate[ _]System[ _]2000|CGCS[ _]?2000)""", RegexOptions.IgnoreCase)]
    private static partial Regex Cgcs2000();
}
