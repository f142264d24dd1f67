using System.Globalization;
using CoverageGis.Kernel;

namespace CoverageGis.Tests.Kernel;

public sealed class MetricPlaneTests
{
    [Fact]
    public void Gauss_Kruger_agrees_with_PROJ_to_a_centimetre()
    {
        var file = Path.Combine(Shared(), "real/coordinates/cgcs2000_gauss_kruger.csv");
        Assert.SkipUnless(File.Exists(file), $"The shared real data is not here: {file}");
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split(',');
            var numbers = cells[^4..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray();
            var plane = MetricPlane.ForSrid(int.Parse(cells[0].AsSpan(5), CultureInfo.InvariantCulture));
            var point = plane.Project(numbers[0], numbers[1]);
            Assert.Equal(numbers[2], point.Y, 0.01);
            Assert.Equal(numbers[3], point.X, 0.01);
            var back = plane.Unproject(point.X, point.Y);
            Assert.Equal(numbers[0], back.X, 1e-7);
            Assert.Equal(numbers[1], back.Y, 1e-7);
        }
    }

    [Fact]
    public void Nanjing_lies_where_the_facts_say()
    {
        var point = MetricPlane.ForSrid(4549).Project(118.8, 32.06);
        Assert.Equal(386678.49, point.X, 0.01);
        Assert.Equal(3549135.64, point.Y, 0.01);
    }

    [Theory]
    [InlineData(4549, 118.8, 32.06, 0.637)]
    [InlineData(4549, 121.2, 32.06, -0.637)]
    [InlineData(4549, 120, 32, 0)]
    [InlineData(32632, 7.42, 43.73, 1.092)]
    [InlineData(32756, 151.2, -33.87, -1.003)]
    public void True_north_leans_away_from_the_central_meridian(int srid, double longitude, double latitude, double degrees) =>
        Assert.Equal(degrees, MetricPlane.ForSrid(srid).NorthAt(longitude, latitude), 0.002);

    [Theory]
    [InlineData("Beijing", 116.4, 39.9, 4548)]
    [InlineData("Nanjing", 118.8, 32.06, 4549)]
    [InlineData("Sanya", 109.51, 18.25, 4546)]
    [InlineData("Harbin", 126.6, 45.8, 4551)]
    [InlineData("Kashgar", 75.99, 39.47, 4534)]
    [InlineData("Lhasa", 91.1, 29.65, 4539)]
    [InlineData("Tokyo", 139.7, 35.7, 32654)]
    [InlineData("Seoul", 127, 37.5, 32652)]
    [InlineData("Hanoi", 105.85, 21.03, 32648)]
    [InlineData("Ulaanbaatar", 106.9, 47.9, 32648)]
    [InlineData("Delhi", 77.2, 28.6, 32643)]
    [InlineData("Vladivostok", 131.9, 43.1, 32652)]
    [InlineData("Monaco", 7.42, 43.73, 32632)]
    [InlineData("Darmstadt", 8.65, 49.87, 32632)]
    [InlineData("Sydney", 151.2, -33.87, 32756)]
    [InlineData("Date line", 180, 10, 32601)]
    public void A_place_has_its_plane(string place, double longitude, double latitude, int srid) =>
        Assert.True(srid == MetricPlane.DefaultSrid(longitude, latitude), $"{place}: {MetricPlane.DefaultSrid(longitude, latitude)}");

    [Theory]
    [InlineData(3857, "no metric plane")]
    [InlineData(4326, "not known as a metric plane")]
    public void What_is_no_metric_plane_is_refused(int srid, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => MetricPlane.ForSrid(srid)).Message);

    [Fact]
    public void Other_planes_come_as_text()
    {
        const string krakow = """
            PROJCS["ETRS89 / Poland CS2000 zone 7",GEOGCS["ETRS89",DATUM["ETRS_1989",SPHEROID["GRS 1980",6378137,298.257222101]],
            PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],
            PARAMETER["central_meridian",21],PARAMETER["scale_factor",0.999923],PARAMETER["false_easting",7500000],
            PARAMETER["false_northing",0],UNIT["metre",1]]
            """;
        Assert.Equal(7_500_000, MetricPlane.FromWkt(2178, krakow).Project(21, 50).X, 0.01);
        Assert.Throws<ArgumentException>(() => MetricPlane.FromWkt(1, """GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298.25]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]"""));
    }

    private static string Shared() => Environment.GetEnvironmentVariable("COVERAGE_SHARED") ?? Path.Combine(RepositoryRoot(), "../shared");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
