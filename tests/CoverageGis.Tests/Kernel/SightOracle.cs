using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>
/// Whether a ground point is seen, straight from the definition: condition by condition, sight line by prism.
/// Shares no geometry code with the kernel. Coordinates are relative to the camera.
/// </summary>
internal sealed class SightOracle(Pose pose, Lens lens, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure = null)
{
    private readonly double[][][][] _prisms = [.. occluders.Select(o => Parts(o.Footprint, pose))];
    private readonly double[][][] _rooms = enclosure is null ? [] : Parts(enclosure, pose);

    public bool Sees(double x, double y)
    {
        var (px, py) = (x - pose.X, y - pose.Y);
        return !IsShutIn() && InPicture(px, py, purpose.ZMin) && InPicture(px, py, purpose.ZMax) && InReach(px, py)
            && InRoom(px, py) && Enumerable.Range(0, occluders.Count).All(i => Clear(px, py, i));
    }

    private bool IsGroundBased(Occluder occluder) => occluder.Base == 0 || occluder.Base < purpose.ZMax;

    private bool IsShutIn() => Enumerable.Range(0, occluders.Count).Any(i =>
        IsGroundBased(occluders[i]) && pose.Height <= occluders[i].Top && _prisms[i].Any(part => Contains(part, 0, 0) && !part.Any(PassesHere)));

    private static bool PassesHere(double[] ring) => Enumerable.Range(0, ring.Length / 2 - 1).Any(i =>
        new LineSegment(ring[2 * i], ring[2 * i + 1], ring[2 * i + 2], ring[2 * i + 3]).Distance(new Coordinate(0, 0)) < 1e-9);

    private bool IsPlain => lens.Vfov >= 180 || lens.Hfov >= 150;

    private bool InPicture(double px, double py, double z)
    {
        if (lens.Fisheye)
        {
            return true;
        }
        var azimuth = Math.PI / 180 * pose.GridAzimuth;
        if (IsPlain)
        {
            var off = Math.IEEERemainder(Math.Atan2(px, py) - azimuth, 2 * Math.PI);
            return Math.Abs(off) <= lens.Hfov * Math.PI / 360;
        }
        var tilt = Math.PI / 180 * pose.Tilt;
        double[] v = [px, py, z - pose.Height];
        double[] axis = [Math.Sin(azimuth) * Math.Cos(tilt), Math.Cos(azimuth) * Math.Cos(tilt), -Math.Sin(tilt)];
        double[] right = [Math.Cos(azimuth), -Math.Sin(azimuth), 0];
        double[] up = [Math.Sin(azimuth) * Math.Sin(tilt), Math.Cos(azimuth) * Math.Sin(tilt), Math.Cos(tilt)];
        var depth = Dot(v, axis);
        return depth > 0 && Math.Abs(Dot(v, right)) <= depth * Math.Tan(lens.Hfov * Math.PI / 360)
            && Math.Abs(Dot(v, up)) <= depth * Math.Tan(lens.Vfov * Math.PI / 360);
    }

    private static double Dot(double[] a, double[] b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

    private bool InReach(double px, double py)
    {
        var hfov = lens.Hfov * Math.PI / 180;
        var reach = lens.Fisheye || lens.Hfov >= 150
            ? lens.Pixels / (hfov * purpose.MinPpm)
            : lens.Pixels / (2 * purpose.MinPpm * Math.Tan(hfov / 2));
        var flat = Math.Sqrt(px * px + py * py);
        var drop = pose.Height - purpose.ZMin;
        return Math.Sqrt(flat * flat + drop * drop) <= reach && flat <= (lens.Range ?? flat)
            && Math.Atan2(drop, flat) * 180 / Math.PI <= (purpose.MaxTilt ?? 90);
    }

    /// <summary>The whole way to the point runs inside the room.</summary>
    private bool InRoom(double px, double py) =>
        enclosure is null || _rooms.Any(room => Within(room, px, py).Sum(part => part.To - part.From) > 1 - 1e-9);

    private bool Clear(double px, double py, int index)
    {
        var occluder = occluders[index];
        foreach (var part in _prisms[index])
        {
            if (IsGroundBased(occluder) && Contains(part, px, py))
            {
                return false;
            }
            if (Within(part, px, py).Any(piece => Meets(occluder, piece.From, piece.To)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Somewhere between two fractions of the sight lines the heights seen meet (base, top): bisects on the two linear bounds.</summary>
    private bool Meets(Occluder occluder, double from, double to)
    {
        (from, to) = Below(from, to, purpose.ZMin, occluder.Top);
        (from, to) = Above(from, to, purpose.ZMax, occluder.Base);
        return to - from > 1e-12;
    }

    private (double, double) Below(double from, double to, double z, double limit)
    {
        var (a, b) = (HeightAt(from, z) - limit, HeightAt(to, z) - limit);
        return (a < 0, b < 0) switch
        {
            (true, true) => (from, to),
            (false, false) => (from, from),
            (true, false) => (from, from + (to - from) * a / (a - b)),
            _ => (from + (to - from) * a / (a - b), to),
        };
    }

    private (double, double) Above(double from, double to, double z, double limit)
    {
        var (a, b) = (limit - HeightAt(from, z), limit - HeightAt(to, z));
        return (a < 0, b < 0) switch
        {
            (true, true) => (from, to),
            (false, false) => (from, from),
            (true, false) => (from, from + (to - from) * a / (a - b)),
            _ => (from + (to - from) * a / (a - b), to),
        };
    }

    private double HeightAt(double fraction, double z) => pose.Height + fraction * (z - pose.Height);

    /// <summary>Parts of the way from the camera to a point that run inside a polygon: cut at every edge, tried in between.</summary>
    private static IEnumerable<(double From, double To)> Within(double[][] polygon, double px, double py)
    {
        List<double> cuts = [0, 1];
        foreach (var ring in polygon)
        {
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                var (ax, ay, dx, dy) = (ring[i], ring[i + 1], ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]);
                var denominator = px * dy - py * dx;
                var along = (ax * dy - ay * dx) / denominator;
                var across = (ax * py - ay * px) / denominator;
                if (along > 0 && along < 1 && across >= -1e-9 && across <= 1 + 1e-9)
                {
                    cuts.Add(along);
                }
            }
        }
        cuts.Sort();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var middle = (cuts[i] + cuts[i + 1]) / 2;
            if (cuts[i + 1] - cuts[i] > 1e-9 && Contains(polygon, middle * px, middle * py))
            {
                yield return (cuts[i], cuts[i + 1]);
            }
        }
    }

    /// <summary>Even-odd over all rings.</summary>
    private static bool Contains(double[][] polygon, double x, double y)
    {
        var inside = false;
        foreach (var ring in polygon)
        {
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                if (ring[i + 1] > y != ring[i + 3] > y
                    && x < ring[i] + (y - ring[i + 1]) * (ring[i + 2] - ring[i]) / (ring[i + 3] - ring[i + 1]))
                {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /// <summary>Polygons, their rings, x and y in turn.</summary>
    private static double[][][] Parts(Geometry area, Pose pose)
    {
        var polygons = Enumerable.Range(0, area.NumGeometries).Select(i => area.GetGeometryN(i)).OfType<Polygon>();
        return [.. polygons.Select(p => p.InteriorRings.Prepend(p.ExteriorRing).Select(r => Flat(r.Coordinates, pose)).ToArray())];
    }

    private static double[] Flat(Coordinate[] ring, Pose pose) => [.. ring.SelectMany(c => new[] { c.X - pose.X, c.Y - pose.Y })];
}
