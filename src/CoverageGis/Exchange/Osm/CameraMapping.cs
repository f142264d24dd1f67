using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Osm;

/// <summary>Surveillance cameras. What is not tagged stays unknown.</summary>
public sealed class CameraMapping(ImportReport report)
{
    public IEnumerable<SceneItem> Items(OsmThing thing)
    {
        if (!Mapping.IsCamera(thing.Tags))
            yield break;
        if (thing.Tags.Is("surveillance:type", "guard", "gunshot_detector"))
        {
            report.Skip("camera", thing.Ref, $"surveillance:type={thing.Tags["surveillance:type"]} is no camera");
            yield break;
        }
        yield return Camera(thing);
    }

    private CameraItem Camera(OsmThing thing)
    {
        var tags = thing.Tags;
        var camera = new CameraItem(thing.Ref, tags.Name ?? $"Camera {thing.Ref[(thing.Ref.IndexOf('/', StringComparison.Ordinal) + 1)..]}", thing.Shape.Centroid)
        {
            Ref = thing.Ref,
            Type = Type(tags),
            Mount = tags.Is("camera:mount", "wall", "building", "wall_mounted") ? "wall" : "pole",
            Indoor = tags.Is("surveillance", "indoor") || tags.Is("indoor", "yes") || tags.Is("location", "indoor"),
            Height = Height(thing),
            Tilt = Tilt(thing),
            Attributes = thing.Attributes(),
        };
        camera.Position.SRID = 4326;
        return (tags["camera:direction"] ?? tags["direction"]) is { } text ? Aimed(camera, thing, text) : camera;
    }

    private static string Type(Tags tags) => tags["camera:type"] switch
    {
        _ when tags.Is("surveillance:type", "ALPR") => "checkpoint",
        "fixed" => "bullet",
        "dome" => "half_dome",
        "panning" => "dome_ptz",
        _ => "other",
    };

    /// <summary>A span is the field of view of a fixed camera; of any other it is a swing, and merely possible.</summary>
    private CameraItem Aimed(CameraItem camera, OsmThing thing, string text)
    {
        if (Directions.Read(text) is not { } directions)
        {
            report.Say(thing.Ref, $"direction \"{text}\" is none; right would be degrees, a point of the compass, A-B or a list with \";\". Taken as unknown");
            return camera;
        }
        var widest = directions.Max(d => d.Width);
        var aimed = camera with { Azimuths = [.. directions.Select(d => d.Middle)] };
        if (widest == 0)
            return aimed;
        return camera.Type is "bullet" or "checkpoint" && directions.All(d => d.Width == widest)
            ? aimed with { Hfov = Interval.Exactly(widest) } : aimed with { AzimuthTolerance = widest / 2 };
    }

    private Interval? Height(OsmThing thing)
    {
        if (thing.Tags["height"] is not { } text)
            return null;
        if (Heights.Read(text) is { Min: > 0, Max: <= 300 } height)
            return height;
        report.Say(thing.Ref, $"height \"{text}\" is no height of a camera; taken as unknown");
        return null;
    }

    private Interval? Tilt(OsmThing thing)
    {
        if (thing.Tags["camera:angle"] is not { } text)
            return null;
        if (Tags.Number(text.TrimEnd('°')) is { } angle && Math.Abs(angle) <= 90)
            return Interval.Exactly(Math.Abs(angle));
        report.Say(thing.Ref, $"camera:angle \"{text}\" is no angle below the horizontal; taken as unknown");
        return null;
    }

}
