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
    private readonly Obstacle[] _obstacles;
    private readonly Prism? _room;
    private readonly bool _isInside;

    /// <summary>Parameters as of <see cref="CameraView.Of"/>.</summary>
    public Prober(Pose pose, Lens lens, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure)
    {
        Pose = enclosure is null ? HostWall.Place(pose, purpose, occluders) : pose;
        _purpose = purpose;
        _picture = new Picture(Pose, lens, purpose);
        _frame = new Frame(Pose.X, Pose.Y, Pose.GridAzimuth);
        _obstacles = [.. occluders.Select(o => Obstacle.Of(o, Pose, purpose))];
        _room = enclosure is null ? null : new Prism(enclosure, Pose.X, Pose.Y);
        _isInside = occluders.Any(o => o.Encloses(Pose.Height, purpose) && NearestWall.Contains(Pose.X, Pose.Y, o.Footprint));
    }

    /// <summary>Where the camera really stands: just outside the wall that carries it.</summary>
    public Pose Pose { get; }

    /// <param name="x">East in the plane, m.</param>
    /// <param name="y">North in the plane, m.</param>
    /// <param name="sightLines">False: what stands around is not asked, which is most of the cost.</param>
    public Probe At(double x, double y, bool sightLines = true)
    {
        var (ahead, aside) = _frame.FromPlane(x, y);
        var distance = Math.Sqrt(ahead * ahead + aside * aside);
        var drop = Pose.Height - _purpose.ZMin;
        var slant = Math.Sqrt(distance * distance + drop * drop);
        var depression = Math.Atan2(drop, distance) * 180 / Math.PI;
        var ppm = _picture.Ppm(slant);
        var misses = _picture.Misses(ahead, aside, distance, ppm, depression);
        if (_isInside)
            misses.Insert(0, new Miss(Condition.CameraInside, 0, 0));
        var blocks = sightLines ? AddSight(misses, x - Pose.X, y - Pose.Y, distance) : [];
        return new Probe(distance, slant, ppm, Math.Atan2(-aside, ahead) * 180 / Math.PI, depression, misses, blocks);
    }

    /// <summary>Adds what stands in the way to a picture that was probed without.</summary>
    public Probe WithSight(Probe probe, double x, double y)
    {
        var misses = probe.Misses.ToList();
        var blocks = AddSight(misses, x - Pose.X, y - Pose.Y, probe.Distance);
        return probe with { Misses = misses, Blocks = blocks };
    }

    private List<Block> AddSight(List<Miss> misses, double x, double y, double distance)
    {
        if (_room is { } room && !room.Holds(x, y))
            misses.Add(new Miss(Condition.OutsideRoom, 0, 0));
        if (_obstacles.Any(o => o.IsOnGround && o.Footprint.Contains(x, y)))
            misses.Add(new Miss(Condition.InsideOccluder, 0, 0));
        var blocks = Blocks(x, y, distance);
        if (blocks.Count > 0)
        {
            var worst = blocks.MaxBy(b => b.Top - b.SightHeight);
            misses.Add(new Miss(Condition.Blocked, worst.SightHeight, worst.Top));
        }
        return blocks;
    }

    private List<Block> Blocks(double x, double y, double distance)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < _obstacles.Length; i++)
        {
            var obstacle = _obstacles[i];
            if (obstacle.From < obstacle.To && obstacle.Footprint.Over(x, y, obstacle.From, obstacle.To) is { } over)
                blocks.Add(new Block(i, over.First * distance, Lowest(over), obstacle.Top, LensOver(obstacle, x, y)));
        }
        blocks.Sort((a, b) => a.Distance.CompareTo(b.Distance));
        return blocks;
    }

    private double Lowest((double First, double Last) over) =>
        Pose.Height + (_purpose.ZMin < Pose.Height ? over.Last : over.First) * (_purpose.ZMin - Pose.Height);

    /// <summary>From H on, H + t·(z_min − H) ≥ top at the last t over the footprint.</summary>
    private double LensOver(in Obstacle obstacle, double x, double y)
    {
        var last = obstacle.Footprint.Over(x, y, 0, 1)?.Last ?? 1;
        return last < 1 ? (obstacle.Top - last * _purpose.ZMin) / (1 - last) : double.PositiveInfinity;
    }

    /// <summary>What blocks between two fractions of a sight line.</summary>
    private readonly record struct Obstacle(Prism Footprint, double Top, bool IsOnGround, double From, double To)
    {
        public static Obstacle Of(Occluder occluder, Pose pose, Purpose purpose)
        {
            var span = ShadowSpan.Of(pose.Height, purpose, occluder);
            return new Obstacle(new Prism(occluder.Footprint, pose.X, pose.Y), occluder.Top, occluder.IsOnGround(purpose),
                span.IsEmpty || span.IsEndless ? 0 : 1 / span.Far, span.IsEmpty ? 0 : 1 / span.Near);
        }
    }
}
