using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>What of a record is not known exactly.</summary>
public enum Looseness
{
    Azimuth,
    Hfov,
    HeightAndTilt,
    Pixels,
    Defaults,
    DefaultsAndAzimuth,
    AzimuthUnknown,
    Position,
}

/// <summary>Cameras as archives describe them, among the buildings of a town: every other one among none.</summary>
internal static class TownRecord
{
    private static readonly Purpose[] Purposes =
    [
        new("detect-person", 25, 0, 1.7), new("observe-person", 62.5, 0, 1.7), new("recognise-person", 125, 0, 1.7),
        new("recognise-face", 250, 1.5, 1.7, 15), new("read-plate", 200, 0.4, 1.2),
    ];

    public static LooseScene Of(Looseness what, int seed)
    {
        var random = new Random(seed);
        var loose = what switch
        {
            Looseness.Defaults or Looseness.DefaultsAndAzimuth => Default(random),
            _ => Exact(random, what == Looseness.Azimuth && seed % 3 == 0),
        };
        var mid = loose.Hfov.Mid;
        var camera = what switch
        {
            Looseness.Azimuth or Looseness.DefaultsAndAzimuth => loose with { AzimuthTolerance = 22.5 },
            Looseness.AzimuthUnknown => loose with { AzimuthTolerance = 180 },
            Looseness.Hfov => loose with { Hfov = new(mid - 15, mid + 15) },
            Looseness.HeightAndTilt => loose with { Height = Wider(loose.Height, 1), Tilt = Wider(loose.Tilt, 8) },
            Looseness.Pixels => loose with { Pixels = new(1920, 2560) },
            Looseness.Position => loose with { PositionTolerance = 1 + 2 * random.NextDouble() },
            _ => loose,
        };
        return new LooseScene(camera, Purposes[seed % Purposes.Length], seed % 2 == 0 ? [] : Buildings(random, camera), null);
    }

    private static CameraBounds Exact(Random random, bool plain)
    {
        var lens = plain ? new Lens(60, 180, 1920, 50) : new Lens(50 + 30 * random.NextDouble(), 35 + 20 * random.NextDouble(), 2560);
        var tilt = lens.Vfov / 2 - 8 + 12 * random.NextDouble();
        return CameraBounds.Of(new Pose(0, 0, 3.5 + 3 * random.NextDouble(), 45 * random.Next(8), plain ? 0 : tilt), lens);
    }

    /// <summary>The defaults of bullet, half dome and dome.</summary>
    private static CameraBounds Default(Random random) => random.Next(3) switch
    {
        0 => Bounds(45 * random.Next(8), new(3, 6), new(8, 25), new(40, 90), new(25, 50), new(1920, 2560)),
        1 => Bounds(45 * random.Next(8), new(2.5, 4), new(20, 45), new(80, 105), new(45, 60), new(1920, 2560)),
        _ => Bounds(45 * random.Next(8), new(4, 8), new(10, 30), new(50, 65), new(28, 38), new(1920, 1920)),
    };

    private static CameraBounds Bounds(
        double azimuth, Interval height, Interval tilt, Interval hfov, Interval vfov, Interval pixels) =>
        new(0, 0, 0, azimuth, 0, height, tilt, hfov, vfov, pixels);

    private static Interval Wider(Interval value, double by) => new(value.Min - by, value.Max + by);

    /// <summary>Clear of every place where the camera may stand; some lower than it, their heights known to a metre.</summary>
    private static List<(Geometry, Interval, double)> Buildings(Random random, CameraBounds camera)
    {
        var buildings = new List<(Geometry, Interval, double)>();
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = Math.SinCos(random.NextDouble() * Math.Tau);
            var (away, size) = (9 + 40 * random.NextDouble(), 2 + 4 * random.NextDouble());
            var top = i % 3 == 0 ? 2 + random.NextDouble() : 8 + 10 * random.NextDouble();
            var box = new Envelope(away * cos - size, away * cos + size, away * sin - size / 2, away * sin + size / 2);
            if (box.Distance(new Envelope(camera.X, camera.X, camera.Y, camera.Y)) > 1 + camera.PositionTolerance)
            {
                buildings.Add((new GeometryFactory().ToGeometry(box), new Interval(top - 0.5, top + 0.5), 0));
            }
        }
        return buildings;
    }
}
