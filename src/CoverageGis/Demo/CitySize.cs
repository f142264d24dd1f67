using CoverageGis.Demo.Endless;

namespace CoverageGis.Demo;

/// <summary>How big a city to draw: the demo district, or a plain city of so many blocks for measurements.</summary>
public sealed record CitySize
{
    private CitySize(int? blocks) => Blocks = blocks;

    /// <summary>The invented district that a newcomer sees first, about 5 by 4 km and 1 200 cameras.</summary>
    public static CitySize District { get; } = new((int?)null);

    /// <summary>Blocks of a city for measurements; null for the district.</summary>
    public int? Blocks { get; }

    /// <summary>
    /// A city with that many cameras, rounded up to whole blocks, of the same density at any size:
    /// to 20 cameras belong 120 buildings and 4 zones, half of them small.
    /// </summary>
    public static CitySize ForCameras(int cameras)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cameras, 1);
        return new CitySize((cameras + CityBlock.Cameras - 1) / CityBlock.Cameras);
    }
}
