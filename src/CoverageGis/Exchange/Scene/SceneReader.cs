using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;

namespace CoverageGis.Exchange.Scene;

/// <summary>Reads scene GeoJSON, the project's own exchange form, one feature at a time; compressed with gzip or not.</summary>
public static partial class SceneReader
{
    /// <summary>Progress is told so often, features.</summary>
    private const int Step = 256;

    /// <param name="report">Counts and names what cannot be taken.</param>
    /// <param name="progress">Share of the file read, 0..1.</param>
    /// <param name="datum">What its coordinates mean; null = WGS 84.</param>
    /// <exception cref="BadInput">The file as a whole is not a scene: with the position.</exception>
    public static IEnumerable<SceneItem> Read(
        string file, ImportReport report, IProgress<double>? progress, CancellationToken token, Datum? datum = null)
    {
        using var bytes = Open(file);
        var length = Math.Max(1.0, bytes.Length);
        using var text = IsCompressed(bytes) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
        var stream = new FeatureStream(file, text);
        var features = new FeatureReader(file, report, datum);
        foreach (var feature in stream.Read())
        {
            token.ThrowIfCancellationRequested();
            if (features.Count == 0 && datum is null)
                RequireWgs84(file, stream);
            if (features.Count % Step == 0)
                progress?.Report(bytes.Position / length);
            if (features.Read(feature) is { } item)
                yield return item;
        }
        if (datum is null)
            RequireWgs84(file, stream);
        features.Conclude(stream.IsBareArray);
    }

    internal static FileStream Open(string file)
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

    internal static bool IsCompressed(FileStream bytes)
    {
        var mark = new byte[2];
        var compressed = bytes.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == 2 && mark is [0x1F, 0x8B];
        bytes.Position = 0;
        return compressed;
    }

    internal static bool IsWgs84(JsonElement crs) => SameAsWgs84().IsMatch(crs.GetRawText());

    /// <summary>Asked before the first feature and at the end: the member may stand on either side of the features.</summary>
    private static void RequireWgs84(string file, FeatureStream features)
    {
        if (features.Members.TryGetValue("crs", out var crs) && crs.ValueKind != JsonValueKind.Null && !IsWgs84(crs))
            throw new BadInput($"{file} declares another coordinate system ({OneLine.Of(crs.GetRawText())}). "
                + "Right would be WGS 84 longitude and latitude (RFC 7946), or --datum that says what the coordinates are. Nothing was imported.");
    }

    /// <summary>CGCS2000 longitude and latitude (4490) are the same to well under a metre.</summary>
    [GeneratedRegex(@"\b(CRS84|4326|4490)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SameAsWgs84();
}
