using System.Text.Json;
using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>Makes items of the features of one file; counts and names in the report what cannot be one.</summary>
/// <param name="datum">What the coordinates mean; null = WGS 84.</param>
internal sealed class FeatureReader(string file, ImportReport report, Datum? datum = null)
{
    /// <summary>What features are counted under whose kind cannot be told.</summary>
    private const string Unknown = "feature";

    private int _defaults;
    private Func<string, string>? _told;

    /// <summary>Features read so far.</summary>
    public int Count { get; private set; }

    /// <param name="named">How its file counts it; null = the nth feature.</param>
    /// <param name="told">Says a fault in the words of its file.</param>
    /// <returns>null when it cannot be taken: that has been counted and named.</returns>
    /// <exception cref="BadInput">It spoils the whole file.</exception>
    public SceneItem? Read(JsonElement feature, string? named = null, Func<string, string>? told = null)
    {
        Count++;
        _told = told;
        var place = named ?? FormattableString.Invariant($"feature {Count}");
        try
        {
            return Item(feature, place);
        }
        catch (InvalidOperationException)
        {
            // What JsonElement says of a text that is no Unicode.
            return Skip(Unknown, place, "holds half of a character (a lone surrogate); right would be whole Unicode text");
        }
    }

    /// <summary>Names what concerns the file as a whole.</summary>
    public void Conclude(bool isBareArray)
    {
        var name = Path.GetFileName(file);
        if (isBareArray)
            report.Say(name, "is a bare array of features; right would be a FeatureCollection. It was read as one");
        if (Count == 0)
            report.Say(name, "holds no features");
        if (_defaults > 0)
            report.Say(name, $"{_defaults} default zones of an export were passed over: they follow from their sites and the policies");
    }

    private SceneItem? Item(JsonElement feature, string place)
    {
        if (feature.ValueKind != JsonValueKind.Object)
            return Skip(Unknown, place, "is not an object; right would be a GeoJSON Feature");
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return Skip(Unknown, place, "has no properties; right would be properties with a kind, such as camera or site");
        if (!properties.TryGetProperty("kind", out var named) || named.ValueKind != JsonValueKind.String)
            return Skip(Unknown, place, $"has no kind; right would be one of {string.Join(", ", SceneKinds.Names)}, in the file or as --kind");
        var kind = named.GetString()!;
        var reference = $"{place} ({OneLine.Of(kind)}{Name(properties)})";
        return SceneKinds.Find(kind) is { } reads
            ? Item(feature, kind, reads, new FeatureProperties(properties), reference)
            : Skip(Unknown, reference, $"is of kind \"{OneLine.Of(kind)}\"; right would be one of {string.Join(", ", SceneKinds.Names)}");
    }

    private SceneItem? Item(JsonElement feature, string kind, SceneKind reads, FeatureProperties properties, string reference)
    {
        if (properties.Flag("default") == true)
            return PassOver(kind);
        var shape = Shape(feature, reads, properties);
        var item = reads.Item(properties, shape, reference) with { Attributes = properties.Rest(), Datum = datum };
        if (properties.Faults.Count > 0)
            return Skip(kind, item, string.Join("; ", _told is null ? properties.Faults : properties.Faults.Select(_told)));
        foreach (var warning in properties.Warnings)
            report.Say(reference, _told is null ? warning : _told(warning));
        return item;
    }

    private SceneItem? PassOver(string kind)
    {
        _defaults++;
        report.Kind(kind).Read++;
        report.Kind(kind).Skipped++;
        return null;
    }

    private Geometry? Shape(JsonElement feature, SceneKind kind, FeatureProperties properties)
    {
        Geometry? shape = null;
        try
        {
            if (feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind != JsonValueKind.Null)
                shape = FeatureShape.Read(geometry, properties.Warnings.Add, datum?.InDegrees ?? true);
            if (kind.Needs(shape) is { } wrong)
                properties.Faults.Add(wrong);
        }
        catch (FeatureShape.Fault fault)
        {
            properties.Faults.Add(fault.Message);
        }
        return shape;
    }

    private static string Name(JsonElement properties)
    {
        foreach (var name in (string[])["code", "name", "category"])
        {
            if (properties.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && value.ToString() is { Length: > 0 } text)
                return " " + OneLine.Of(text);
        }
        return "";
    }

    private SceneItem? Skip(string kind, SceneItem faulty, string faults)
    {
        if (faulty is RegionItem)
            throw new BadInput($"{file}, {faulty.Ref}: {faults}. A region decides for all that the file holds; nothing was imported.");
        report.Skip(kind, faulty, faults);
        return null;
    }

    private SceneItem? Skip(string kind, string reference, string reason)
    {
        report.Skip(kind, reference, reason);
        return null;
    }
}
