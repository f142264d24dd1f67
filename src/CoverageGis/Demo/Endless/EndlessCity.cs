using CoverageGis.Demo.Drawing;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Demo.Endless;

/// <summary>A plain city for measurements, drawn block by block while it is read, so that its size costs no memory.</summary>
internal static class EndlessCity
{
    public static IEnumerable<SceneItem> Items(int blocks, int seed)
    {
        var pen = new Pen(118.84, 32.34);
        yield return new RegionItem("city", "测量城 · City for measurements", Pen.Srid, null) { Ref = "region city" };
        for (var number = 0; number < blocks; number++)
            foreach (var item in new CityBlock(number, seed, pen).Items()) yield return item;
    }
}
