using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>A scene being drawn in local metres round an origin, and written in the exchange form.</summary>
/// <param name="srid">Written into the file; null = left to the program, which is to come upon <paramref name="plane"/>.</param>
internal sealed class SceneDraft(string region, double longitude, double latitude, int? srid, int plane)
{
    private readonly Plane _plane = Plane.Of(plane);
    private readonly JsonArray _features = [new JsonObject
    {
        ["type"] = "Feature", ["geometry"] = null,
        ["properties"] = new JsonObject { ["kind"] = "region", ["code"] = region, ["name"] = region, ["srid"] = srid },
    }];

    private int _count;

    public string Region => region;

    /// <summary>Where cameras are wanted.</summary>
    public List<(double X, double Y)> Hearts { get; } = [];

    /// <summary>How far the plane's north lies from true north at the origin of <see cref="InNanjing"/>, degrees.</summary>
    public static double NanjingConvergence { get; } = (118.8 - 120) * Math.Sin(32.06 * Math.PI / 180);

    /// <summary>In Nanjing, in the plane that the program chooses there.</summary>
    public static SceneDraft InNanjing(string region) => new(region, 118.8, 32.06, null, 4549);

    public override string ToString() =>
        new JsonObject { ["type"] = "FeatureCollection", ["features"] = _features.DeepClone() }.ToJsonString();

    public string Camera(double x, double y, JsonObject properties)
    {
        var code = $"C{++_count}";
        properties["code"] = code;
        Add("camera", At(x, y), properties);
        return code;
    }

    public void Building(Shape shape, double height, double bottom = 0) => Add("occluder", shape.Geometry(Position),
        bottom > 0 ? new() { ["height"] = height, ["base"] = bottom } : new() { ["height"] = height });

    public void Occluder(Shape shape, JsonObject properties) => Add("occluder", shape.Geometry(Position), properties);

    public void LineWall(double width, double height, params (double X, double Y)[] line) => Add("occluder",
        new() { ["type"] = "LineString", ["coordinates"] = new JsonArray([.. line.Select(p => Position(p.X, p.Y))]) },
        new() { ["height"] = height, ["width"] = width });

    public void Site(string code, string category, Shape shape, JsonObject? properties = null) =>
        Add("site", shape.Geometry(Position), With(properties, ("code", code), ("category", category)));

    public void RoundSite(string code, string category, double x, double y, double radius) =>
        Add("site", At(x, y), With(new() { ["radius"] = radius }, ("code", code), ("category", category)));

    public void Zone(string site, string code, Shape shape, JsonObject? properties = null) =>
        Add("zone", shape.Geometry(Position), With(properties, ("site", site), ("code", code)));

    public void NotWatched(string kind, Shape shape, JsonObject? properties = null) =>
        Add(kind, shape.Geometry(Position), With(properties, ("reason", "drawn")));

    public void Purpose(string name, double density, double low, double high, double? steepest = null) => Add("purpose", null,
        With(steepest is null ? null : new() { ["max_tilt"] = steepest }, ("name", name), ("min_ppm", density), ("z_min", low), ("z_max", high)));

    public void Policy(string category, string purpose, JsonObject? properties = null) =>
        Add("policy", null, With(properties, ("category", category), ("purpose", purpose)));

    private void Add(string kind, JsonObject? geometry, JsonObject properties)
    {
        properties["kind"] = kind;
        _features.Add((JsonNode)new JsonObject { ["type"] = "Feature", ["geometry"] = geometry, ["properties"] = properties });
    }

    private static JsonObject With(JsonObject? properties, params (string Name, JsonNode Value)[] more)
    {
        properties ??= [];
        foreach (var (name, value) in more)
            properties[name] = value;
        return properties;
    }

    private JsonObject At(double x, double y) => new() { ["type"] = "Point", ["coordinates"] = Position(x, y) };

    private JsonArray Position(double x, double y)
    {
        var (originX, originY) = _plane.Project(longitude, latitude);
        var (lon, lat) = _plane.Unproject(originX + x, originY + y);
        return [lon, lat];
    }
}
