using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Placement;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Probing;

/// <summary>An exact camera among its occluders, ready to be asked about many ground points. May be asked from many threads.</summary>
public sealed class Prober
{
    private readonly Purpose _purpose;
    private readonly Picture _picture;
    private readonly Frame _frame;
    private readonly Obstacles _obstacles;
    private readonly int _own;
    private readonly FlatArea? _room;
    private readonly bool _isInside;

    /// <summary>Parameters as of <see cref="CameraView.Of"/>.</summary>
    public Prober(Pose pose, Lens lens, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure)
        : this(pose, lens, purpose, new Obstacles(occluders), enclosure)
    {
    }

    /// <param name="obstacles">Shared by many cameras.</param>
    /// <param name="enclosure">Outline of an indoor camera's building; null outdoors.</param>
    /// <param name="own">Index of that building in the obstacles, where it does not hide what is inside; -1 = it is not among them.</param>
    public Prober(Pose pose, Lens lens, Purpose purpose, Obstacles obstacles, Geometry? enclosure, int own = -1)
    {
        (_purpose, _obstacles, _own) = (purpose, obstacles, own);
        Pose = enclosure is null && pose.OnWall
            ? HostWall.Place(pose, purpose, obstacles.Near(pose.X, pose.Y, Tolerances.HostDistance + Tolerances.WallOffset)) : pose;
        _picture = new Picture(Pose, lens, purpose);
        _frame = new Frame(Pose.X, Pose.Y, Pose.GridAzimuth);
        _room = enclosure is null ? null : new FlatArea(enclosure, Pose.X, Pose.Y);
        _isInside = obstacles.Passed(obstacles.WayTo(Pose, Pose.X, Pose.Y)).Any(Encloses);
    }

    /// <summary>Where the camera really stands: just outside the wall that carries it.</summary>
    public Pose Pose { get; }

    private double Drop => Pose.Height - _purpose.ZMin;

    /// <summary>What of the picture fails, whatever stands around: quick, for many cameras and points.</summary>
    public Failing Failing(double x, double y)
    {
        var (ahead, aside) = _frame.FromPlane(x, y);
        var distance = Math.Sqrt(ahead * ahead + aside * aside);
        var failing = _picture.Failing(ahead, aside, distance, Math.Sqrt(distance * distance + Drop * Drop));
        return _isInside ? failing | Probing.Failing.CameraInside : failing;
    }

    /// <param name="x">East in the plane, m.</param>
    /// <param name="y">North in the plane, m.</param>
    public Probe At(double x, double y) => WithSight(Picture(x, y), x, y);

    /// <summary>The same as if nothing stood around.</summary>
    public Probe Picture(double x, double y)
    {
        var (ahead, aside) = _frame.FromPlane(x, y);
        var distance = Math.Sqrt(ahead * ahead + aside * aside);
        var slant = Math.Sqrt(distance * distance + Drop * Drop);
        var depression = Math.Atan2(Drop, distance) * 180 / Math.PI;
        var ppm = _picture.Ppm(slant);
        var misses = _picture.Misses(_picture.Failing(ahead, aside, distance, slant), ahead, aside, distance, ppm, depression);
        if (_isInside)
            misses.Insert(0, new Miss(Condition.CameraInside, 0, 0));
        return new Probe(distance, slant, ppm, Math.Atan2(-aside, ahead) * 180 / Math.PI, depression, misses, []);
    }

    /// <summary>Adds what stands around to a <see cref="Picture(double, double)"/> of the same point.</summary>
    public Probe WithSight(Probe picture, double x, double y)
    {
        var misses = picture.Misses.ToList();
        var blocks = AddSight(misses, x, y, picture.Distance);
        return picture with { Misses = misses, Blocks = blocks };
    }

    private bool Encloses(int index) => index != _own && _obstacles[index].Encloses(Pose.Height, _purpose)
        && NearestWall.Contains(Pose.X, Pose.Y, _obstacles[index].Footprint);

    private List<Block> AddSight(List<Miss> misses, double x, double y, double distance)
    {
        var way = _obstacles.WayTo(Pose, x, y);
        var passed = _obstacles.Passed(way);
        if (_room is { } room && !room.Holds(new Way(0, 0, x - Pose.X, y - Pose.Y)))
            misses.Add(new Miss(Condition.OutsideRoom, 0, 0));
        if (IsInsideAny(way, passed))
            misses.Add(new Miss(Condition.InsideOccluder, 0, 0));
        var blocks = Blocks(way, passed, distance);
        if (blocks.Count > 0)
        {
            var worst = blocks.MaxBy(b => b.Top - b.SightHeight);
            misses.Add(new Miss(Condition.Blocked, worst.SightHeight, worst.Top));
        }
        return blocks;
    }

    private bool IsInsideAny(in Way way, IReadOnlyList<int> passed)
    {
        foreach (var i in passed)
        {
            if (i != _own && _obstacles[i].IsOnGround(_purpose) && _obstacles.Area(i).Contains(way.X + way.Dx, way.Y + way.Dy))
                return true;
        }
        return false;
    }

    private List<Block> Blocks(in Way way, IReadOnlyList<int> passed, double distance)
    {
        var blocks = new List<Block>();
        foreach (var i in passed)
        {
            var occluder = _obstacles[i];
            var span = ShadowSpan.Of(Pose.Height, _purpose, occluder);
            if (i == _own || span.IsEmpty)
                continue;
            if (_obstacles.Area(i).Over(way, span.IsEndless ? 0 : 1 / span.Far, 1 / span.Near) is { } over)
                blocks.Add(new Block(i, over.First * distance, Lowest(over), occluder.Top, LensOver(way, i)));
        }
        blocks.Sort((a, b) => a.Distance.CompareTo(b.Distance));
        return blocks;
    }

    private double Lowest((double First, double Last) over) =>
        Pose.Height + (_purpose.ZMin < Pose.Height ? over.Last : over.First) * (_purpose.ZMin - Pose.Height);

    /// <summary>From H on, H + t·(z_min − H) ≥ top at the last t over the footprint.</summary>
    private double LensOver(in Way way, int index)
    {
        var last = _obstacles.Area(index).Over(way, 0, 1)?.Last ?? 1;
        return last < 1 ? (_obstacles[index].Top - last * _purpose.ZMin) / (1 - last) : double.PositiveInfinity;
    }
}
