namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>The cameras that count for a zone, and whether they see a point of it.</summary>
internal sealed class ZoneSight
{
    private readonly Eye[] _certain, _possible;
    private readonly bool _sameEyes;

    public ZoneSight(Scene scene, WatchedGround ground)
    {
        Ground = ground;
        var counting = scene.Lookouts.Where(l => l.InUse && l.Optics is not null && (ground.Asks.CountsCapture || !l.Capture)).ToList();
        var highest = scene.Prisms.Select(p => p.Highest).ToList();
        _certain = [.. counting.Where(l => !l.Estimated).Select(l => EyeOf(l, highest)).OfType<Eye>().Where(Reaches)];
        _sameEyes = counting.TrueForAll(l => !l.Estimated) && scene.Prisms.All(p => p.Top == p.HighestTop);
        _possible = _sameEyes ? _certain : [.. counting.Select(l => EyeOf(l, scene.Prisms)).OfType<Eye>().Where(Reaches)];
    }

    public WatchedGround Ground { get; }

    public bool IsSeen(double x, double y) => Many(_certain, x, y);

    public bool IsPossiblySeen(double x, double y) => !_sameEyes && Many(_possible, x, y);

    private bool Reaches(Eye eye) => eye.Reach.Meets(Ground.Bounds);

    private bool Many(Eye[] eyes, double x, double y)
    {
        var count = 0;
        foreach (var eye in eyes)
        {
            if (eye.Sees(x, y) && ++count >= Ground.Asks.MinCameras)
                return true;
        }
        return false;
    }

    /// <summary>Null when the camera cannot count: indoors in another building, or indoors and the zone is not.</summary>
    private Eye? EyeOf(Lookout lookout, IReadOnlyList<Prism> prisms)
    {
        var target = Ground.Asks.Target;
        if (lookout.Indoor != Ground.Indoor)
            return null;
        if (!lookout.Indoor)
            return new Eye(lookout.OnWall ? Wall.Place(lookout.Optics!, target, prisms) : lookout.Optics!, target, prisms, null);
        return Ground.Room is { } room && room.Covers(lookout.Optics!.X, lookout.Optics.Y)
            ? new Eye(lookout.Optics, target, prisms.Where(p => p.Pieces != room.Pieces), room.Pieces[0]) : null;
    }
}
