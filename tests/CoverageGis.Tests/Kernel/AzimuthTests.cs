using CoverageGis.Kernel;

namespace CoverageGis.Tests.Kernel;

public sealed class AzimuthTests
{
    [Theory]
    [InlineData(0, 0, 1, Math.PI / 2)]
    [InlineData(90, 1, 0, 0)]
    [InlineData(180, 0, -1, -Math.PI / 2)]
    [InlineData(270, -1, 0, Math.PI)]
    [InlineData(-45, -0.70710678, 0.70710678, Math.PI * 3 / 4)]
    [InlineData(405, 0.70710678, 0.70710678, Math.PI / 4)]
    public void Degrees_clockwise_from_north_become_directions_and_angles(double degrees, double east, double north, double radians)
    {
        var azimuth = new Azimuth(degrees);
        Assert.Equal(east, azimuth.Direction.X, 1e-8);
        Assert.Equal(north, azimuth.Direction.Y, 1e-8);
        Assert.Equal(0, Math.IEEERemainder(radians - azimuth.MathRadians, Math.Tau), 1e-12);
        Assert.Equal(azimuth.Normalised.Degrees, Azimuth.FromVector(east, north).Degrees, 1e-6);
        Assert.Equal(azimuth.Normalised.Degrees, Azimuth.FromMathRadians(radians).Degrees, 1e-9);
        Assert.Equal(azimuth.Normalised.Degrees, Azimuth.FromClockwiseRadians(azimuth.ClockwiseRadians).Degrees, 1e-9);
    }

    [Fact]
    public void Main_directions_are_exact() => Assert.Equal((-1, 0), new Azimuth(270).Direction);

    [Fact]
    public void A_true_azimuth_is_turned_by_where_the_grid_has_true_north() =>
        Assert.Equal(0.64, new Azimuth(0).OnGrid(0.64).Degrees, 1e-12);
}
