using CoverageGis.Demo.Drawing;
using CoverageGis.Kernel;

namespace CoverageGis.Demo.Built;

/// <summary>Heights as a survey knows them: most measured, some only counted in storeys and so an interval.</summary>
internal static class Storeys
{
    private const double Estimated = 0.12;

    public static Interval Of(int count, Dice dice, double each = 3)
    {
        var height = Math.Round((count * each) + dice.Between(0.2, 1.2), 1);
        return dice.Chance(Estimated)
            ? new Interval(Math.Round(count * each * 0.9, 1), Math.Round(count * each * 1.15, 1))
            : Interval.Exactly(height);
    }

    public static Interval Between(int low, int high, Dice dice, double each = 3) => Of(low + dice.Below(high - low + 1), dice, each);
}
