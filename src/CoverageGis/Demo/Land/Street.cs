using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

/// <param name="Class">trunk, primary, secondary, tertiary, residential, living_street, as maps class roads.</param>
/// <param name="Width">Of the ground kept free for it, footpaths included, m.</param>
internal sealed record Street(Name Name, string Class, LineString Line, double Width)
{
    /// <summary>A bus stop here is "on a main urban road".</summary>
    public bool IsMain => Class is "trunk" or "primary" or "secondary";

    /// <summary>Width of what vehicles use of it, m.</summary>
    public double Carriageway => Class switch
    {
        "trunk" => 24,
        "primary" => 18,
        "secondary" => 14,
        "tertiary" => 10,
        "track" => 3,
        _ => 6,
    };
}
