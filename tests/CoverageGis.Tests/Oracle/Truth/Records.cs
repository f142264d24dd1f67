namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>One reading of a camera: exact optics at an exact place. Angles in degrees, azimuth in the plane.</summary>
internal sealed record Optics(
    double X, double Y, double Height, double Azimuth, double Tilt, double Hfov, double Vfov, double Pixels)
{
    public double? Range { get; init; }
    public bool Fisheye { get; init; }
}

/// <summary>A camera of a scene, taken at mid-values; estimated when the record leaves anything open.</summary>
/// <param name="Optics">Null: it looks nobody knows where.</param>
internal sealed record Lookout(string Code, Optics? Optics, bool Estimated)
{
    public bool OnWall { get; init; }
    public bool Indoor { get; init; }
    public bool Capture { get; init; }
    public bool InUse { get; init; }
}

/// <summary>What must be visible.</summary>
internal sealed record Target(string Name, double Density, double Low, double High, double? Steepest);

/// <summary>An upright prism: one or more overlapping pieces of ground, from its base to its top.</summary>
/// <param name="Spine">Of a line with a width: its points; null for an area.</param>
internal sealed record Prism(IReadOnlyList<Area> Pieces, double Base, double Top, double HighestTop)
{
    public double[]? Spine { get; init; }
    public double HalfWidth { get; init; }
    public Box Bounds { get; } = Pieces.Select(p => p.Bounds).Aggregate((a, b) => a.With(b.MinX, b.MinY).With(b.MaxX, b.MaxY));

    /// <summary>As high as it may be: what is seen past it is seen for certain.</summary>
    public Prism Highest => this with { Top = HighestTop };

    public bool Covers(double x, double y)
    {
        if (!Bounds.Holds(x, y))
            return false;
        foreach (var piece in Pieces)
        {
            if (piece.Contains(x, y))
                return true;
        }
        return false;
    }

    public bool StandsOnGround(Target target) => Base < target.High;
}

/// <summary>What a category of site requires.</summary>
internal sealed record Policy(string Category, string Purpose, int MinCameras, bool CountsCapture, double RingWidth, double Ratio);

internal sealed record Place(string Code, string Category, Area Ground, bool InScope);

internal sealed record PartOfPlace(string Site, string Code, Area Ground)
{
    public string? Purpose { get; init; }
    public double? Ratio { get; init; }
    public int? MinCameras { get; init; }
    public bool? CountsCapture { get; init; }
    public bool Indoor { get; init; }
}

/// <summary>All that a scene file says, in the metric plane of its region.</summary>
internal sealed record Scene(
    int Srid, IReadOnlyList<Lookout> Lookouts, IReadOnlyList<Prism> Prisms, IReadOnlyList<Place> Places,
    IReadOnlyList<PartOfPlace> Parts, IReadOnlyList<Area> NotWatched,
    IReadOnlyDictionary<string, Target> Targets, IReadOnlyDictionary<string, Policy> Policies);

/// <summary>What is required of a zone.</summary>
internal sealed record Requirement(Target Target, int MinCameras, bool CountsCapture, double RingWidth, double Ratio);
