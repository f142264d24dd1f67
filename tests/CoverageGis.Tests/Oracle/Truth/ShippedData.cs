using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>The tables in the folder data, read from the checkout and not by way of the program.</summary>
internal static class ShippedData
{
    public static JsonObject CameraDefaults { get; } = Read("camera-defaults.json");

    public static IEnumerable<Target> Targets => Read("purposes.json").Select(p => TargetOf(p.Key, p.Value!.AsObject()));

    public static IEnumerable<Policy> Policies => Read("policies.json").Select(p => PolicyOf(p.Key, p.Value!.AsObject()));

    public static Target TargetOf(string name, JsonObject p) => new(
        name, (double)p["min_ppm"]!, (double)p["z_min"]!, (double)p["z_max"]!, (double?)p["max_tilt"]);

    public static Policy PolicyOf(string category, JsonObject p) => new(
        category, (string)p["purpose"]!, (int?)p["min_cameras"] ?? 1, (bool?)p["counts_capture"] ?? false,
        (double?)p["ring_width"] ?? 15, (double?)p["required_ratio"] ?? 1);

    private static JsonObject Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "data", name);
            if (File.Exists(file) && File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln")))
                return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
        throw new FileNotFoundException($"data/{name} lies in no folder above {AppContext.BaseDirectory}.");
    }
}
