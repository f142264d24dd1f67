using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;

namespace CoverageGis.Demo.Places;

/// <summary>Compounds that are key sites: whole blocks with slabs or towers; the old ones count, new ones are only shown.</summary>
internal static class CompoundSites
{
    private const int Count = 30;

    public static IEnumerable<Place> All(Town town, Names names, Dice dice)
    {
        var fit = town.Blocks.Where(b => b.IsWhole && Suits(b)).OrderBy(_ => dice.Next()).ToList();
        var slabs = fit.Where(b => b.Use is Use.Slabs).Take(Count - 7);
        return slabs.Concat(fit.Where(b => b.Use is Use.Towers).Take(7)).Select((block, i) => Compound(i, block, names.Next(), dice));
    }

    private static bool Suits(Block block) => block.Use switch
    {
        Use.Slabs => block.Ground.Area is > 6500 and < 14000,
        Use.Towers => block.Ground.Area is > 12000 and < 26000,
        _ => false,
    };

    private static Place Compound(int number, Block block, Name head, Dice dice)
    {
        var isNew = block.Use is Use.Towers;
        var year = isNew ? 2004 + dice.Below(14) : 1979 + dice.Below(21);
        bool? scope = number % 10 == 6 ? null : !isNew;
        var name = isNew ? head.With("公馆", "Residence") : dice.Chance(0.5) ? head.With("新村", "New Village") : head.With("里小区", "Estate");
        return new Place($"CP{number + 1:00}", name, "compound", Shapes.Box(block.Ground).Frame, Shapes.Largest(block.Ground.Buffer(-1.4)))
        {
            InScope = scope,
            Care = (number % 7) switch { 0 or 2 or 5 => Care.Full, 1 or 4 => Care.Half, 3 => Care.Poor, _ => Care.None },
            Facts = scope is null ? [] : [("建成年份", $"{year}")],
        };
    }
}
