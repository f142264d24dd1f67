using System.Globalization;
using OsmSharp.Tags;

namespace CoverageGis.Exchange.Osm;

/// <summary>The tags of an object; a blank or absent tag is unknown.</summary>
public readonly struct Tags(TagsCollectionBase? tags)
{
    public string? this[string key] =>
        tags is not null && tags.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public bool Is(string key, params ReadOnlySpan<string> values) => this[key] is { } value && values.Contains(value);

    public bool Has(string key) => this[key] is not (null or "no");

    public IEnumerable<(string Key, string Value)> All => tags?.Select(t => (t.Key, t.Value)) ?? [];

    /// <summary>The name, in the local language first.</summary>
    public string? Name => this["name"] ?? this["name:zh"] ?? this["name:en"] ?? this["official_name"] ?? this["brand"] ?? this["operator"] ?? this["ref"];

    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
