using System.Text.Json.Nodes;
using CoverageGis.Tests.Oracle.Truth;

namespace CoverageGis.Tests.Oracle;

/// <summary>Gaps against the points that are truly unseen.</summary>
internal static class GapCheck
{
    /// <summary>A gap survives erosion by this, m.</summary>
    private const double HalfSliver = 0.25;

    /// <summary>What tolerances of the definition (0.02 m) and rounding can move an outline, m.</summary>
    private const double Band = 0.04;

    public static IEnumerable<string> Faults(List<JsonObject> features, ZoneTruth truth, Plane plane, double unseen)
    {
        var gaps = Drawn(features, plane);
        foreach (var fault in Shapes(gaps, truth.Name, unseen))
            yield return fault;
        foreach (var (ground, told) in gaps)
        {
            if (Intruder(ground, truth.Sight, unseen: true) is { } spot)
                yield return $"{truth.Name}: a gap of {Comparison.Say(told)} m² holds {spot}";
        }
        if (Forgotten([.. gaps.Select(g => g.Ground)], truth.Sight) is { } missing)
            yield return $"{truth.Name}: no gap at {missing}, where a disc wider than a sliver is unseen";
    }

    public static List<(Area Ground, double Told)> Drawn(List<JsonObject> features, Plane plane)
    {
        var draw = new Drawing(plane);
        return [.. features.Select(f => (draw.Ground(new Feature(f)), (double)f["properties"]!["area_m2"]!))];
    }

    /// <summary>Gaps are as large as they are told, no slivers, and not more than what is unseen.</summary>
    public static IEnumerable<string> Shapes(List<(Area Ground, double Told)> gaps, string name, double unseen)
    {
        foreach (var (ground, told) in gaps)
        {
            if (Math.Abs(ground.Size - told) > 0.001 * told + 0.01)
                yield return $"{name}: a gap of {Comparison.Say(told)} m² is drawn with {Comparison.Say(ground.Size)}";
            if (Inradius(ground) is var radius && radius < HalfSliver - 0.005)
                yield return $"{name}: a gap of {Comparison.Say(told)} m² is a sliver, {Comparison.Say(2 * radius)} m wide";
        }
        if (gaps.Sum(g => g.Told) is var sum && sum > unseen * (1 + 1e-6) + 1e-6)
            yield return $"{name}: gaps of {Comparison.Say(sum)} m² where {Comparison.Say(unseen)} are unseen";
    }

    /// <summary>A point well inside a gap that is not watched, or seen where it must be unseen.</summary>
    public static string? Intruder(Area gap, ZoneSight sight, bool unseen)
    {
        bool Belongs(double x, double y) => sight.Ground.Holds(x, y) && !(unseen && sight.IsSeen(x, y));
        foreach (var (x, y) in Spread.Over(gap, Math.Sqrt(gap.Size / 300), out _))
        {
            if (gap.Nearest(x, y).Distance > Band && !Belongs(x, y) && IsPlain(Belongs, x, y))
                return FormattableString.Invariant($"({x:0.000}, {y:0.000}), which is {(sight.Ground.Holds(x, y) ? "seen" : "not watched")}");
        }
        return null;
    }

    /// <summary>A point of no gap amid unseen ground.</summary>
    private static string? Forgotten(Area[] gaps, ZoneSight sight)
    {
        var tried = 0;
        var points = sight.Ground.Points(8000, out _);
        foreach (var (x, y) in points)
        {
            if (!IsUnseen(sight, x, y) || Array.Exists(gaps, g => g.Contains(x, y)) || !IsDisc(sight, x, y, sight.IsPossiblySeen(x, y)))
                continue;
            if (++tried > 2)
                return FormattableString.Invariant($"({x:0.000}, {y:0.000})");
        }
        return null;
    }

    public static bool IsUnseen(ZoneSight sight, double x, double y) => sight.Ground.Holds(x, y) && !sight.IsSeen(x, y);

    /// <summary>All round as far as a gap reaches at least, unseen with the same certainty.</summary>
    private static bool IsDisc(ZoneSight sight, double x, double y, bool possible)
    {
        for (var ring = 1; ring <= 6; ring++)
        {
            for (var i = 0; i < 24; i++)
            {
                var (sin, cos) = Math.SinCos((i + 0.5 * (ring % 2)) * Math.Tau / 24);
                var far = (HalfSliver + 0.03) * ring / 6;
                if (!IsUnseen(sight, x + far * sin, y + far * cos) || sight.IsPossiblySeen(x + far * sin, y + far * cos) != possible)
                    return false;
            }
        }
        return true;
    }

    /// <summary>The same all round within the band: no outline passes here.</summary>
    private static bool IsPlain(Func<double, double, bool> belongs, double x, double y)
    {
        var here = belongs(x, y);
        return Enumerable.Range(0, 16).Select(i => Math.SinCos(i * Math.Tau / 16))
            .All(d => belongs(x + Band * d.Sin, y + Band * d.Cos) == here);
    }

    /// <summary>Radius of the largest disc inside, or enough of it: by trying points and climbing from the best.</summary>
    private static double Inradius(Area gap)
    {
        var step = Math.Sqrt(gap.Size / 1500);
        var starts = Spread.Over(gap, step, out _).Select(p => (p.X, p.Y, gap.Nearest(p.X, p.Y).Distance))
            .OrderByDescending(p => p.Distance).Take(12).ToList();
        return starts.Count == 0 ? 0 : starts[0].Distance > HalfSliver ? starts[0].Distance : starts.Max(s => Climbed(gap, s.X, s.Y, s.Distance));
    }

    private static double Climbed(Area gap, double x, double y, double reached)
    {
        for (var step = 0.2; step > 1e-4; step /= 2)
        {
            for (var i = 0; i < 32; i++)
            {
                var (sin, cos) = Math.SinCos(i * Math.Tau / 16);
                var (nx, ny) = (x + step * sin, y + step * cos);
                if (gap.Contains(nx, ny) && gap.Nearest(nx, ny).Distance is var far && far > reached)
                    (x, y, reached) = (nx, ny, far);
            }
        }
        return reached;
    }
}
