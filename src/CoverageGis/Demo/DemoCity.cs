using CoverageGis.Demo.Endless;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Demo;

/// <summary>An invented city, the same for a size and a seed on every machine. No name and no place in it is real.</summary>
public static class DemoCity
{
    /// <summary>The scene, item by item: the region first, then what is in it; a big city is drawn block by block while it is read.</summary>
    public static IEnumerable<SceneItem> Items(CitySize size, int seed) =>
        size.Blocks is { } blocks ? EndlessCity.Items(blocks, seed) : District.Items(seed);
}
