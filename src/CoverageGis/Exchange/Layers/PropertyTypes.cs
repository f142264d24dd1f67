namespace CoverageGis.Exchange.Layers;

/// <summary>What a property of the exchange form is in a table.</summary>
public enum PropertyType
{
    Text,
    Number,
    Whole,
    Flag,

    /// <summary>A number or [min, max]: two columns, _min and _max.</summary>
    Interval,

    /// <summary>Codes joined by /, or JSON.</summary>
    List,
}

/// <summary>The types of the properties of the exchange form, and of what is computed beside them.</summary>
public static class PropertyTypes
{
    private static readonly Dictionary<string, PropertyType> Known = new(StringComparer.Ordinal);

    static PropertyTypes()
    {
        Add(PropertyType.Interval, "hfov vfov tilt height pixels range night_range");
        Add(PropertyType.Flag, "in_scope indoor default counts_capture lit compliant estimated blind working");
        Add(PropertyType.List, "function azimuths causes attributes original used");
        Add(PropertyType.Whole, "class min_cameras min_retention_days srid cameras gaps policy_version");
        Add(PropertyType.Number, "azimuth azimuth_tolerance position_tolerance required_ratio radius width base min_ppm z_min z_max max_tilt "
            + "ring_width area_m2 seen_m2 unproven_m2 unseen_m2 ratio ratio_nominal ratio_possible ratio_night ratio_night_possible width_m lon lat");
    }

    /// <param name="layer">Of which it is exported: the class of a road is a word, that of a camera a number.</param>
    public static PropertyType Of(string property, string layer) => (layer, property) == ("backdrop", "class") ? PropertyType.Text : Of(property);

    public static PropertyType Of(string property) => Known.GetValueOrDefault(property, PropertyType.Text);

    private static void Add(PropertyType type, string names)
    {
        foreach (var name in names.Split(' '))
            Known[name] = type;
    }
}
