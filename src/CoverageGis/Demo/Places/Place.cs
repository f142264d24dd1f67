using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Places;

/// <summary>How well a place is watched, so that the map shows every colour.</summary>
internal enum Care { Full, Half, Poor, None }

/// <summary>A part of a place with its own requirement; null falls back to the policy of the category.</summary>
internal sealed record Part(string Code, Name Name, Polygon Shape)
{
    public string? Purpose { get; init; }
    public double? Ratio { get; init; }
    public int? MinCameras { get; init; }
    public bool Indoor { get; init; }
    public bool? Capture { get; init; }
}

/// <summary>A key site with what stands on it.</summary>
/// <param name="At">Its frame: u along its front, v into its depth.</param>
internal sealed record Place(string Code, Name Name, string Category, Frame At, Polygon Shape)
{
    public bool? InScope { get; init; } = true;
    public Care Care { get; init; } = Care.Full;
    public IReadOnlyList<Building> Buildings { get; init; } = [];
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>When set, the site is delivered as its middle and this radius, m.</summary>
    public double? Radius { get; init; }

    /// <summary>Facts that the exchange form has no field for.</summary>
    public (string Key, string Value)[] Facts { get; init; } = [];
}
