using CoverageGis.Kernel;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>
/// What the record of a camera says, completed by the defaults of its type; angles in degrees, lengths in m,
/// position in the metric plane. The *Known flags tell which values the record itself has.
/// </summary>
public sealed record CameraRecord(long Id, string Type, double X, double Y)
{
    public string Code { get; init; } = "";
    public double PositionTolerance { get; init; }

    /// <summary>Grid azimuth of true north at the camera.</summary>
    public double North { get; init; }

    /// <summary>From true north, one a head; null = unknown.</summary>
    public double[]? Azimuths { get; init; }
    public double AzimuthTolerance { get; init; }
    public required Interval Hfov { get; init; }
    public required Interval Vfov { get; init; }
    public required Interval Tilt { get; init; }
    public required Interval Height { get; init; }
    public required Interval Pixels { get; init; }
    public Interval? Range { get; init; }

    /// <summary>How far its own light reaches; null = not recorded.</summary>
    public Interval? NightRange { get; init; }

    /// <summary>Archive code of its fill light: 1 none, 2 infrared, 3 white, 9 other; null = not recorded.</summary>
    public string? FillLight { get; init; }
    public bool HfovKnown { get; init; } = true;
    public bool VfovKnown { get; init; } = true;
    public bool TiltKnown { get; init; } = true;
    public bool HeightKnown { get; init; } = true;
    public bool PixelsKnown { get; init; } = true;
    public bool OnWall { get; init; }
    public bool Indoor { get; init; }

    /// <summary>In use: the view of a camera in repair is kept but does not count.</summary>
    public bool Working { get; init; } = true;

    /// <summary>Checkpoint or face capture: counts only in zones that count those.</summary>
    public bool Capture { get; init; }

    public static CameraRecord From(NpgsqlDataReader row) => new(
        row.GetInt64(row.GetOrdinal("id")), row.GetString(row.GetOrdinal("type")), Number(row, "x"), Number(row, "y"))
    {
        Code = row.GetString(row.GetOrdinal("code")),
        PositionTolerance = Number(row, "position_tolerance"),
        North = Number(row, "north"),
        Azimuths = row["azimuth"] as double[],
        AzimuthTolerance = Number(row, "azimuth_tolerance"),
        Hfov = Pair(row, "hfov"),
        Vfov = Pair(row, "vfov"),
        Tilt = Pair(row, "tilt"),
        Height = Pair(row, "height"),
        Pixels = Pair(row, "pixels"),
        Range = row["range_min"] is double ? Pair(row, "range") : null,
        NightRange = row["night_range_min"] is double ? Pair(row, "night_range") : null,
        FillLight = row["fill_light"] as string,
        HfovKnown = Flag(row, "hfov_known"),
        VfovKnown = Flag(row, "vfov_known"),
        TiltKnown = Flag(row, "tilt_known"),
        HeightKnown = Flag(row, "height_known"),
        PixelsKnown = Flag(row, "pixels_known"),
        OnWall = Flag(row, "on_wall"),
        Indoor = Flag(row, "indoor"),
        Working = Flag(row, "working"),
        Capture = Flag(row, "capture"),
    };

    private static double Number(NpgsqlDataReader row, string name) => row.GetDouble(row.GetOrdinal(name));

    private static bool Flag(NpgsqlDataReader row, string name) => row.GetBoolean(row.GetOrdinal(name));

    private static Interval Pair(NpgsqlDataReader row, string name) =>
        new(Number(row, name + "_min"), Number(row, name + "_max"));
}
