using CoverageGis.Kernel.Probing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Coverage.Causes;

/// <summary>A stored view, asked about points.</summary>
internal sealed class KnownView
{
    private readonly Lazy<FlatArea> _ground;

    private KnownView(string camera, Geometry ground)
    {
        (Camera, Box) = (camera, ground.EnvelopeInternal);
        _ground = new Lazy<FlatArea>(() => new FlatArea(ground, 0, 0));
    }

    public string Camera { get; }
    public Envelope Box { get; }
    public required string Purpose { get; init; }
    public required string Certainty { get; init; }
    public required string Light { get; init; }
    public required long? Building { get; init; }
    public required bool Working { get; init; }
    public required bool Capture { get; init; }

    public bool ByDay => Light is not "night";

    public bool ByNight => Light is not "day";

    public bool IsCertainByDay => Certainty == "certain" && ByDay;

    /// <summary>What is dim is certain by day only.</summary>
    public bool IsCertainByNight => Certainty == "certain" && Light is ("any" or "night");

    public bool Holds(Coordinate point) => Box.Contains(point) && _ground.Value.Contains(point.X, point.Y);

    public static KnownView From(NpgsqlDataReader row) => new(row.GetString(0), row.GetFieldValue<Geometry>(7))
    {
        Purpose = row.GetString(1),
        Certainty = row.GetString(2),
        Light = row.GetString(3),
        Building = row.IsDBNull(4) ? null : row.GetInt64(4),
        Working = row.GetBoolean(5),
        Capture = row.GetBoolean(6),
    };
}
