using System.Globalization;
using CoverageGis.Commands;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Datums;

/// <summary>What coordinates of a file mean, and how they become WGS 84: by a formula, by PROJ, or by one after the other.</summary>
/// <param name="Name">As it is declared and kept with a record: gcj02, EPSG:4549.</param>
/// <param name="Method">How the place was worked out, for whoever asks later.</param>
public sealed record Datum(string Name, string Method)
{
    public const string Right = "wgs84, cgcs2000, gcj02, bd09, EPSG:CODE (such as EPSG:4549), or grid:FILE for a local grid";

    public static readonly Datum Wgs84 = new("wgs84", "as delivered");

    public static readonly Datum Cgcs2000 = new("cgcs2000", "taken as WGS 84, the same to well under a metre");

    public static readonly Datum Gcj02 = new("gcj02", "inverse of the published GCJ-02 formula, by fixed point") { Formula = ChineseDatum.Gcj02ToWgs84 };

    public static readonly Datum Bd09 = new("bd09", "inverse of the published BD-09 and GCJ-02 formulas, by fixed point") { Formula = ChineseDatum.Bd09ToWgs84 };

    /// <summary>Longitude and latitude in degrees; else metres, x east and y north, whatever order the system itself names.</summary>
    public bool InDegrees { get; init; } = true;

    /// <summary>First; null = none.</summary>
    internal Func<Coordinate, Coordinate>? Formula { get; init; }

    /// <summary>Then: what PROJ takes to WGS 84, as EPSG:CODE or well-known text; null = it is there.</summary>
    internal string? Definition { get; init; }

    public bool IsWgs84 => Formula is null && Definition is null;

    /// <exception cref="BadInput">No such datum; or the file of a grid is not as it must be.</exception>
    public static Datum Parse(string text) => text.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
    {
        "wgs84" or "epsg:4326" => Wgs84,
        "cgcs2000" or "epsg:4490" => Cgcs2000,
        "gcj02" => Gcj02,
        "bd09" => Bd09,
        var word when CodeOf(word) is { } code => Epsg(code),
        var word when word.StartsWith("grid:", StringComparison.Ordinal) => LocalGrid.Read(text.Trim()["grid:".Length..]).AsDatum(),
        _ => throw new BadInput($"\"{text}\" is no datum. Right would be {Right}."),
    };

    /// <summary>Whether a word has the shape of a datum; what stands behind grid: is looked at when it is read.</summary>
    public static bool IsOne(string text) => text.StartsWith("grid:", StringComparison.OrdinalIgnoreCase) || Known(text) is not null;

    public static Datum Epsg(int code) => code switch
    {
        4326 => Wgs84,
        4490 => Cgcs2000,
        _ => OfDefinition(FormattableString.Invariant($"EPSG:{code}"), FormattableString.Invariant($"EPSG:{code}")),
    };

    /// <summary>A system that a file describes in words of its own.</summary>
    /// <param name="definition">What PROJ understands: EPSG:CODE, well-known text.</param>
    public static Datum OfDefinition(string name, string definition) =>
        new(name, $"PROJ, {name} to EPSG:4326") { Definition = definition, InDegrees = false };

    private static Datum? Known(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (BadInput)
        {
            return null;
        }
    }

    private static int? CodeOf(string word) =>
        word.StartsWith("epsg:", StringComparison.Ordinal) && int.TryParse(word["epsg:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is > 0 and < 1_000_000 ? code : null;
}
