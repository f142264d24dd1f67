using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using CoverageGis.Views;
using Npgsql;

namespace CoverageGis.Coverage.Probes;

/// <summary>An occluder with what people call it.</summary>
/// <param name="Use">building, canopy, wall, hedge, tree_row, other.</param>
internal sealed record KnownOccluder(RecordedOccluder Body, string Code, string Use)
{
    public bool IsGreen => Use is "hedge" or "tree_row";

    public static KnownOccluder From(NpgsqlDataReader row) => new(
        new RecordedOccluder(row.GetInt64(0), row.GetFieldValue<Geometry>(1),
            new Interval(row.GetDouble(2), row.GetDouble(3)), row.GetDouble(4), row.GetBoolean(5)),
        row.GetString(6), row.GetString(7));
}
