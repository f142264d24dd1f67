using CoverageGis.Kernel;
using CoverageGis.Views;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Views;

/// <summary>Which rows a camera's record makes. Cameras stand at the origin and look north.</summary>
public sealed class SightTests
{
    private static readonly Purpose Ground = new("ground", 25, 0, 0);

    private static readonly CameraRecord Exact = new(1, "bullet", 0, 0)
    {
        Azimuths = [0],
        Hfov = Interval.Exactly(90),
        Vfov = Interval.Exactly(180),
        Tilt = Interval.Exactly(0),
        Height = Interval.Exactly(4),
        Pixels = Interval.Exactly(20_000),
        Range = Interval.Exactly(40),
    };

    [Theory]
    [InlineData(null, null, "certain dim 1260")]
    [InlineData(null, "1", "certain day 1260")]
    [InlineData(null, "2", "certain dim 1260")]
    [InlineData(40.01, "2", "certain any 1260")]
    [InlineData(20.0, "2", "certain day 1260, certain night 310")]
    [InlineData(0.0, "2", "certain day 1260")]
    public void An_exact_camera_has_one_row_for_what_light_there_is(double? light, string? fill, string rows) =>
        Assert.Equal(rows, Rows(Exact with { NightRange = light is { } m ? Interval.Exactly(m) : null, FillLight = fill }));

    [Fact]
    public void An_uncertain_light_reaches_differently_far() =>
        Assert.Equal(
            "certain day 1260, certain night 80, nominal night 310, possible night 710",
            Rows(Exact with { NightRange = new Interval(10, 30) }));

    [Theory]
    [InlineData(null, "certain day 630, nominal any 1260, possible any 1890")]
    [InlineData("1", "certain day 630, nominal day 1260, possible day 1890")]
    public void One_of_eight_directions_is_known_to_22_degrees(string? fill, string rows) =>
        Assert.Equal(rows, Rows(Exact with { AzimuthTolerance = 22.5, FillLight = fill }));

    [Fact]
    public void A_camera_of_unknown_direction_sees_nothing_for_certain()
    {
        var record = Exact with { Azimuths = null };
        Assert.Equal("possible any 5030", Rows(record));
        Assert.Equal("unknown_azimuth", See(record).Blind);
    }

    [Fact]
    public void The_widest_of_uncertain_angles_has_not_the_reach_of_the_narrowest()
    {
        var record = Exact with { Hfov = new Interval(40, 90), Pixels = Interval.Exactly(1920), Range = null };
        var possible = See(record).Views.Single(v => v.Certainty == "possible").Ground;
        Assert.Equal(1920 / (50 * Math.Tan(Math.PI / 9)), possible.EnvelopeInternal.MaxY, 0.5);
        Assert.True(possible.Contains(new Point(27, 27.2)));
        Assert.False(possible.Contains(new Point(29, 29.2)));
        var certain = See(record).Views.Single(v => v.Certainty == "certain").Ground;
        Assert.Equal(Math.Sqrt(38.4 * 38.4 - 16), certain.EnvelopeInternal.MaxY, 0.05);
        Assert.Equal(38.19 * Math.Sin(Math.PI / 9), certain.EnvelopeInternal.MaxX, 0.05);
    }

    [Fact]
    public void Behind_a_wall_of_uncertain_height_lie_a_certain_and_a_possible_shadow()
    {
        var wall = new RecordedOccluder(1, Box(-30, 10, 30, 10.001), new Interval(1, 3), 0, false);
        var views = See(Exact with { Height = Interval.Exactly(4) }, wall).Views;
        Assert.Equal(["certain", "nominal", "possible"], views.Select(v => v.Certainty).Distinct());
        double Begins(string certainty) => Enumerable.Range(1005, 3000).Select(i => i / 100.0)
            .FirstOrDefault(y => views.First(v => v.Certainty == certainty).Ground.Contains(new Point(0, y)), double.NaN);
        Assert.Equal(double.NaN, Begins("certain"));
        Assert.Equal(20, Begins("nominal"), 0.02);
        Assert.Equal(13.33, Begins("possible"), 0.02);
    }

    [Fact]
    public void Heads_of_one_camera_make_one_row_for_each_certainty()
    {
        var views = See(Exact with { Azimuths = [0, 180], AzimuthTolerance = 22.5 }).Views;
        Assert.Equal(["certain", "nominal", "possible"], views.Select(v => v.Certainty));
        Assert.All(views, v => Assert.True(v.Ground.IsValid && v.Ground.Contains(new Point(0, 20)) && v.Ground.Contains(new Point(0, -20))));
    }

    [Fact]
    public void A_camera_in_a_building_is_blind_only_when_it_is_lower_at_every_height()
    {
        var house = new RecordedOccluder(1, Box(-5, -5, 5, 5), Interval.Exactly(6), 0, true);
        Assert.Equal("inside_building", See(Exact with { Height = new Interval(3, 5) }, house).Blind);
        var roof = See(Exact with { Height = new Interval(5, 8) }, house);
        Assert.Null(roof.Blind);
        Assert.DoesNotContain(roof.Views, v => v.Certainty == "certain");
        Assert.Contains(roof.Views, v => v.Certainty == "possible");
    }

    private static Sight See(CameraRecord record, params RecordedOccluder[] near) => Sight.Of(record, Heads.Of(record), [Ground], near);

    /// <summary>Rows in order with their areas to 10 m²; rows that share one shape are joined by =.</summary>
    private static string Rows(CameraRecord record)
    {
        var views = See(record).Views;
        var text = views.Select((v, i) =>
            (i == 0 ? "" : ReferenceEquals(v.Ground, views[i - 1].Ground) ? " = " : ", ")
            + FormattableString.Invariant($"{v.Certainty} {v.Light} {10 * Math.Round(v.Ground.Area / 10):F0}"));
        return string.Concat(text);
    }

    private static Geometry Box(double x, double y, double toX, double toY) => new GeometryFactory().ToGeometry(new Envelope(x, toX, y, toY));
}
