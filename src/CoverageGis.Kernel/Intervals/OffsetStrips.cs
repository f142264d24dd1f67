namespace CoverageGis.Kernel.Intervals;

/// <summary>
/// Distances that may be seen, strip by strip of offsets from the optical axis to either side; each strip's holds
/// for every offset in it.
/// </summary>
internal sealed class OffsetStrips
{
    /// <summary>Finest strips, as a part of half the widest field of view; what a strip overstates is half its width.</summary>
    private const int StripsPerHalf = 100;

    /// <summary>Beyond twice that angle little is seen but the ground under the camera, rad.</summary>
    private const double Coarse = Math.PI / 180;

    private readonly double[] _edges;
    private readonly Stretch[] _strips;

    private OffsetStrips(double[] edges, Stretch[] strips) => (_edges, _strips) = (edges, strips);

    /// <summary>Ascending from 0 to at most π, radians.</summary>
    public IReadOnlyList<double> Edges => _edges;

    public IReadOnlyList<Stretch> Strips => _strips;

    public static OffsetStrips Of(CameraBounds camera, Purpose purpose)
    {
        var edges = EdgesFor(Math.Min(camera.Hfov.Max, 360) * Math.PI / 360);
        var pinhole = camera.MayBePinhole ? new PossiblePinhole(camera, purpose) : null;
        var sector = camera.MayBePlain ? new PossibleSector(camera, purpose) : null;
        var strips = new Stretch[edges.Length - 1];
        for (var i = 0; i < strips.Length; i++)
        {
            strips[i] = (pinhole?.Between(edges[i], edges[i + 1]) ?? Stretch.None).Union(sector?.Beyond(edges[i]) ?? Stretch.None);
        }
        return new OffsetStrips(edges, strips);
    }

    private static double[] EdgesFor(double half)
    {
        var (fine, edges) = (half / StripsPerHalf, new List<double> { 0 });
        for (var i = 1; i <= 2 * StripsPerHalf && i * fine < Math.PI; i++)
        {
            edges.Add(i == StripsPerHalf ? half : i * fine);
        }
        for (var next = edges[^1] + Coarse; next < Math.PI; next += Coarse)
        {
            edges.Add(next);
        }
        edges.Add(Math.PI);
        return [.. edges];
    }

    /// <summary>All that is seen at some offset in [from, to].</summary>
    public Stretch Between(double from, double to)
    {
        var all = Stretch.None;
        for (var i = FirstAt(from); i < _strips.Length && (_edges[i] < to || _edges[i] <= from); i++)
        {
            all = all.Union(_strips[i]);
        }
        return all;
    }

    /// <summary>The strip that holds an offset.</summary>
    private int FirstAt(double offset)
    {
        var place = Array.BinarySearch(_edges, offset);
        return Math.Clamp(place >= 0 ? place : ~place - 1, 0, _strips.Length - 1);
    }

    /// <summary>
    /// The same for an azimuth that is known to a tolerance below π, radians: edges lie where the far side of the tolerance
    /// meets an edge, so that the last bearing is exact.
    /// </summary>
    public OffsetStrips Turned(double tolerance)
    {
        if (tolerance == 0)
        {
            return this;
        }
        var edges = TurnedEdges(tolerance);
        var strips = new Stretch[edges.Length - 1];
        for (var i = 0; i < strips.Length; i++)
        {
            strips[i] = Between(Math.Max(0, edges[i] - tolerance), Math.Min(Math.PI, edges[i + 1] + tolerance));
        }
        return new OffsetStrips(edges, strips);
    }

    private double[] TurnedEdges(double tolerance)
    {
        var steps = (int)Math.Ceiling(tolerance / Coarse);
        var within = Enumerable.Range(0, steps).Select(i => i * tolerance / steps);
        return [.. within, .. _edges.Select(e => e + tolerance).Where(e => e < Math.PI), Math.PI];
    }
}
