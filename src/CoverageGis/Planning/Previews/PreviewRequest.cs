using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange.Scene;
using CoverageGis.Views;
using NetTopologySuite.Geometries;

namespace CoverageGis.Planning.Previews;

/// <summary>A camera as it would be: what the caller changes of its record, in the words of the exchange form.</summary>
internal sealed record PreviewRequest(JsonElement Body, CameraItem Camera, double[]? Position, string? Purpose, bool Ratios)
{
    /// <param name="code">Null = a camera that does not exist yet.</param>
    /// <param name="faults">All that is wrong, by property.</param>
    public static PreviewRequest Read(JsonObject body, string? code, Dictionary<string, string[]> faults)
    {
        body["code"] = code ?? "preview";
        var element = JsonSerializer.SerializeToElement(body);
        var properties = new FeatureProperties(element);
        properties.Ignore("position", "purpose", "ratios", "code");
        var position = properties.Numbers("position", -180, 180)?.ToArray();
        if (position is { } given && (given.Length != 2 || Math.Abs(given[1]) > 90))
            properties.Faults.Add("position must be [longitude, latitude]");
        if (position is null && code is null && !properties.Has("position"))
            properties.Faults.Add("position is missing; right would be [longitude, latitude]");
        var (purpose, ratios) = (properties.CodeOrNone("purpose"), properties.Flag("ratios") ?? false);
        var camera = (CameraItem)SceneCamera.Read(properties, position is { Length: 2 } place ? new Point(place[0], place[1]) : null, "preview");
        foreach (var (unknown, _) in properties.Rest() ?? [])
            properties.Faults.Add($"{unknown} is not known here");
        foreach (var fault in properties.Faults.GroupBy(f => f[..Math.Max(0, f.IndexOf(' ', StringComparison.Ordinal))]))
            faults[fault.Key] = [.. fault.Select(f => f[(fault.Key.Length + 1)..])];
        return new PreviewRequest(element, camera, position, purpose, ratios);
    }

    /// <summary>The record with what the caller says instead; a property that is given as null is unknown.</summary>
    public CameraRecord Of(CameraRecord record) => record with
    {
        Type = Has("type") ? Camera.Type : record.Type,
        PositionTolerance = Has("position_tolerance") || Position is not null ? Camera.PositionTolerance : record.PositionTolerance,
        Azimuths = Has("azimuth") || Has("azimuths") ? Camera.Azimuths?.ToArray() : record.Azimuths,
        AzimuthTolerance = Has("azimuth") || Has("azimuths") || Has("azimuth_tolerance") ? Camera.AzimuthTolerance : record.AzimuthTolerance,
        Hfov = Camera.Hfov ?? record.Hfov,
        Vfov = Camera.Vfov ?? record.Vfov,
        Tilt = Camera.Tilt ?? record.Tilt,
        Height = Camera.Height ?? record.Height,
        Pixels = Camera.Pixels ?? record.Pixels,
        Range = Has("range") ? Camera.Range : record.Range,
        HfovKnown = Camera.Hfov is not null || record.HfovKnown,
        VfovKnown = Camera.Vfov is not null || record.VfovKnown,
        TiltKnown = Camera.Tilt is not null || record.TiltKnown,
        HeightKnown = Camera.Height is not null || record.HeightKnown,
        PixelsKnown = Camera.Pixels is not null || record.PixelsKnown,
        OnWall = Has("mount") ? Camera.Mount == "wall" : record.OnWall,
        Indoor = Has("indoor") ? Camera.Indoor : record.Indoor,
        Working = !Has("status") ? record.Working : Camera.Status == "in_use",
    };

    public bool Has(string name) => Body.TryGetProperty(name, out _);
}
