using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoverageGis.Demo;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Demo;

/// <summary>The demo district, drawn once for all tests that look at it, and metres to measure it with.</summary>
internal static class Drawn
{
    private static readonly Lazy<List<SceneItem>> Town = new(() => [.. DemoCity.Items(CitySize.District, 1)]);

    public static List<SceneItem> District => Town.Value;

    public static List<T> Of<T>() where T : SceneItem => [.. District.OfType<T>()];

    /// <summary>The shape of an item; null when it has none.</summary>
    public static Geometry? Shape(SceneItem item) => item switch
    {
        RegionItem region => region.Boundary,
        CameraItem camera => camera.Position,
        SiteItem site => site.Shape,
        ZoneItem zone => zone.Shape,
        OccluderItem occluder => occluder.Shape,
        ExcludedAreaItem area => area.Shape,
        UnitItem unit => unit.Shape,
        BackdropItem backdrop => backdrop.Shape,
        _ => null,
    };

    /// <summary>Degrees to metres around 32.34 N, true to a few millimetres over a street.</summary>
    public static Geometry Metres(Geometry degrees)
    {
        var copy = degrees.Copy();
        copy.Apply(NetTopologySuite.Geometries.Utilities.AffineTransformation.ScaleInstance(94_050, 110_895));
        copy.GeometryChanged();
        return copy;
    }

    /// <summary>Without what only a reader of files says.</summary>
    private static string Text(SceneItem item) => $"{item with { Attributes = null }}".Replace("Datum = , ", "", StringComparison.Ordinal);

    /// <summary>A digest of all that is delivered.</summary>
    public static string Digest(IEnumerable<SceneItem> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in items)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{Text(item)}|{item.Attributes?.ToJsonString()}|{Shape(item)?.AsText()}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
