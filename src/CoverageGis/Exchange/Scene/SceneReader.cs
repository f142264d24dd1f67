using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoverageGis.Commands;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>Reads scene GeoJSON, the project's own exchange form, one feature at a time.</summary>
public static partial class SceneReader
{
    /// <summary>Of a name in a report, characters.</summary>
    private const int LongestName = 100;

    /// <param name="report">Counts and names what cannot be taken.</param>
    /// <param name="progress">Share of the file read, 0..1.</param>
    /// <exception cref="BadInput">The file as a whole is not a scene: with the position.</exception>
    public static IEnumerable<SceneItem> Read(
        string file, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        using var bytes = Open(file);
        var length = Math.Max(1.0, bytes.Length);
        using var text = IsCompressed(bytes) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
        var features = new FeatureStream(file, text);
        var number = 0;
        foreach (var feature in features.Read())
        {
            token.ThrowIfCancellationRequested();
            if (++number % 256 == 0)
                progress?.Report(bytes.Position / length);
            if (number == 1)
                RequireWgs84(file, features);
            if (Item(feature, number, file, report) is { } item)
                yield return item;
        }
        Conclude(file, features, number, report);
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    private static bool IsCompressed(FileStream bytes)
    {
        var mark = new byte[2];
        var compressed = bytes.Read(mark) == 2 && mark is [0x1F, 0x8B];
        bytes.Position = 0;
        return compressed;
    }

    private static SceneItem? Item(JsonElement feature, int number, string file, ImportReport report)
    {
        var place = FormattableString.Invariant($"feature {number}");
        try
        {
            return Item(feature, place, file, report);
        }
        catch (InvalidOperationException)
        {
            // What JsonElement says of a text that is no Unicode.
            return Skip(report, "feature", place, "holds half of a character (a lone surrogate); right would be whole Unicode text");
        }
    }

    private static SceneItem? Item(JsonElement feature, string place, string file, ImportReport report)
    {
        if (feature.ValueKind != JsonValueKind.Object)
            return Skip(report, "feature", place, "is not an object; right would be a GeoJSON Feature");
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return Skip(report, "feature", place, "has no properties; right would be properties with a kind, such as camera or site");
        if (!properties.TryGetProperty("kind", out var named) || named.ValueKind != JsonValueKind.String)
            return Skip(report, "feature", place, $"has no kind; right would be one of {string.Join(", ", SceneKinds.Names)}");
        var kind = named.GetString()!;
        var reference = Named(place, kind, properties);
        return SceneKinds.Find(kind) is { } reads
            ? Item(feature, kind, reads, new FeatureProperties(properties), reference, file, report)
            : Skip(report, "feature", reference, $"is of kind \"{Short(kind)}\"; right would be one of {string.Join(", ", SceneKinds.Names)}");
    }

    private static SceneItem? Item(
        JsonElement feature, string kind, SceneKind reads, FeatureProperties properties, string reference, string file, ImportReport report)
    {
        var warnings = new List<string>();
        var shape = Shape(feature, reads, properties.Faults, warnings);
        if (properties.Flag("default") == true)
            return Skip(report, kind, reference, "is a default zone of an export: it follows from its site and the policy, and is not imported");
        var item = reads.Item(properties, shape, reference);
        item = item with { Attributes = properties.Rest() };
        foreach (var warning in warnings.Concat(properties.Warnings))
            report.Say(reference, warning);
        if (properties.Faults.Count == 0)
            return item;
        return item is RegionItem
            ? throw new BadInput($"{file}, {reference}: {string.Join("; ", properties.Faults)}. A region decides for everything in the file; nothing was imported.")
            : Skip(report, item, kind, string.Join("; ", properties.Faults));
    }

    private static Geometry? Shape(JsonElement feature, SceneKind kind, List<string> faults, List<string> warnings)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null)
        {
            if (kind.Needs(null) is { } missing)
                faults.Add(missing);
            return null;
        }
        try
        {
            var shape = FeatureShape.Read(geometry, warnings.Add);
            if (kind.Needs(shape) is { } wrong)
                faults.Add(wrong);
            return shape;
        }
        catch (FeatureShape.Fault fault)
        {
            faults.Add(fault.Message);
            return null;
        }
    }

    private static string Named(string place, string kind, JsonElement properties)
    {
        foreach (var name in (string[])["code", "name", "category"])
        {
            if (properties.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && value.ToString() is { Length: > 0 } text)
                return $"{place} ({Short(kind)} {Short(text)})";
        }
        return $"{place} ({Short(kind)})";
    }

    /// <summary>As a report can show it in a line.</summary>
    private static string Short(string text)
    {
        var line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return line.Length <= LongestName ? line : line[..LongestName] + "…";
    }

    private static SceneItem? Skip(ImportReport report, string kind, string reference, string reason)
    {
        report.Skip(kind, reference, reason);
        return null;
    }

    private static SceneItem? Skip(ImportReport report, SceneItem faulty, string kind, string reason)
    {
        report.Skip(kind, faulty, reason);
        return null;
    }

    private static void Conclude(string file, FeatureStream features, int number, ImportReport report)
    {
        if (features.IsBareArray)
            report.Say(Path.GetFileName(file), "is a bare array of features; right would be a FeatureCollection. It was read as one");
        if (number == 0)
            report.Say(Path.GetFileName(file), "holds no features");
        RequireWgs84(file, features);
    }

    private static void RequireWgs84(string file, FeatureStream features)
    {
        if (features.Members.TryGetValue("crs", out var crs) && !IsWgs84(crs))
            throw new BadInput($"{file} declares another coordinate system ({Short(crs.GetRawText())}). "
                + "Right would be WGS 84 longitude and latitude (RFC 7946). Nothing was imported.");
    }

    /// <summary>CGCS2000 longitude and latitude are the same to well under a metre.</summary>
    private static bool IsWgs84(JsonElement crs) => crs.ValueKind == JsonValueKind.Null || SameAsWgs84().IsMatch(crs.GetRawText());

    [GeneratedRegex(@"\b(CRS84|4326|4490)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SameAsWgs84();
}
