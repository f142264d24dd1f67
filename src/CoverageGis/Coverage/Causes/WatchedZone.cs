using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Causes;

/// <summary>A zone whose gaps are to be explained: where it is, and which views count in it.</summary>
/// <param name="Building">occluder.id that an indoor zone lies in.</param>
/// <param name="IsAlways">Judged by night as well as by day.</param>
/// <param name="Lit">A camera sees there by night as by day.</param>
internal sealed record WatchedZone(
    string Site, string Zone, Envelope Box, string Purpose, int MinCameras, bool Indoor, long? Building, bool CountsCapture, bool IsAlways, bool Lit)
{
    public bool IsJudgedInTheDark => IsAlways && !Lit;

    /// <summary>Whether a camera of this kind may count here at all.</summary>
    public bool Counts(long? building, bool capture) =>
        (CountsCapture || !capture) && (Indoor ? building is not null && building == Building : building is null);

    public static WatchedZone From(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1),
        new Envelope(row.GetDouble(2), row.GetDouble(4), row.GetDouble(3), row.GetDouble(5)),
        row.GetString(6), row.GetInt32(7), row.GetBoolean(8), row.IsDBNull(9) ? null : row.GetInt64(9), row.GetBoolean(10),
        row.GetString(11) == "always", row.GetBoolean(12));
}
