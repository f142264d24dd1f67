using System.Globalization;

namespace CoverageGis.Benchmarks;

/// <summary>What was measured beside what it should be.</summary>
public sealed class Verdict
{
    private readonly List<(string What, double Measured, string Target, bool? Met)> _lines = [];

    /// <summary>Without a target of its own.</summary>
    public void Tell(string what, double measured) => _lines.Add((what, measured, "", null));

    public void AtLeast(string what, double measured, double target) =>
        _lines.Add((what, measured, string.Create(CultureInfo.InvariantCulture, $">= {target:0.##}"), measured >= target));

    public void AtMost(string what, double measured, double target) =>
        _lines.Add((what, measured, string.Create(CultureInfo.InvariantCulture, $"<= {target:0.##}"), measured <= target));

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-68}{"measured",10}{"target",10}");
        foreach (var (what, measured, target, met) in _lines)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-68}{measured,10:0.00}{target,10}  {met switch { true => "met", false => "MISSED", null => "" }}"));
    }
}
