using System.Globalization;
using System.Text.Json;
using CoverageGis.Database;
using CoverageGis.Http;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Probes;

internal static class ProbeRoutes
{
    /// <summary>A camera farther from the point is told only when its stored view holds it, m.</summary>
    private const double Farthest = 1000;

    private const int MostCameras = 200;

    public static void MapProbe(this IEndpointRouteBuilder region) =>
        region.MapGet("/probe", (Delegate)ProbeAsync).Produces<ProbeAnswer>()
            .Accepts(Degrees("lon", 180, "Longitude of the point (WGS 84)."), Degrees("lat", 90, "Latitude of the point (WGS 84)."),
                QueryParameter.Text("purpose", 200, "What one wants to see there; absent: what the zone there asks for, else most zones."))
            .WithTags("Coverage").WithSummary("One point of the ground: what is there, which cameras see it, and what every other one in reach lacks.")
            .WithDescription("Cameras that see it come first, then those that lack least. At most 200, the nearest. Lengths in m, angles in degrees, densities in px/m.");

    private static async Task<IResult> ProbeAsync(HttpContext http)
    {
        var (query, region, token) = (http.Request.Query, http.State().Region, http.RequestAborted);
        if (Missing(query) is { Count: > 0 } faults)
            return TypedResults.ValidationProblem(faults, title: "The query is not as it must be.");
        var (lon, lat) = (Number(query, "lon"), Number(query, "lat"));
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(token);
        var (point, name, ground, plane) = await GroundAsync(connection, region, lon, lat, query.Text("purpose"), token);
        var purposes = await Surroundings.PurposesAsync(connection, region, token);
        if (!purposes.TryGetValue(name ?? "", out var purpose))
            return Answer.Wrong("purpose", $"is \"{name}\"; this region knows {string.Join(", ", purposes.Keys)}");
        var (cameras, limited) = await CamerasAsync(connection, region, plane, point, purpose, token);
        return TypedResults.Json(new ProbeAnswer(lon, lat, purpose.Name, purpose.MinPpm, purpose.ZMin, purpose.ZMax, purpose.MaxTilt, ground, cameras, limited));
    }

    private static async Task<(Coordinate Point, string? Purpose, JsonElement Ground, MetricPlane Plane)> GroundAsync(
        NpgsqlConnection connection, string region, double lon, double lat, string? purpose, CancellationToken token)
    {
        var found = await Surroundings.ReadAsync(connection, "ground-at-point",
            row => (new Coordinate(row.GetDouble(0), row.GetDouble(1)), row[2] as string, row.GetFieldValue<JsonElement>(3), PlaneOfRegion.Of(row.GetInt32(4), row.GetString(5))),
            token, region, lon, lat, purpose);
        return found[0];
    }

    private static async Task<(List<ProbedCamera> Cameras, bool Limited)> CamerasAsync(
        NpgsqlConnection connection, string region, MetricPlane plane, Coordinate point, Purpose purpose, CancellationToken token)
    {
        var ground = new Envelope(point);
        var cameras = await Surroundings.CamerasAsync(connection, region, ground, purpose.MinPpm, Farthest, MostCameras, token);
        var occluders = await Surroundings.OccludersAsync(connection, region, ground, cameras, token);
        var stored = await Surroundings.ReadAsync(connection, "views-at-point",
            row => new StoredSight(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row[4] as string, row[5] as string,
                row.GetString(6), row[7] as double?, row[8] as double?),
            token, region, point.X, point.Y, purpose.Name);
        return (new PointProbe(region, plane, point, purpose).Of(cameras, new Field(occluders), stored), cameras.Count == MostCameras);
    }

    private static Dictionary<string, string[]> Missing(IQueryCollection query) => new[] { "lon", "lat" }
        .Where(name => query.Text(name) is null).ToDictionary(name => name, _ => (string[])["is missing: give the point in degrees"]);

    private static QueryParameter Degrees(string name, double most, string description) => new(name, description,
        value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most
            ? null : FormattableString.Invariant($"is \"{value}\", and must be a number from {-most} to {most}"));

    private static double Number(IQueryCollection query, string name) => double.Parse(query.Text(name)!, CultureInfo.InvariantCulture);
}
