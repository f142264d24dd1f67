using System.Globalization;
using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>Reads scene GeoJSON as architecture.md describes it: only well-formed scenes, no questions asked.</summary>
internal static class SceneFile
{
    /// <summary>Longitudes and latitudes that are China without doubt: the oracle draws no finer border.</summary>
    private static readonly (double West, double South, double East, double North)[] China =
        [(98, 22.5, 121.9, 41.5), (76, 36, 98, 44), (86, 29.5, 98, 36), (108.7, 18.2, 117, 22.5), (121.9, 43, 129, 48)];

    public static Scene Read(string text, DateOnly today)
    {
        var features = JsonNode.Parse(text)!["features"]!.AsArray().Select(f => new Feature(f!.AsObject())).ToLookup(f => f.Kind);
        var srid = (int?)features["region"].FirstOrDefault()?.Number("srid") ?? DefaultSrid(features);
        var draw = new Drawing(Plane.Of(srid));
        return new Scene(srid,
            [.. features["camera"].Select(f => LookoutFeature.Read(f, draw.Plane))],
            [.. features["occluder"].Select(draw.Prism)],
            [.. features["site"].Select(f => PlaceOf(f, draw))],
            [.. features["zone"].Select(f => PartOf(f, draw))],
            [.. features["protected"].Concat(features["exempt"]).Where(f => InForce(f, today)).Select(draw.Ground)],
            ShippedData.Targets.Concat(features["purpose"].Select(f => ShippedData.TargetOf(f.Text("name")!, f.Properties)))
                .GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.Last()),
            ShippedData.Policies.Concat(features["policy"].Select(f => ShippedData.PolicyOf(f.Text("category")!, f.Properties)))
                .GroupBy(p => p.Category).ToDictionary(g => g.Key, g => g.Last()));
    }

    private static bool InForce(Feature feature, DateOnly today) =>
        feature.Text("until") is not { } until || DateOnly.Parse(until, CultureInfo.InvariantCulture) >= today;

    private static Place PlaceOf(Feature f, Drawing draw) =>
        new(f.Text("code")!, f.Text("category")!, draw.Ground(f), f.Flag("in_scope") ?? true);

    private static PartOfPlace PartOf(Feature f, Drawing draw) => new(f.Text("site")!, f.Text("code")!, draw.Ground(f))
    {
        Purpose = f.Text("purpose"),
        Ratio = f.Number("required_ratio"),
        MinCameras = (int?)f.Number("min_cameras"),
        CountsCapture = f.Flag("counts_capture"),
        Indoor = f.Flag("indoor") ?? false,
    };

    private static int DefaultSrid(ILookup<string, Feature> features)
    {
        var spots = features["site"].Concat(features["camera"]).Concat(features["occluder"])
            .Select(f => f.FirstPosition).ToList();
        var (longitude, latitude) = (Median(spots.Select(s => s[0])), Median(spots.Select(s => s[1])));
        if (China.Any(c => longitude > c.West && longitude < c.East && latitude > c.South && latitude < c.North))
            return 4534 + (int)Math.Round(longitude / 3) - 25;
        return (latitude < 0 ? 32701 : 32601) + (int)Math.Floor((longitude + 180) / 6);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
