namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>Where a camera that is fixed to a wall really is: outside the nearest wall, in front of it.</summary>
internal static class Wall
{
    private const double Farthest = 3, InFront = 0.1, Touching = 1e-6;

    public static Optics Place(Optics camera, Target target, IEnumerable<Prism> prisms)
    {
        if (Host(camera, target, prisms) is not { } host)
            return camera;
        var (x, y) = host.Spine is { } spine
            ? Beside(spine, host.HalfWidth + InFront, camera) : Before(host.Pieces[0], camera);
        return camera with { X = x, Y = y };
    }

    public static Prism? Host(Optics camera, Target target, IEnumerable<Prism> prisms)
    {
        var near = Box.Around(camera.X, camera.Y, Farthest);
        return prisms.Where(p => p.StandsOnGround(target) && p.Bounds.Meets(near))
            .Select(p => (Prism: p, Away: Away(p, camera.X, camera.Y)))
            .Where(h => h.Away <= Farthest).OrderBy(h => h.Away).ThenBy(h => Outline(h.Prism, camera.X, camera.Y))
            .Select(h => h.Prism).FirstOrDefault();
    }

    private static double Away(Prism prism, double x, double y) => prism.Covers(x, y) ? 0 : Outline(prism, x, y);

    /// <summary>Of several houses that stand over the camera, its wall is the nearest.</summary>
    private static double Outline(Prism prism, double x, double y) => prism.Spine is { } spine
        ? Math.Abs(Nearest(spine, x, y).Distance - prism.HalfWidth) : prism.Pieces[0].Nearest(x, y).Distance;

    private static (double X, double Y) Before(Area host, Optics camera)
    {
        var (x, y, distance) = host.Nearest(camera.X, camera.Y);
        if (distance < Touching)
            return Outwards(host, x, y);
        var step = InFront / distance * (host.Contains(camera.X, camera.Y) ? -1 : 1);
        return (x + step * (camera.X - x), y + step * (camera.Y - y));
    }

    /// <summary>From a point on the outline straight away from it: amid the directions that lead farthest from the host.</summary>
    private static (double X, double Y) Outwards(Area host, double x, double y)
    {
        var ways = Enumerable.Range(0, 3600).Select(i => Math.SinCos(i * Math.Tau / 3600))
            .Where(w => !host.Contains(x + InFront * w.Sin, y + InFront * w.Cos))
            .Select(w => (Way: w, Away: host.Nearest(x + InFront * w.Sin, y + InFront * w.Cos).Distance)).ToList();
        var best = ways.Where(w => w.Away > ways.Max(o => o.Away) - Touching).ToList();
        var (east, north) = (best.Sum(w => w.Way.Sin), best.Sum(w => w.Way.Cos));
        var length = Math.Sqrt(east * east + north * north);
        return (x + InFront * east / length, y + InFront * north / length);
    }

    private static (double X, double Y) Beside(double[] spine, double distance, Optics camera)
    {
        var (x, y, away) = Nearest(spine, camera.X, camera.Y);
        return (x + (camera.X - x) * distance / away, y + (camera.Y - y) * distance / away);
    }

    private static (double X, double Y, double Distance) Nearest(double[] spine, double x, double y) =>
        new Area([spine]).Nearest(x, y);
}
