using CoverageGis.Kernel;
using CoverageGis.Views;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Planning.Previews;

/// <summary>What is there now: a record, completed by defaults, the purpose, and what stands in reach.</summary>
/// <param name="IsKnown">False: there is no such camera, and the record holds the defaults of its type.</param>
/// <param name="Purpose">Null when the region knows none of that name.</param>
internal sealed record PreviewScene(
    int Srid, string PlaneText, bool IsKnown, Purpose? Purpose, CameraRecord? Record, IReadOnlyList<RecordedOccluder> Occluders)
{
    public static PreviewScene From(NpgsqlDataReader row)
    {
        var hasPlace = row["x"] is double;
        return new PreviewScene(row.GetInt32(0), row.GetString(1), row.GetBoolean(2), PurposeFrom(row),
            hasPlace ? CameraRecord.From(row) : null, hasPlace ? Standing(row) : []);
    }

    private static Purpose? PurposeFrom(NpgsqlDataReader row) => row["purpose"] is not string name ? null : new Purpose(
        name, (double)row["min_ppm"], (double)row["z_min"], (double)row["z_max"], row["max_tilt"] as double?);

    private static List<RecordedOccluder> Standing(NpgsqlDataReader row)
    {
        if (row["ids"] is not long[] ids)
            return [];
        var shapes = row.GetFieldValue<Geometry[]>(row.GetOrdinal("geoms"));
        var (lows, highs, bases, buildings) = ((double[])row["lows"], (double[])row["highs"], (double[])row["bases"], (bool[])row["buildings"]);
        return [.. ids.Select((id, i) => new RecordedOccluder(id, shapes[i], new Interval(lows[i], highs[i]), bases[i], buildings[i]))];
    }
}
