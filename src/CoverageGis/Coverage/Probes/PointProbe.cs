using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Coverage.Probes;

/// <summary>What the stored views say of one camera at a point.</summary>
internal sealed record StoredSight(string Region, string Code, bool Indoor, bool Working, string? ByDay, string? ByNight, string Name, double? Lon, double? Lat);

/// <summary>Puts the cameras around a point in order, with what each lacks.</summary>
/// <param name="point">In the plane of the region.</param>
internal sealed class PointProbe(string region, MetricPlane plane, Coordinate point, Purpose purpose)
{
    /// <param name="stored">Of the cameras that see the point.</param>
    public List<ProbedCamera> Of(IReadOnlyList<NearCamera> cameras, Field field, IReadOnlyList<StoredSight> stored)
    {
        var byCode = stored.Where(s => s.Region == region).ToLookup(s => s.Code);
        var probed = cameras.Select(c => Of(c, field, byCode[c.Record.Code].FirstOrDefault()))
            .OfType<ProbedCamera>().ToList();
        var told = cameras.Select(c => c.Record.Code).ToHashSet();
        probed.AddRange(stored.Where(s => s.Region != region || !told.Contains(s.Code)).Select(FromAfar));
        return [.. probed.OrderBy(Standing).ThenBy(c => c.Misses.Count).ThenBy(c => c.Misses.Sum(Weight)).ThenBy(c => c.DistanceM).ThenBy(c => c.Code, StringComparer.Ordinal)];
    }

    private ProbedCamera? Of(NearCamera camera, Field field, StoredSight? stored)
    {
        var lookout = Lookout.Of(camera, purpose, field);
        var looks = lookout.Heads.Select(head => (Head: head, Probe: head.At(point.X, point.Y)))
            .OrderBy(l => l.Probe.Misses.Count).ThenBy(l => l.Probe.Misses.Sum(Weight)).ToList();
        if (looks.Count == 0)
            return Told(camera, stored, Math.Sqrt(Square(point.X - camera.Record.X) + Square(point.Y - camera.Record.Y)),
                camera.Record.Indoor ? "no_building" : "unknown_azimuth");
        // An indoor camera has nothing to do with ground beyond its walls.
        var (head, probe) = looks[0];
        return stored is null && probe.Misses.Any(m => m.Condition == Condition.OutsideRoom)
            ? null : Told(lookout, stored, head.Pose, probe);
    }

    private ProbedCamera Told(NearCamera camera, StoredSight? stored, double distance, string blind)
    {
        var place = plane.Unproject(camera.Record.X, camera.Record.Y);
        return new ProbedCamera(
            camera.Record.Code, region, camera.Name, place.X, place.Y, camera.Status, camera.Record is { Working: true, Capture: false },
            stored?.ByDay, stored?.ByNight, distance, null, null, null, null, null,
            true, NearCamera.Guessed(camera.Record), [new ProbedMiss(blind, null, null, null, null)], []);
    }

    private ProbedCamera Told(Lookout lookout, StoredSight? stored, Pose pose, Probe probe)
    {
        var (camera, record) = (lookout.Camera, lookout.Camera.Record);
        var towards = new Azimuth(pose.GridAzimuth - record.North + probe.BearingOffset).Normalised.Degrees;
        var place = plane.Unproject(pose.X, pose.Y);
        return new ProbedCamera(
            record.Code, region, camera.Name, place.X, place.Y, camera.Status, record is { Working: true, Capture: false }, stored?.ByDay, stored?.ByNight,
            probe.Distance, probe.Slant, probe.Ppm, towards, probe.BearingOffset, probe.Depression,
            camera.Heads.Estimated, NearCamera.Guessed(record), [.. probe.Misses.Select(Told)],
            [.. probe.Blocks.Select(b => Told(b, lookout.Around[b.Occluder], towards, Along(pose, b.Distance / probe.Distance)))]);
    }

    /// <summary>Longitude and latitude of a place between a lens and the point.</summary>
    private Coordinate Along(Pose pose, double share) => plane.Unproject(pose.X + share * (point.X - pose.X), pose.Y + share * (point.Y - pose.Y));

    /// <summary>Seen from another region, or from beyond the reach that is asked: only what was stored is known.</summary>
    private static ProbedCamera FromAfar(StoredSight stored) => new(
        stored.Code, stored.Region, stored.Name, stored.Lon, stored.Lat, stored.Working ? "in_use" : "repair", stored.Working, stored.ByDay, stored.ByNight,
        null, null, null, null, null, null, stored.ByDay != "certain", [], [], []);

    private static ProbedBlock Told(Block block, KnownOccluder occluder, double bearing, Coordinate place) => new(
        occluder.Code, occluder.Use, place.X, place.Y, block.Top, occluder.Body.Base, bearing, block.Distance, block.SightHeight,
        double.IsFinite(block.LensHeight) ? block.LensHeight : null);

    private static ProbedMiss Told(Miss miss)
    {
        var (code, unit) = Words(miss.Condition);
        return unit is null ? new ProbedMiss(code, null, null, null, null) : new ProbedMiss(code, miss.Has, miss.Needs, miss.By, unit);
    }

    private static (string Code, string? Unit) Words(Condition condition) => condition switch
    {
        Condition.CameraInside => ("camera_inside", null),
        Condition.HorizontalField => ("horizontal_field", "°"),
        Condition.NearEdge => ("near_edge", "°"),
        Condition.FarEdge => ("far_edge", "°"),
        Condition.Density => ("density", "px/m"),
        Condition.Range => ("range", "m"),
        Condition.MaxTilt => ("max_tilt", "°"),
        Condition.OutsideRoom => ("outside_room", null),
        Condition.InsideOccluder => ("inside_occluder", null),
        _ => ("blocked", "m"),
    };

    private static int Standing(ProbedCamera camera) => camera.Certainty switch
    {
        "certain" => 0,
        "nominal" => 1,
        "possible" => 2,
        _ => 3,
    };

    /// <summary>How far a miss is from being none, 0..1 for what a small change would mend; for the order only.</summary>
    private static double Weight(Miss miss) => Weight(Words(miss.Condition).Unit, miss.Has, miss.Needs);

    private static double Weight(ProbedMiss miss) => Weight(miss.Unit, miss.Has ?? 0, miss.Needs ?? 0);

    private static double Weight(string? unit, double has, double needs) => unit switch
    {
        null => 3,
        "°" => Math.Abs(has - needs) / 90,
        _ => 1 - Math.Min(has, needs) / Math.Max(Math.Max(has, needs), 1e-9),
    };

    private static double Square(double value) => value * value;
}
