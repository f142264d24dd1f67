using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange;

/// <summary>The region that a delivery belongs to.</summary>
/// <param name="Srid">EPSG code of its metric plane.</param>
/// <param name="IsNew">Created by this delivery.</param>
/// <param name="Before">What this delivery changed of the region itself; null = nothing.</param>
public sealed record SettledRegion(string Code, int Srid, bool IsNew, RegionBefore? Before = null);

/// <param name="Boundary">In the region's plane.</param>
public sealed record RegionBefore(string Name, Geometry? Boundary);

/// <summary>Finds the region of a delivery, or creates it; holds it, so that two deliveries to it wait for each other.</summary>
public static class RegionOfDelivery
{
    private const int ReasonsShown = 10;

    private sealed record Known(int Srid, string Name);

    public static async Task<SettledRegion> SettleAsync(
        NpgsqlConnection connection, RegionItem? given, ImportReport report, ImportOptions options, CancellationToken token)
    {
        var code = Agreed(given, options);
        await connection.RunAsync(Text("lock-region"), token, code);
        var known = await FindAsync(connection, code, token);
        var middle = await Strays.MiddleAsync(connection, token);
        var srid = known?.Srid ?? await PlaneAsync(connection, given, middle, report, options, token);
        if (middle is not null)
        {
            await Strays.RequireFitAsync(connection, middle, given, srid, options, token);
            await Strays.SkipAsync(connection, middle, report, token);
        }
        return known is null
            ? await CreateAsync(connection, code, srid, given, report, token)
            : await KnownAsync(connection, code, known, given, report, options, token);
    }

    private static async Task<SettledRegion> KnownAsync(
        NpgsqlConnection connection, string code, Known known, RegionItem? given, ImportReport report, ImportOptions options, CancellationToken token)
    {
        if (given?.Srid is { } srid && srid != known.Srid)
            throw new BadInput($"{options.File}, {given.Ref}: srid {srid}, but region {code} is kept in EPSG:{known.Srid}. "
                + $"Leave srid out or write {known.Srid}; a plane is never changed under existing records.");
        var before = given is null ? null
            : await UpdateAsync(connection, code, given.Name.Length > 0 ? given.Name : known.Name, given.Boundary, report, token);
        return new SettledRegion(code, known.Srid, false, before);
    }

    private static string Agreed(RegionItem? given, ImportOptions options) => (given?.Code, options.Region) switch
    {
        (null, null) => throw new BadInput(
            $"{options.File} does not say which region it belongs to. Add --region CODE, or a feature with kind region."),
        ({ } file, { } option) when file != option => throw new BadInput(
            $"{options.File} is of region {file}, but --region says {option}. Leave --region out, or correct one of them."),
        var (file, option) => Valid(option ?? file!),
    };

    private static string Valid(string code) =>
        code.Length is > 0 and <= 32 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? code
            : throw new BadInput($"\"{code}\" is no region code. Right would be 1 to 32 letters, digits, _ or -, such as 320116.");

    private static async Task<SettledRegion> CreateAsync(
        NpgsqlConnection connection, string code, int srid, RegionItem? given, ImportReport report, CancellationToken token)
    {
        await connection.RunAsync(Text("create-region"), token, code, given?.Name is { Length: > 0 } name ? name : code, srid, given?.Boundary);
        await ShippedPolicies.AddAsync(connection, code, token);
        if (given?.Boundary is not null)
            await connection.RunAsync(Text("neighbours-changed"), token, code);
        if (given is not null)
            report.Kind("region").New = 1;
        return new SettledRegion(code, srid, true);
    }

    /// <returns>What it was before; null when it is the same.</returns>
    public static async Task<RegionBefore?> UpdateAsync(
        NpgsqlConnection connection, string code, string name, Geometry? boundary, ImportReport report, CancellationToken token)
    {
        var before = await BeforeAsync(connection, code, name, boundary, token);
        if (before is not null)
            await connection.RunAsync(Text("neighbours-changed"), token, code);
        var counts = report.Kind("region");
        (counts.Changed, counts.Unchanged) = before is null ? (0, 1) : (1, 0);
        return before;
    }

    private static async Task<RegionBefore?> BeforeAsync(
        NpgsqlConnection connection, string code, string name, Geometry? boundary, CancellationToken token)
    {
        await using var command = connection.With(Text("update-region"), code, name, boundary);
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token)
            ? new RegionBefore(row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<Geometry>(1)) : null;
    }

    /// <summary>As the file says, else by the median of what it holds: a header's box or one stray point does not decide.</summary>
    private static async Task<int> PlaneAsync(
        NpgsqlConnection connection, RegionItem? given, Coordinate? middle, ImportReport report, ImportOptions options, CancellationToken token)
    {
        if (given?.Srid is { } asked)
            return await MetricAsync(connection, asked, given.Ref, options, token);
        if ((middle ?? given?.Boundary?.Centroid.Coordinate) is { } place)
            return MetricPlane.DefaultSrid(place.X, place.Y);
        throw new BadInput($"{options.File} holds no site, camera or occluder that can be taken, so there is nothing to make a region of. "
            + Reasons(report));
    }

    private static async Task<int> MetricAsync(
        NpgsqlConnection connection, int srid, string reference, ImportOptions options, CancellationToken token)
    {
        if (await connection.ValueAsync<bool>(Text("is-metric"), token, srid))
            return srid;
        throw new BadInput($"{options.File}, {reference}: srid {srid} is not a plane in metres that the database knows. "
            + "Right would be a projected EPSG code, such as 4549 (CGCS2000, 120° E), or no srid.");
    }

    private static string Reasons(ImportReport report)
    {
        var skipped = report.Kinds.Values.Sum(k => k.Skipped);
        return skipped == 0 ? "./coverage import --help names what is looked for."
            : $"{skipped} things were skipped:\n" + string.Join('\n', report.Problems.Take(ReasonsShown).Select(p => $"  {p.Ref} {p.Reason}"))
                + (report.Problems.Count > ReasonsShown ? $"\n  … and {report.Problems.Count - ReasonsShown} more" : "");
    }

    private static async Task<Known?> FindAsync(NpgsqlConnection connection, string code, CancellationToken token)
    {
        await using var command = connection.With(Text("find-region"), code);
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? new Known(row.GetInt32(0), row.GetString(1)) : null;
    }

    private static string Text(string statement) => Statement.Of(typeof(Staging), statement);
}
