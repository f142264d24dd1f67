using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Archive;

/// <summary>Where a record says that its camera stands, exactly as it was written.</summary>
/// <param name="Tolerance">m, from the digits that were written.</param>
internal sealed record ArchivePlace(double X, double Y, double Tolerance)
{
    public const string Longitude = "经度", Latitude = "纬度";

    /// <summary>Around China: what lies outside it and inside when turned round was written the wrong way round.</summary>
    private static readonly Envelope China = new(73, 136, 3, 54);

    /// <summary>Degrees around a region within which its cameras may lie.</summary>
    private const double Margin = 1;

    /// <summary>Digits that leave open more than this are told and counted, degrees.</summary>
    private const double CoarseStep = 2e-4;

    private const double MetresPerDegree = 111_320;

    public Point ToPoint() => new(X, Y) { SRID = FeatureShape.Wgs84 };

    /// <param name="around">Longitude and latitude of the region; null = not known.</param>
    /// <returns>null with a fault told, or without one when the record names no place.</returns>
    public static ArchivePlace? Read(ArchiveRecord record, bool inDegrees, Envelope? around, ArchiveRemarks remarks)
    {
        if (!record.Has(Longitude) && !record.Has(Latitude))
            return null;
        var (x, y) = (One(record, Longitude, "118.8412 or 118°50′28.3″"), One(record, Latitude, "32.3401 or 32°20′24.4″"));
        if (x is not { } east || y is not { } north)
            return null;
        if (east.Value == 0 && north.Value == 0)
            return null;
        if (inDegrees && Wrong(east.Value, north.Value, around) is { } wrong)
        {
            record.Faults.Add(wrong);
            return null;
        }
        return new ArchivePlace(east.Value, north.Value, inDegrees ? Coarse(Math.Min(east.Step, north.Step), record, remarks) : 0);
    }

    private static Degrees? One(ArchiveRecord record, string field, string right)
    {
        if (!record.Has(field))
            record.Faults.Add($"{field} is missing, the other coordinate is there; right would be both or none");
        else if (Degrees.Parse(record[field]) is { } degrees)
            return degrees;
        else
            record.Fault(field, right);
        return null;
    }

    private static string? Wrong(double x, double y, Envelope? around)
    {
        var near = around is null ? China : new Envelope(around.MinX - Margin, around.MaxX + Margin, around.MinY - Margin, around.MaxY + Margin);
        var onEarth = Math.Abs(x) <= 180 && Math.Abs(y) <= 90;
        if (near.Contains(y, x) && !near.Contains(x, y))
            return FormattableString.Invariant($"longitude and latitude are swapped: {Longitude} {x}, {Latitude} {y}; right would be {Longitude} {y}, {Latitude} {x}");
        return onEarth ? null : Math.Abs(x) <= 90 && Math.Abs(y) <= 180
            ? FormattableString.Invariant($"{Longitude} {x}, {Latitude} {y} is not on earth: are they swapped? Right would be {Longitude} {y}, {Latitude} {x}")
            : FormattableString.Invariant($"{Longitude} {x}, {Latitude} {y} is not on earth; right would be degrees, or --datum with the plane they are in");
    }

    private static double Coarse(double step, ArchiveRecord record, ArchiveRemarks remarks)
    {
        if (step <= CoarseStep)
            return 0;
        var metres = Math.Ceiling(step / 2 * MetresPerDegree);
        remarks.Say(FormattableString.Invariant($"coordinates are written with so few digits that the place is known to ±{metres} m only, and was taken so"), record.Ref);
        return Math.Min(metres, 10_000);
    }
}
