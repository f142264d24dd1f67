using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>A record with intervals among occluders with intervals, and exact cameras and heights drawn from them.</summary>
internal sealed record LooseScene(
    CameraBounds Camera, Purpose Purpose, IReadOnlyList<(Geometry Footprint, Interval Top, double Base)> Occluders, Geometry? Enclosure)
{
    /// <summary>A random scene whose values are known only loosely.</summary>
    public static LooseScene Of(int seed)
    {
        var (random, exact) = (new Random(seed), RandomScene.Of(seed));
        var widen = new Widening(random);
        var camera = widen.Camera(CameraBounds.Of(exact.Pose, exact.Lens));
        return new(camera, exact.Purpose, [.. exact.Occluders.Select(o => (o.Footprint, widen.Top(o), o.Base))], exact.Enclosure);
    }

    public ViewResult View(ArcSide side) => BoundedView.Of(Camera, Purpose, Tops(side), Enclosure, side);

    private List<Occluder> Tops(ArcSide side) =>
        [.. Occluders.Select(o => new Occluder(o.Footprint, side == ArcSide.Inside ? o.Top.Max : o.Top.Min, o.Base) { LowestTop = o.Top.Min })];

    /// <summary>An exact camera that the record allows, with exact occluders; the first ones at corners of all intervals.</summary>
    public RandomScene Draw(Random random, bool corner)
    {
        double At(Interval of) => of.Min + (of.Max - of.Min) * (corner ? random.Next(2) : random.NextDouble());
        var (sin, cos) = Math.SinCos(random.NextDouble() * Math.Tau);
        var away = Camera.PositionTolerance * (corner ? 1 : Math.Sqrt(random.NextDouble()));
        var pose = new Pose(
            Camera.X + away * cos, Camera.Y + away * sin, At(Camera.Height),
            Camera.GridAzimuth + At(new Interval(-Camera.AzimuthTolerance, Camera.AzimuthTolerance)), At(Camera.Tilt), Camera.OnWall);
        var lens = new Lens(At(Camera.Hfov), At(Camera.Vfov), At(Camera.Pixels), Camera.Range is { } range ? At(range) : null, Camera.Fisheye);
        return new RandomScene(pose, lens, Purpose, [.. Occluders.Select(o => new Occluder(o.Footprint, At(o.Top), o.Base))], Enclosure);
    }

    private sealed class Widening(Random random)
    {
        public CameraBounds Camera(CameraBounds exact) => exact with
        {
            AzimuthTolerance = Pick(0, 0, 5, 22.5, 22.5, 60, 100, 180),
            Height = Around(exact.Height.Mid, 1.5, 0.1, 20),
            Tilt = Around(exact.Tilt.Mid, 20, -90, 90),
            Hfov = Around(exact.Hfov.Mid, 40, 0.5, 360),
            Vfov = Around(exact.Vfov.Mid, 40, 0.5, 180),
            Pixels = Around(exact.Pixels.Mid, exact.Pixels.Mid / 3, 1, 1e5),
            Range = exact.Range is { } range ? Around(range.Mid, range.Mid / 2, 0.5, 1e5) : null,
        };

        public Interval Top(Occluder occluder) => Around(occluder.Top, 2, occluder.Base + 0.05, 100);

        private Interval Around(double value, double most, double low, double high) => random.Next(3) == 0
            ? Interval.Exactly(value)
            : new Interval(
                Math.Min(value, Math.Max(low, value - most * random.NextDouble())),
                Math.Max(value, Math.Min(high, value + most * random.NextDouble())));

        private double Pick(params double[] values) => values[random.Next(values.Length)];
    }
}
