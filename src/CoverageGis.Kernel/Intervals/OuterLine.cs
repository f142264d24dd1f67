using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>
/// Draws lines with few corners round the steps of <see cref="OffsetStrips"/>: far lines never nearer than the steps, near
/// lines never farther, and neither more than a small part of the radius off.
/// </summary>
internal sealed class OuterLine
{
    /// <summary>Room for a line beside the steps, as a part of the radius: 0.1 m to either side at 40 m.</summary>
    private const double Slack = 0.0025;

    private readonly double[] _edges, _near, _far;
    private readonly (double X, double Y)[] _ways;
    private readonly Stretch[] _steps;

    private OuterLine(OffsetStrips offsets)
    {
        _edges = [.. offsets.Edges.Skip(1).Reverse().Select(e => -e), .. offsets.Edges];
        _steps = [.. offsets.Strips.Reverse(), .. offsets.Strips];
        _ways = [.. _edges.Select(e => Math.SinCos(e)).Select(e => (e.Cos, e.Sin))];
        (_near, _far) = (new double[_edges.Length], new double[_edges.Length]);
        for (var i = 0; i < _edges.Length; i++)
        {
            (_near[i], _far[i]) = (Math.Min(Near(i - 1), Near(i)), Math.Max(Far(i - 1), Far(i)));
        }
    }

    public static Profile Around(OffsetStrips offsets)
    {
        var line = new OuterLine(offsets);
        var first = Array.FindIndex(line._steps, s => !s.IsEmpty);
        return first < 0 ? new Profile([], []) : line.Draw(first, Array.FindLastIndex(line._steps, s => !s.IsEmpty) + 1);
    }

    private double Near(int step) => step < 0 || step >= _steps.Length ? double.PositiveInfinity : _steps[step].Near;

    /// <summary>So far out that the chord over the step stays outside its circle.</summary>
    private double Far(int step) =>
        step < 0 || step >= _steps.Length ? 0 : _steps[step].Far / Math.Cos((_edges[step + 1] - _edges[step]) / 2);

    private Profile Draw(int from, int end)
    {
        var (bearings, lines) = (new List<double> { _edges[from] }, new List<ProfileStrip>());
        while (from < end)
        {
            var to = from + 1;
            while (to < end && Holds(from, to + 1))
            {
                to++;
            }
            bearings.Add(_edges[to]);
            lines.Add(_steps[from].IsEmpty ? ProfileStrip.Nothing : Line(from, to));
            from = to;
        }
        return new Profile(bearings, lines);
    }

    private ProfileStrip Line(int from, int to) => new(
        (1 - Slack) * _near[from], (1 - Slack) * _near[to], (1 + Slack) * _far[from], (1 + Slack) * _far[to]);

    /// <summary>One straight line may stand for all steps from an edge to another.</summary>
    private bool Holds(int from, int to)
    {
        if (_steps[from].IsEmpty != _steps[to - 1].IsEmpty || Cross(_ways[from], _ways[to]) <= 0)
        {
            return false;
        }
        var line = Line(from, to);
        for (var i = from + 1; i < to && !_steps[from].IsEmpty; i++)
        {
            var (near, far) = (Between(line.NearFrom, line.NearTo, from, i, to), Between(line.FarFrom, line.FarTo, from, i, to));
            if (near > _near[i] || near < (1 - 2 * Slack) * _near[i] || far < _far[i] || far > (1 + 2 * Slack) * _far[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Radius at an edge of the line between the radii at two others; 0 when it begins at the camera.</summary>
    private double Between(double first, double last, int from, int at, int to) => first <= 0 || last <= 0
        ? 0
        : Cross(_ways[from], _ways[to]) / (Cross(_ways[at], _ways[to]) / first + Cross(_ways[from], _ways[at]) / last);

    private static double Cross((double X, double Y) one, (double X, double Y) other) => one.X * other.Y - one.Y * other.X;
}
