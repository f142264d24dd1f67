using System.Text.Json.Nodes;
using CoverageGis.Exchange.Datums;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>
/// One thing that a file delivers, whatever the format of the file: the input of every import.
/// Geometries are valid and SRID 4326; longitude/latitude (x = longitude) of WGS 84 once <see cref="DatumShift"/> has seen them.
/// </summary>
public abstract record SceneItem
{
    /// <summary>How a report names it to the person who delivered it: "feature 12 (camera C7)", "way/4711".</summary>
    public required string Ref { get; init; }

    /// <summary>Properties that the exchange form does not know, kept as delivered.</summary>
    public JsonObject? Attributes { get; init; }

    /// <summary>What the coordinates mean, as a reader yields them; null = WGS 84.</summary>
    public Datum? Datum { get; init; }
}

/// <param name="Boundary">Polygonal, or null: closed, no view enters or leaves.</param>
/// <param name="Srid">EPSG code of the metric plane; null = chosen from the data.</param>
public sealed record RegionItem(string Code, string Name, int? Srid, Geometry? Boundary) : SceneItem;

/// <summary>A camera record. Null = not recorded.</summary>
public sealed record CameraItem(string Code, string Name, Point Position) : SceneItem
{
    public int? Class { get; init; }
    public string Type { get; init; } = "other";
    public IReadOnlyList<string> Function { get; init; } = [];

    /// <summary>Degrees from true north, one a head; null = unknown.</summary>
    public IReadOnlyList<double>? Azimuths { get; init; }
    public double AzimuthTolerance { get; init; }
    public double PositionTolerance { get; init; }
    public Interval? Hfov { get; init; }
    public Interval? Vfov { get; init; }
    public Interval? Tilt { get; init; }
    public Interval? Height { get; init; }
    public Interval? Pixels { get; init; }
    public Interval? Range { get; init; }
    public Interval? NightRange { get; init; }
    public string Status { get; init; } = "in_use";
    public string Mount { get; init; } = "pole";
    public bool Indoor { get; init; }
}

/// <summary>A camera whose record names no place: it stands on no map and counts for nothing until it gets one.</summary>
/// <param name="Reason">Why it was not taken as a camera.</param>
public sealed record UnplacedCameraItem(string Code, string Name, int? Class, string Reason) : SceneItem;

/// <param name="Shape">Polygonal, or a Point with <paramref name="Radius"/> (m).</param>
/// <param name="InScope">False: shown, requires nothing; null = unknown, counts as true.</param>
public sealed record SiteItem(string Code, string Name, string Category, Geometry Shape, double? Radius, bool? InScope) : SceneItem;

/// <summary>Part of a site with its own requirement; what is null falls back to the policy of the site's category.</summary>
public sealed record ZoneItem(string Site, string Code, string Name, Geometry Shape) : SceneItem
{
    public string? Purpose { get; init; }
    public double? RequiredRatio { get; init; }
    public int? MinCameras { get; init; }
    public string? Certainty { get; init; }
    public int? MinRetentionDays { get; init; }
    public bool Indoor { get; init; }
    public bool? CountsCapture { get; init; }

    /// <summary>day or always.</summary>
    public string? Hours { get; init; }

    /// <summary>Ambient light is good enough by night.</summary>
    public bool? Lit { get; init; }
}

public sealed record PurposeItem(string Name, double MinPpm, double ZMin, double ZMax, double? MaxTilt) : SceneItem;

public sealed record PolicyItem(string Category, string Purpose, double RequiredRatio) : SceneItem
{
    public int MinCameras { get; init; } = 1;
    public string Certainty { get; init; } = "certain";
    public int? MinRetentionDays { get; init; }
    public bool CountsCapture { get; init; }
    public double RingWidth { get; init; } = 15;

    /// <summary>day or always: judged by day, or by night as well.</summary>
    public string Hours { get; init; } = "day";

    /// <summary>Ambient light is good enough by night.</summary>
    public bool Lit { get; init; }
}

/// <param name="Code">Null = identified by its geometry.</param>
/// <param name="Shape">Polygonal, or lineal with <paramref name="Width"/> (m).</param>
/// <param name="Use">building, canopy, wall, hedge, tree_row, other.</param>
public sealed record OccluderItem(string? Code, string Use, string Name, Geometry Shape, double? Width, Interval Height, double Base) : SceneItem;

/// <param name="Kind">protected or exempt.</param>
/// <param name="Code">Null = identified by its geometry.</param>
public sealed record ExcludedAreaItem(string Kind, string? Code, string Name, string Reason, DateOnly? Until, Geometry Shape) : SceneItem;

public sealed record UnitItem(string Code, string Name, Geometry Shape) : SceneItem;

/// <summary>Base-map context. Kind: road, rail, water, green; Class: trunk, primary, residential, river …</summary>
public sealed record BackdropItem(string Code, string Kind, string Class, string Name, Geometry Shape) : SceneItem;
