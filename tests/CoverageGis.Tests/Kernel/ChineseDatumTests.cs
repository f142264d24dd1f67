using System.Text.Json;
using CoverageGis.Kernel;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

public sealed class ChineseDatumTests
{
    private const double Metre = 1 / 111_320.0;

    [Fact]
    public void The_published_vector_comes_out()
    {
        var gcj = ChineseDatum.Wgs84ToGcj02(new Coordinate(121.0917077, 30.6107779));
        var bd = ChineseDatum.Gcj02ToBd09(gcj);
        Near(new Coordinate(121.09626927850977, 30.608604368560773), gcj, 1e-12);
        Near(new Coordinate(121.10271724622564, 30.61484575976839), bd, 1e-12);
        Near(bd, ChineseDatum.Wgs84ToBd09(new Coordinate(121.0917077, 30.6107779)), 0);
    }

    [Fact]
    public void Six_hundred_published_pairs_agree_to_a_hundred_thousandth_of_a_degree_and_come_back_to_a_centimetre()
    {
        var file = Repository.Real("coordinates", "gcoord_china_cities.json");
        Assert.SkipUnless(File.Exists(file), "The published pairs are not here.");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var count = 0;
        foreach (var coords in json.RootElement.EnumerateArray().Select(c => c.GetProperty("coords")))
        {
            var (wgs, gcj, bd) = (Place(coords, "WGS84"), Place(coords, "GCJ02"), Place(coords, "BD09"));
            Near(gcj, ChineseDatum.Wgs84ToGcj02(wgs), 1e-5);
            Near(bd, ChineseDatum.Gcj02ToBd09(gcj), 1e-5);
            Near(wgs, ChineseDatum.Gcj02ToWgs84(gcj), 1e-5);
            Near(wgs, ChineseDatum.Bd09ToWgs84(bd), 2e-5);
            Near(wgs, ChineseDatum.Bd09ToWgs84(ChineseDatum.Wgs84ToBd09(wgs)), 0.01 * Metre);
            count++;
        }
        Assert.True(count > 600);
    }

    [Fact]
    public void Anywhere_in_China_the_way_there_and_back_is_exact_to_a_centimetre() =>
        Gen.Select(Gen.Double[73.5, 135], Gen.Double[18, 53.5]).Sample((lon, lat) =>
        {
            var place = new Coordinate(lon, lat);
            Near(place, ChineseDatum.Gcj02ToWgs84(ChineseDatum.Wgs84ToGcj02(place)), 0.001 * Metre);
            Near(place, ChineseDatum.Bd09ToGcj02(ChineseDatum.Gcj02ToBd09(place)), 0.001 * Metre);
            Near(place, ChineseDatum.Bd09ToWgs84(ChineseDatum.Wgs84ToBd09(place)), 0.001 * Metre);
        }, iter: 2000);

    [Fact]
    public void Around_Nanjing_the_shift_is_of_the_known_size()
    {
        var place = new Coordinate(118.8, 32.06);
        Assert.InRange(Metres(place, ChineseDatum.Wgs84ToGcj02(place)), 528, 559);
        Assert.InRange(Metres(place, ChineseDatum.Wgs84ToBd09(place)), 1155, 1231);
    }

    [Fact]
    public void Outside_of_the_shifted_box_nothing_moves()
    {
        var place = new Coordinate(7.42, 43.73);
        Near(place, ChineseDatum.Wgs84ToGcj02(place), 0);
        Near(place, ChineseDatum.Gcj02ToWgs84(place), 0);
    }

    private static Coordinate Place(JsonElement coords, string name) => new(coords.GetProperty(name)[0].GetDouble(), coords.GetProperty(name)[1].GetDouble());

    private static double Metres(Coordinate a, Coordinate b) => Math.Sqrt(
        Math.Pow((a.X - b.X) * Math.Cos(a.Y * Math.PI / 180) / Metre, 2) + Math.Pow((a.Y - b.Y) / Metre, 2));

    private static void Near(Coordinate expected, Coordinate actual, double degrees)
    {
        Assert.Equal(expected.X, actual.X, degrees);
        Assert.Equal(expected.Y, actual.Y, degrees);
    }
}
