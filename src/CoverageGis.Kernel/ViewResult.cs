using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel;

/// <summary>Why a camera sees nothing at all.</summary>
public enum Blindness
{
    None,

    /// <summary>Inside an occluder: a ground-based one that is at least as high as its lens, or between base and top of an elevated one.</summary>
    InsideBuilding,
}

/// <summary>Ground that a camera sees.</summary>
/// <param name="Area">Valid Polygon, MultiPolygon or empty Polygon in the metric plane.</param>
/// <param name="Blindness">Why it sees nothing, if the reason is its place.</param>
public sealed record ViewResult(Geometry Area, Blindness Blindness);
