namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>Points spread evenly over an area, the same on every run.</summary>
internal static class Spread
{
    /// <summary>
    /// Rows a step apart, each jittered, and on what lies inside of each row points a step apart from a random start,
    /// so that a strip much narrower than a step gets its share of points too.
    /// </summary>
    /// <param name="weight">Ground that each point stands for, m².</param>
    public static IEnumerable<(double X, double Y)> Over(Area area, double step, out double weight)
    {
        var height = area.Bounds.MaxY - area.Bounds.MinY;
        var rows = Math.Max(400, (int)Math.Ceiling(height / step));
        var rise = height / rows;
        var along = step * step / rise;
        weight = rise * along;
        return Over(area, rows, rise, along);
    }

    private static IEnumerable<(double X, double Y)> Over(Area area, int rows, double rise, double along)
    {
        var crossings = new List<double>();
        var dice = new Random(4711);
        for (var row = 0; row < rows; row++)
        {
            var y = area.Bounds.MinY + (row + dice.NextDouble()) * rise;
            area.Row(y, crossings);
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                for (var x = crossings[i] + along * dice.NextDouble(); x < crossings[i + 1]; x += along)
                    yield return (x, y);
            }
        }
    }
}
