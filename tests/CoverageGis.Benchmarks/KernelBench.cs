using System.Diagnostics;
using System.Globalization;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Benchmarks;

/// <summary>Views a second on one thread, 40 occluders of 6 to 10 vertices in reach of every camera.</summary>
public static class KernelBench
{
    private const int Scenes = 200, Occluders = 40, Rounds = 15;
    private const double Reach = 60;
    private static readonly Purpose Person = new("observe-person", 62.5, 0, 1.7);

    public static void Run()
    {
        Report("sector 90°, all tall", 90, 180, 0);
        Report("sector 90°, half lower than the camera", 90, 180, 0.5);
        Report("frustum 90° x 55°, all tall", 90, 55, 0);
        Report("frustum 90° x 55°, half lower", 90, 55, 0.5);
        Report("all round, all tall", 360, 180, 0);
        Report("all round, half lower than the camera", 360, 180, 0.5);
    }

    private static void Report(string name, double hfov, double vfov, double lowShare)
    {
        var scenes = Enumerable.Range(0, Scenes).Select(i => Scene(new Random(i), hfov, vfov, lowShare)).ToArray();
        var vertices = scenes.Sum(See) / Scenes;
        var rates = Enumerable.Range(0, Rounds).Select(_ => Rate(scenes)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-42}{rates[Rounds / 2],9:F0} views/s (best {rates[^1]:F0}), {vertices} vertices a view"));
    }

    private static double Rate((Pose, Lens, Occluder[])[] scenes)
    {
        var clock = Stopwatch.StartNew();
        var views = 0;
        for (; clock.ElapsedMilliseconds < 200; views += scenes.Length)
        {
            Array.ForEach(scenes, scene => See(scene));
        }
        return views / clock.Elapsed.TotalSeconds;
    }

    private static int See((Pose Pose, Lens Lens, Occluder[] Occluders) scene) =>
        CameraView.Of(scene.Pose, scene.Lens, Person, scene.Occluders, null, ArcSide.Inside).Area.NumPoints;

    /// <summary>Pixels are chosen so that every lens reaches as far.</summary>
    private static (Pose, Lens, Occluder[]) Scene(Random random, double hfov, double vfov, double lowShare)
    {
        var radians = hfov * Math.PI / 180;
        var pixels = 1.02 * Reach * Person.MinPpm * (hfov >= 150 ? radians : 2 * Math.Tan(radians / 2));
        var pose = new Pose(386_678.49, 3_549_135.64, 6, random.Next(360), 20);
        return (pose, new Lens(hfov, vfov, pixels, Reach), [.. Enumerable.Range(0, Occluders).Select(i => Building(random, pose, i < lowShare * Occluders))]);
    }

    /// <summary>Stands between 4 m from the camera and the end of its reach.</summary>
    internal static Occluder Building(Random random, Pose pose, bool isLow)
    {
        var distance = 4 + (Reach - 4) * Math.Sqrt(random.NextDouble());
        var (sin, cos) = Math.SinCos(random.NextDouble() * Math.Tau);
        var size = Math.Min(2 + 4 * random.NextDouble(), distance - 3);
        var count = random.Next(6, 11);
        var ring = new Coordinate[count + 1];
        for (var i = 0; i < count; i++)
        {
            var (up, right) = Math.SinCos(i * Math.Tau / count);
            var radius = size * (0.6 + 0.4 * random.NextDouble());
            ring[i] = new Coordinate(pose.X + distance * cos + radius * right, pose.Y + distance * sin + radius * up);
        }
        ring[count] = ring[0].Copy();
        return new Occluder(new Polygon(new LinearRing(ring)), isLow ? 2 + 3 * random.NextDouble() : 7 + 20 * random.NextDouble());
    }
}
