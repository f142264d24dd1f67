using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>
/// Ground in the pictures of all pinhole cameras within bounds. In the plane of distance along the axis and drop, each
/// edge of the picture is a line whose bearing grows with the tilt, and the drops and distances form a box: what all
/// share is bounded by the cameras at the ends of the intervals. Each gives half planes, turned by the azimuth's
/// tolerance to either side; where a turning line leaves an arc behind, chords within it.
/// </summary>
internal sealed class SharedFrustum
{
    /// <summary>The square that bounds the ground is this many outer radii from the camera, outside any arc.</summary>
    private const double CutOff = 1.5;

    private readonly double _turn;
    private readonly double _outer;
    private List<(double X, double Y)> _ground;

    private SharedFrustum(double turn, double outer)
    {
        var cut = CutOff * outer;
        (_turn, _outer, _ground) = (turn, outer, [(-cut, -cut), (cut, -cut), (cut, cut), (-cut, cut)]);
    }

    /// <summary>Counter-clockwise in the camera's frame; fewer than three corners when there is none.</summary>
    public static List<(double X, double Y)> Ground(CameraBounds camera, Purpose purpose, double outer)
    {
        var shared = new SharedFrustum(camera.AzimuthTolerance * Math.PI / 180, outer);
        foreach (var tilt in Ends(camera.Tilt))
        {
            foreach (var z in Ends(new Interval(purpose.ZMin, purpose.ZMax)))
            {
                foreach (var height in Ends(camera.Height))
                {
                    shared.Clip(camera, height - z, tilt);
                }
            }
        }
        if (camera.MayBePlain)
        {
            shared.ClipSector(camera.PlainHalf.Min);
        }
        return shared._ground;
    }

    private static double[] Ends(Interval interval) => interval.IsExact ? [interval.Min] : [interval.Min, interval.Max];

    private void Clip(CameraBounds camera, double drop, double tilt)
    {
        foreach (var edge in PictureEdge.All(drop, tilt, camera.PinholeHalf.Min, camera.Vfov.Min * Math.PI / 360))
        {
            Clip(edge);
        }
    }

    /// <summary>A sector narrower than 180°, for records that leave open which kind of lens it is.</summary>
    private void ClipSector(double half)
    {
        var (sin, cos) = Math.SinCos(half);
        Clip(new PictureEdge(sin, -cos, 0));
        Clip(new PictureEdge(sin, cos, 0));
    }

    private void Clip(in PictureEdge edge)
    {
        if (_turn == 0)
        {
            Cut(edge);
        }
        else if (edge.Offset <= 0 && _turn >= Math.PI / 2)
        {
            // Opposite directions are allowed, and no ground lies on the far side of both lines.
            _ground = [];
        }
        else
        {
            Cut(edge.Turned(_turn));
            Cut(edge.Turned(-_turn));
            CutArc(edge);
        }
    }

    private void CutArc(in PictureEdge edge)
    {
        var radius = edge.Distance;
        if (!(radius > 0 && radius < CutOff * 2 * _outer))
        {
            return;
        }
        var steps = (int)Math.Ceiling(_turn / Math.Acos(radius / (radius + Tolerances.ArcError)));
        var step = 2 * _turn / steps;
        for (var i = 0; i < steps; i++)
        {
            var chord = edge with { Offset = edge.Offset * Math.Cos(step / 2) };
            Cut(chord.Turned(-_turn + (i + 0.5) * step));
        }
    }

    private void Cut(in PictureEdge edge)
    {
        foreach (var (x, y) in _ground)
        {
            if (edge.X * x + edge.Y * y + edge.Offset < 0)
            {
                _ground = Frustum.Clip(_ground, edge.X, edge.Y, edge.Offset);
                return;
            }
        }
    }
}
