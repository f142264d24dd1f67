using CoverageGis.Kernel;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage.Probes;

/// <summary>A camera from whose place some ground could be looked at.</summary>
/// <param name="Status">in_use or repair.</param>
internal sealed record NearCamera(CameraRecord Record, string Name, string Status)
{
    public Heads Heads { get; } = Heads.Of(Record);

    public static NearCamera From(NpgsqlDataReader row) => new(
        CameraRecord.From(row), row.GetString(row.GetOrdinal("name")), row.GetString(row.GetOrdinal("status")));

    /// <summary>What the record leaves open of all that its view depends on; names as in the exchange form.</summary>
    public static IReadOnlyList<string> Guessed(CameraRecord camera)
    {
        var fisheye = camera.Type == "fisheye";
        var allRound = fisheye || (camera.HfovKnown && camera.Hfov is { IsExact: true, Min: 360 });
        var sector = fisheye || (camera.VfovKnown && camera.Vfov is { IsExact: true, Min: 180 })
            || (camera.HfovKnown && camera.Hfov is { IsExact: true, Min: >= 150 });
        (string Name, bool IsOpen)[] fields =
        [
            ("position", camera.PositionTolerance > 0),
            ("azimuth", !allRound && (camera.Azimuths is null || camera.AzimuthTolerance > 0)),
            ("hfov", IsOpen(camera.Hfov, camera.HfovKnown)), ("vfov", !sector && IsOpen(camera.Vfov, camera.VfovKnown)),
            ("tilt", !sector && IsOpen(camera.Tilt, camera.TiltKnown)), ("height", IsOpen(camera.Height, camera.HeightKnown)),
            ("pixels", IsOpen(camera.Pixels, camera.PixelsKnown)), ("range", camera.Range is { IsExact: false }),
        ];
        return [.. fields.Where(f => f.IsOpen).Select(f => f.Name)];
    }

    private static bool IsOpen(Interval value, bool known) => !known || !value.IsExact;
}
