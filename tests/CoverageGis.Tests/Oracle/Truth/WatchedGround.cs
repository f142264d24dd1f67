namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>What of a zone can and must be seen, and how: asked point by point.</summary>
internal sealed class WatchedGround
{
    private const double BuiltOver = 0.9;

    private readonly Area _outline;
    private readonly double _ring;
    private readonly Prism[] _prisms;
    private readonly Area[] _notWatched;

    private WatchedGround(Scene scene, string site, string zone, Area outline, bool indoor, bool isDefault, Requirement asks)
    {
        (Site, Zone, _outline, Asks) = (site, zone, outline, asks);
        var near = outline.Bounds.Wider(asks.RingWidth);
        var standing = scene.Prisms.Where(p => p.StandsOnGround(asks.Target) && p.Bounds.Meets(near)).ToArray();
        Room = indoor ? RoomOf(outline, standing) : null;
        _prisms = [.. standing.Where(p => p != Room)];
        _notWatched = [.. scene.NotWatched.Where(a => a.Bounds.Meets(near))];
        _ring = isDefault && Share(outline, _prisms) >= BuiltOver ? asks.RingWidth : 0;
        Indoor = indoor;
    }

    public string Site { get; }
    public string Zone { get; }
    public Requirement Asks { get; }
    public bool Indoor { get; }

    /// <summary>The building that an indoor zone lies in.</summary>
    public Prism? Room { get; }

    public bool OnRing => _ring > 0;

    public Box Bounds => _outline.Bounds.Wider(_ring);

    /// <summary>Every zone of the scene of which something is required.</summary>
    public static IEnumerable<WatchedGround> Of(Scene scene)
    {
        foreach (var place in scene.Places.Where(p => p.InScope))
        {
            var policy = scene.Policies.GetValueOrDefault(place.Category);
            var parts = scene.Parts.Where(p => p.Site == place.Code).ToList();
            if (parts.Count == 0)
                parts = [new PartOfPlace(place.Code, place.Code, place.Ground)];
            foreach (var part in parts)
            {
                if ((part.Purpose ?? policy?.Purpose) is { } purpose)
                {
                    var asks = new Requirement(scene.Targets[purpose], part.MinCameras ?? policy?.MinCameras ?? 1,
                        part.CountsCapture ?? policy?.CountsCapture ?? false, policy?.RingWidth ?? 15, part.Ratio ?? policy?.Ratio ?? 1);
                    yield return new WatchedGround(scene, part.Site, part.Code, part.Ground, part.Indoor, part.Ground == place.Ground, asks);
                }
            }
        }
    }

    public bool Holds(double x, double y) => InShape(x, y)
        && !Array.Exists(_prisms, p => p.Covers(x, y)) && !Array.Exists(_notWatched, a => a.Contains(x, y));

    /// <summary>Points spread evenly over the shape, each for <paramref name="weight"/> m², watched or not.</summary>
    public IEnumerable<(double X, double Y)> Points(int count, out double weight)
    {
        var box = _outline.Bounds;
        var size = OnRing ? (box.MaxX - box.MinX + 2 * _ring) * (box.MaxY - box.MinY + 2 * _ring) : _outline.Size;
        var shape = OnRing ? Around(box.Wider(_ring)) : _outline;
        var points = Spread.Over(shape, Math.Sqrt(size / count), out weight);
        return OnRing ? points.Where(p => InShape(p.X, p.Y)) : points;
    }

    private bool InShape(double x, double y) => OnRing
        ? !_outline.Contains(x, y) && _outline.Nearest(x, y).Distance <= _ring : _outline.Contains(x, y);

    private static Area Around(in Box box) => new([[
        box.MinX, box.MinY, box.MaxX, box.MinY, box.MaxX, box.MaxY, box.MinX, box.MaxY, box.MinX, box.MinY]]);

    private static Prism? RoomOf(Area outline, Prism[] standing) => standing
        .Where(p => p.Spine is null).Select(p => (Prism: p, Share: Share(outline, [p])))
        .Where(s => s.Share > 0).OrderByDescending(s => s.Share).Select(s => s.Prism).FirstOrDefault();

    private static double Share(Area outline, Prism[] prisms)
    {
        var (all, covered) = (0, 0);
        foreach (var (x, y) in Spread.Over(outline, Math.Sqrt(outline.Size / 4000), out _))
        {
            all++;
            covered += Array.Exists(prisms, p => p.Covers(x, y)) ? 1 : 0;
        }
        return covered / (double)Math.Max(1, all);
    }
}
