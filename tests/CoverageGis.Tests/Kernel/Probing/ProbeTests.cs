using System.Globalization;
using CoverageGis.Kernel;
using CoverageGis.Kernel.Probing;
using NetTopologySuite.IO;

namespace CoverageGis.Tests.Kernel.Probing;

/// <summary>A camera 6 m high at the origin that looks north; 1 920 pixels over 60° x 40°, tilted 15°; people of 0 to 1.7 m.</summary>
public sealed class ProbeTests
{
    private static readonly Pose Pole = new(0, 0, 6, 0, 15);
    private static readonly Lens Lens = new(60, 40, 1920);
    private static readonly Purpose Person = new("person", 62.5, 0, 1.7);

    [Theory]
    [InlineData(0, 15, "")]
    [InlineData(0, 30, "Density 54.3/62.5")]
    [InlineData(-20, 15, "HorizontalField 53.1/30.4")]
    [InlineData(20, 15, "HorizontalField 53.1/30.4")]
    [InlineData(0, -20, "HorizontalField 180/30.8")]
    [InlineData(0, 5, "NearEdge 50.2/35")]
    [InlineData(40, 30, "HorizontalField 53.1/29.8 Density 33.0/62.5")]
    public void A_probe_says_what_fails_and_by_how_much(double x, double y, string misses) =>
        Assert.Equal(misses, Text(Probe.Of(Pole, Lens, Person, [], null, x, y)));

    public static TheoryData<string, double, string> Limits() => new()
    {
        { "bullet tilted 29.5", 40, "FarEdge 6.1/9.5 Density 41.1/62.5" },
        { "sector with a range of 15 m", 20, "Range 20/15" },
        { "faces, at most 15 steep", 10, "MaxTilt 31.0/15" },
        { "200 degrees wide", 10, "Density 47.2/62.5" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Every_limit_of_lens_and_purpose_is_named(string camera, double y, string misses)
    {
        var (pose, lens, purpose) = camera switch
        {
            "bullet tilted 29.5" => (Pole with { Tilt = 29.5 }, Lens, Person),
            "sector with a range of 15 m" => (Pole, Lens with { Vfov = 180, Range = 15 }, Person),
            "200 degrees wide" => (Pole, Lens with { Hfov = 200 }, Person),
            _ => (Pole, Lens with { Vfov = 180 }, Person with { MaxTilt = 15 }),
        };
        Assert.Equal(misses, Text(Probe.Of(pose, lens, purpose, [], null, 0, y)));
    }

    [Fact]
    public void What_stands_in_the_way_is_named_with_the_sight_over_it_and_the_lens_that_would_pass()
    {
        Occluder[] town = [Box(30, 2, 32, 40), Box(-5, 10, 5, 12, 4), Box(-5, 14, 5, 15, 2)];
        var probe = Probe.Of(Pole, Lens, Person, town, null, 0, 18);
        Assert.Equal("Blocked 2/4", Text(probe));
        Assert.Equal([1, 2], probe.Blocks.Select(b => b.Occluder));
        var wall = probe.Blocks[0];
        Assert.Equal((10.0, 2.0, 4.0), (Math.Round(wall.Distance, 6), Math.Round(wall.SightHeight, 6), wall.Top));
        Assert.Equal(12, wall.LensHeight, 6);
        Assert.True(Probe.Of(Pole with { Height = 12.01 }, Lens with { Vfov = 180 }, Person, town, null, 0, 18).Misses.All(m => m.Condition != Condition.Blocked));
    }

    [Fact]
    public void Inside_a_house_there_is_nothing_to_see_and_nothing_is_seen_from_there()
    {
        Assert.StartsWith("InsideOccluder", Text(Probe.Of(Pole, Lens, Person, [Box(-5, 10, 5, 20, 9)], null, 0, 18)), StringComparison.Ordinal);
        Assert.StartsWith("CameraInside", Text(Probe.Of(Pole, Lens, Person, [Box(-2, -2, 2, 2, 9)], null, 0, 15)), StringComparison.Ordinal);
        Assert.Equal("OutsideRoom", Text(Probe.Of(Pole, Lens, Person, [], Box(-9, -9, 9, 9).Footprint, 0, 15)));
        Assert.Equal("", Text(Probe.Of(Pole, Lens, Person, [], Box(-9, -9, 9, 19).Footprint, 0, 15)));
    }

    [Fact]
    public void A_probe_gives_the_plain_figures_of_the_place()
    {
        var probe = Probe.Of(Pole, Lens, Person, [], null, 8, 8);
        Assert.Equal(
            (11.3137, 12.8062, 129.84, 45.0, 27.9384),
            (Math.Round(probe.Distance, 4), Math.Round(probe.Slant, 4), Math.Round(probe.Ppm, 3), Math.Round(probe.BearingOffset, 4), Math.Round(probe.Depression, 4)));
    }

    private static string Text(Probe probe) => string.Join(' ', probe.Misses.Select(m =>
        m is { Needs: 0, Has: 0 } ? $"{m.Condition}" : $"{m.Condition} {Short(m.Has)}/{Short(m.Needs)}"));

    private static string Short(double value) => Math.Round(value, 6).ToString(Math.Round(value, 6) % 1 == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);

    private static Occluder Box(double fromX, double fromY, double toX, double toY, double top = 3) =>
        new(new WKTReader().Read(FormattableString.Invariant(
            $"POLYGON(({fromX} {fromY}, {toX} {fromY}, {toX} {toY}, {fromX} {toY}, {fromX} {fromY}))")), top);
}
