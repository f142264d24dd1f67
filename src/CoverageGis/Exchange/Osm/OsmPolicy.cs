using System.Text.Json;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Osm;

/// <summary>How OpenStreetMap is read where it leaves a choice: data/osm-sites.json and data/osm-heights.json. Metres.</summary>
public sealed class OsmPolicy
{
    private readonly JsonElement _sites;
    private readonly JsonElement _heights;

    private OsmPolicy(JsonElement sites, JsonElement heights)
    {
        (_sites, _heights) = (sites, heights);
        Roads = Set("roads");
        MainRoads = Set("main_roads");
        NearestRoad = sites.GetProperty("nearest_road_m").GetDouble();
        PlatformToStop = sites.GetProperty("platform_to_stop_m").GetDouble();
        LargeMall = sites.GetProperty("large_mall_m2").GetDouble();
        TerminalToAerodrome = sites.GetProperty("terminal_to_aerodrome_m").GetDouble();
        OldBefore = DateOnly.Parse(sites.GetProperty("old_before").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Level = Pair(heights.GetProperty("level_m"));
        CanopyBase = heights.GetProperty("canopy_base_m").GetDouble();
        CanopyThickness = heights.GetProperty("canopy_thickness_m").GetDouble();
        Highest = heights.GetProperty("highest_m").GetDouble();
    }

    /// <summary>Classes of highway that count when the nearest road of a bus stop is looked for.</summary>
    public IReadOnlySet<string> Roads { get; }

    public IReadOnlySet<string> MainRoads { get; }

    public double NearestRoad { get; }

    public double PlatformToStop { get; }

    public double LargeMall { get; }

    public double TerminalToAerodrome { get; }

    public DateOnly OldBefore { get; }

    /// <summary>Height of one storey.</summary>
    public Interval Level { get; }

    public double CanopyBase { get; }

    public double CanopyThickness { get; }

    /// <summary>What claims to be higher is a mistake.</summary>
    public double Highest { get; }

    public static OsmPolicy Load() => new(Read("osm-sites.json"), Read("osm-heights.json"));

    /// <summary>Of the disc that stands for a site that is only a point.</summary>
    public double Radius(string category) => _sites.GetProperty("radius_m").GetProperty(category).GetDouble();

    public Interval BuildingHeight(string use) => Pair(Named(_heights.GetProperty("building"), use));

    public Interval WallHeight(string use) => Pair(Named(_heights.GetProperty("wall"), use));

    public double WallWidth(string use) => Named(_heights.GetProperty("wall_width_m"), use).GetDouble();

    private static JsonElement Named(JsonElement table, string name) =>
        table.TryGetProperty(name, out var value) ? value : table.GetProperty("default");

    private static Interval Pair(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private HashSet<string> Set(string name) =>
        [.. _sites.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", file)));
        return document.RootElement.Clone();
    }
}
