using System.IO.Compression;
using System.Text.Json;
using CoverageGis.Commands;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Scene;

/// <summary>Reads scene GeoJSON, the project's own exchange form, one feature at a time.</summary>
public static class SceneReader
{
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
            if (Item(feature, number, report) is { } item)
                yield return item;
        }
        Conclude(file, features, report);
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

    private static SceneItem? Item(JsonElement feature, int number, ImportReport report)
    {
        var place = FormattableString.Invariant($"feature {number}");
        if (feature.ValueKind != JsonValueKind.Object)
            return Skip(report, "feature", place, "is not an object; right would be a GeoJSON Feature");
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return Skip(report, "feature", place, "has no properties; right would be properties with a kind, such as camera or site");
        if (!properties.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String)
            return Skip(report, "feature", place, $"has no kind; right would be one of {string.Join(", ", SceneKinds.Names)}");
        return Item(feature, new FeatureProperties(properties), kind.GetString()!, Named(place, kind.GetString()!, properties), report);
    }

    private static SceneItem? Item(
        JsonElement feature, FeatureProperties properties, string kind, string reference, ImportReport report)
    {
        if (SceneKinds.Find(kind) is not { } reads)
            return Skip(report, "feature", reference, $"is of kind \"{kind}\"; right would be one of {string.Join(", ", SceneKinds.Names)}");
        var warnings = new List<string>();
        var shape = Shape(feature, reads, properties.Faults, warnings);
        if (properties.Flag("default") == true)
            return Skip(report, kind, reference, "is a default zone of an export: it follows from its site and the policy, and is not imported");
        var item = reads.Item(properties, shape, reference);
        foreach (var warning in warnings.Concat(properties.Warnings))
            report.Say(reference, warning);
        return properties.Faults.Count == 0
            ? item with { Attributes = properties.Rest() }
            : Skip(report, kind, reference, string.Join("; ", properties.Faults));
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
            if (properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } text)
                return $"{place} ({kind} {text})";
        }
        return kind.Length <= 40 ? $"{place} ({kind})" : place;
    }

    private static SceneItem? Skip(ImportReport report, string kind, string reference, string reason)
    {
        report.Skip(kind, reference, reason);
        return null;
    }

    private static void Conclude(string file, FeatureStream features, ImportReport report)
    {
        if (features.IsBareArray)
            report.Say(Path.GetFileName(file), "is a bare array of features; right would be a FeatureCollection. It was read as one");
        if (features.Members.TryGetValue("crs", out var crs) && !IsWgs84(crs))
            throw new BadInput($"{file} declares another coordinate system ({crs.GetRawText()}). Right would be WGS 84 longitude and latitude (RFC 7946). Nothing was imported.");
    }

    private static bool IsWgs84(JsonElement crs) =>
        crs.ValueKind == JsonValueKind.Null || crs.GetRawText() is var text
        && (text.Contains("CRS84", StringComparison.OrdinalIgnoreCase) || text.Contains("4326", StringComparison.Ordinal));
}
