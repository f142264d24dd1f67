using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Coverage;

/// <summary>All that an analysis found in every region, as sorted lines: what is compared, and how far it may differ.</summary>
internal static class RegionSnapshot
{
    /// <summary>Areas to a hundredth of a square metre: results live on while they change by less than a tenth of that.</summary>
    private static readonly (string What, string Sql)[] Parts =
    [
        ("watched", "select format('%s %s/%s %s %s', region, site, zone, purpose, round(area_m2::numeric, 2)) from watched_area"),
        ("view", "select format('%s %s %s %s %s %s %s %s', region, camera_region, code, purpose, certainty, light, working, round(ST_Area(geom)::numeric, 2)) from view"),
        ("sight", "select format('%s %s %s %s', k.region, c.code, k.estimated, k.blind) from camera_sight k join camera c on c.id = k.camera"),
        ("coverage", "select format('%s %s/%s %s %s %s %s %s %s %s %s %s %s', region, site, zone, purpose, required_ratio, hours, cameras, gaps, compliant, round(seen_m2::numeric, 2), round(unseen_m2::numeric, 2), round(ratio_nominal::numeric, 4), round(ratio_night::numeric, 4)) from coverage where valid_to = 'infinity'"),
        ("gap", "select format('%s %s/%s %s %s %s %s', region, site, zone, certainty, round(area_m2::numeric, 2), round(ST_X(ST_Centroid(geom))::numeric, 2), round(ST_Y(ST_Centroid(geom))::numeric, 2)) from gap where valid_to = 'infinity'"),
        ("cause", "select format('%s %s/%s %s %s %s', region, site, zone, round(ST_X(ST_Centroid(geom))::numeric, 2), round(ST_Y(ST_Centroid(geom))::numeric, 2), cause) from gap where valid_to = 'infinity'"),
        ("overreach", "select format('%s %s %s %s %s %s', region, camera_region, camera, area, certainty, round(area_m2::numeric, 2)) from overreach where valid_to = 'infinity'"),
        ("invalid", "select format('view %s %s', region, code) from view where not ST_IsValid(geom) union all select format('watched %s %s', region, site) from watched_area where not ST_IsValid(geom) union all select format('gap %s %s', region, site) from gap where not ST_IsValid(geom)"),
        ("open", "select format('change %s %s', region, kind) from change union all select format('stale camera %s', region) from stale_camera union all select format('stale zone %s', region) from stale_zone union all select format('stale site %s', region) from stale_site"),
    ];

    public static async Task<List<string>> TakeAsync(NpgsqlDataSource database, CancellationToken token)
    {
        var lines = new List<string>();
        await using var connection = await database.OpenConnectionAsync(token);
        foreach (var (what, sql) in Parts)
        {
            await using var command = connection.With(sql);
            await using var row = await command.ExecuteReaderAsync(token);
            while (await row.ReadAsync(token))
                lines.Add($"{what}: {row.GetString(0)}");
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Forgets everything that was computed, as if nothing had ever been analysed.</summary>
    public static async Task ForgetAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.RunAsync("truncate view, camera_sight, watched_area, coverage, gap, overreach, analysis, change, stale_camera, stale_site, stale_zone, stale_cause", token);
    }

    /// <summary>Lines that only one of them has, allowing numbers to differ in their last digit.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var rest = other.ToList();
        var lost = new List<string>();
        foreach (var line in one)
        {
            var match = rest.FindIndex(r => IsSame(line, r));
            if (match >= 0)
                rest.RemoveAt(match);
            else
                lost.Add("- " + line);
        }
        return [.. lost, .. rest.Select(r => "+ " + r)];
    }

    private static bool IsSame(string one, string other)
    {
        if (one == other)
            return true;
        var (a, b) = (one.Split(' '), other.Split(' '));
        return a.Length == b.Length && a.Zip(b).All(w => w.First == w.Second || IsNear(w.First, w.Second));
    }

    private static bool IsNear(string one, string other) =>
        one.Contains('.', StringComparison.Ordinal) && double.TryParse(one, out var a) && double.TryParse(other, out var b) && Math.Abs(a - b) < 0.021;
}
