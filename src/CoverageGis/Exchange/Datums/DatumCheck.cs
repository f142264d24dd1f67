using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange.Datums;

/// <summary>
/// Holds the cameras of a delivery against buildings, roads and sites, as they stand by the declared datum and as they
/// would by another: GCJ-02 is off by 540 m around Nanjing, BD-09 by 1.2 km. Warns with numbers, decides nothing.
/// </summary>
public static class DatumCheck
{
    /// <summary>So many tell of a datum what 100 000 would.</summary>
    private const int MostCameras = 1000;

    private static readonly (string Datum, Func<Coordinate, Coordinate> ToWgs84, Func<Coordinate, Coordinate> FromWgs84)[] Hypotheses =
    [
        ("wgs84", p => p, p => p),
        ("gcj02", ChineseDatum.Gcj02ToWgs84, ChineseDatum.Wgs84ToGcj02),
        ("bd09", ChineseDatum.Bd09ToWgs84, ChineseDatum.Wgs84ToBd09),
    ];

    /// <summary>Called when everything is merged, so that what the delivery brings beside its cameras counts as well.</summary>
    /// <param name="declared">Of the cameras; null = there are none, or they are of several.</param>
    public static async Task RunAsync(
        NpgsqlConnection connection, SettledRegion region, Datum? declared, ImportReport report, CancellationToken token)
    {
        if (declared is null)
            return;
        var places = await PlacesAsync(connection, token);
        var fits = places.Count == 0 ? [] : await FitsAsync(connection, region, Hypothetical(places, declared.Name), token);
        var own = Hypotheses.Any(h => h.Datum == declared.Name) ? declared.Name : "wgs84";
        if (fits.Find(f => f.Datum == own) is not { } now
            || fits.Where(f => f.IsMuchBetterThan(now)).MinBy(f => (f.Inside + f.OffRoad - f.AtSite, f.Datum)) is not { } better)
            return;
        report.Say("datum check", FormattableString.Invariant($"{now.Cameras} cameras were held against buildings, roads and sites. As declared ({declared.Name}): {now.Told}. ")
            + $"Taken as {better.Datum}: {better.Told}. Are the coordinates {better.Datum}? Taken as declared; import them again with --datum {better.Datum} if so");
    }

    private static async Task<List<Coordinate>> PlacesAsync(NpgsqlConnection connection, CancellationToken token)
    {
        List<Coordinate> places = [];
        await using var command = connection.With(Statement.Of(typeof(DatumCheck), "cameras-to-check"), MostCameras);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            places.Add(new Coordinate(row.GetDouble(0), row.GetDouble(1)));
        return places;
    }

    /// <summary>Where each camera stands under each hypothesis about what was delivered.</summary>
    private static List<(string Datum, int Camera, Coordinate Place)> Hypothetical(List<Coordinate> places, string declared)
    {
        var delivered = Hypotheses.FirstOrDefault(h => h.Datum == declared).FromWgs84 ?? (p => p);
        return [.. Hypotheses.SelectMany(h => places.Select((p, i) => (h.Datum, i, h.ToWgs84(delivered(p)))))];
    }

    private static async Task<List<DatumFit>> FitsAsync(
        NpgsqlConnection connection, SettledRegion region, List<(string Datum, int Camera, Coordinate Place)> spots, CancellationToken token)
    {
        List<DatumFit> fits = [];
        await using var command = connection.With(Statement.Of(typeof(DatumCheck), "datum-fit"), region.Code,
            spots.Select(s => s.Datum).ToArray(), spots.Select(s => s.Camera).ToArray(),
            spots.Select(s => s.Place.X).ToArray(), spots.Select(s => s.Place.Y).ToArray(), region.Srid);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            fits.Add(new DatumFit(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetBoolean(5), row.GetBoolean(6)));
        return fits;
    }
}
