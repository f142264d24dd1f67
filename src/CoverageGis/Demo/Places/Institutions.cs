using CoverageGis.Demo.Built;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Places;

/// <param name="Kind">protected or exempt.</param>
internal sealed record Excluded(string Kind, string Code, Name Name, string Reason, DateOnly? Until, Polygon Shape);

/// <summary>A house of public use that is no key site, with what around it must not be watched.</summary>
internal sealed record Institution(Name Name, Lot Lot, IReadOnlyList<Building> Buildings, IReadOnlyList<Excluded> Excluded);

/// <summary>Hospitals, kindergartens, schools, police stations.</summary>
internal static class Institutions
{
    public static IEnumerable<Institution> All(Lots lots, Names names)
    {
        if (lots.Take(1700, 2900, 104, 84) is { } first) yield return Hospital(1, first, names.Next());
        if (lots.Take(2600, 1000, 104, 84) is { } second) yield return Hospital(2, second, names.Next());
        foreach (var (x, y, i) in new[] { (3600.0, 2250.0, 1), (1350, 1200, 2), (2300, 1150, 3), (1250, 2700, 4) })
            if (lots.Take(x, y, 52, 44, onMainStreet: false) is { } lot) yield return Kindergarten(i, lot, names.Next());
        foreach (var (x, y) in new[] { (3700.0, 2900.0), (1500, 1100), (2050, 2650), (3400, 1850), (2300, 700) })
            if (lots.Take(x, y, 120, 92, onMainStreet: false) is { } lot) yield return School(lot, names.Next());
        foreach (var (x, y, unit) in new[] { (2350.0, 2250.0, 0), (1150, 2900, 1), (3750, 2750, 2), (2100, 950, 3), (3500, 1050, 4) })
            if (lots.Take(x, y, 34, 26) is { } lot) yield return Police(lot, Units.Names[unit]);
    }

    private static Institution Hospital(int number, Lot lot, Name head)
    {
        var at = lot.At;
        var yard = at.Rect(28, 44, 76, 66);
        return new Institution(head.With("医院", "Hospital"), lot,
        [
            Building.House(at.Rect(18, 12, 86, 30), Interval.Exactly(38.4), head.With("医院门诊楼", "Hospital")),
            Building.House(at.Outline((12, 40), (26, 40), (26, 68), (78, 68), (78, 40), (92, 40), (92, 80), (12, 80)), Interval.Exactly(24.6)),
        ],
        [new Excluded("protected", $"PA-H{number}", head.With("医院病房院落", "Hospital ward yard"), "病房 · patients' wards", null, yard)]);
    }

    private static Institution Kindergarten(int number, Lot lot, Name head)
    {
        var at = lot.At;
        var house = at.Outline((5, 16), (17, 16), (17, 27), (35, 27), (35, 16), (47, 16), (47, 39), (5, 39));
        return new Institution(head.With("幼儿园", "Kindergarten"), lot,
            [Building.House(house, Interval.Exactly(10.2), head.With("幼儿园", "Kindergarten"))],
            number % 2 == 0 ? [] : [new Excluded("protected", $"PA-K{number}", head.With("幼儿园更衣区", "Kindergarten changing wing"), "更衣室 · changing rooms", null, at.Rect(35, 4, 48, 39))]);
    }

    private static Institution School(Lot lot, Name head)
    {
        var at = lot.At;
        return new Institution(head.With("学校", "School"), lot,
        [
            Building.House(at.Rect(6, 62, 64, 76), Interval.Exactly(18.2), head.With("学校", "School")),
            Building.House(at.Rect(6, 34, 48, 46), Interval.Exactly(15.6)),
            Building.House(at.Outline((6, 10), (30, 10), (30, 22), (6, 22)), Interval.Exactly(9.4)),
        ], []);
    }

    private static Institution Police(Lot lot, Name name) =>
        new(name, lot, [Building.House(lot.At.Rect(5, 8, 29, 21), Interval.Exactly(13.4), name)], []);
}
