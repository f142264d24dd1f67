using System.Diagnostics;
using System.Globalization;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Benchmarks;

/// <summary>
/// Processor time for the certain and the possible view of cameras whose records hold intervals, 40 buildings in reach,
/// half of them lower than the camera.
/// </summary>
public static class BoundsBench
{
    private const int Scenes = 40;
    private static readonly Purpose Person = new("observe-person", 62.5, 0, 1.7);

    public static void Run()
    {
        Report("direction to 22.5°", camera => camera with { AzimuthTolerance = 22.5 });
        Report("optics and height of a type", camera => camera with
        {
            Hfov = new(40, 90), Vfov = new(25, 50), Tilt = new(8, 25), Height = new(3, 6), AzimuthTolerance = 22.5,
        });
        Report("direction unknown", camera => camera with { AzimuthTolerance = 180 });
        Report("place to 3 m", camera => camera with { PositionTolerance = 3 });
        Report("place to 3 m, direction to 22.5°", camera => camera with { PositionTolerance = 3, AzimuthTolerance = 22.5 });
        Report("place to 3 m, on a wall", camera => camera with { PositionTolerance = 3, OnWall = true });
        Report("place to 3 m, direction unknown", camera => camera with { PositionTolerance = 3, AzimuthTolerance = 180 });
    }

    private static void Report(string name, Func<CameraBounds, CameraBounds> loosen)
    {
        var scenes = Enumerable.Range(0, Scenes).Select(i => Scene(new Random(i), loosen)).ToArray();
        var (certain, possible) = (Cost(scenes, ArcSide.Inside), Cost(scenes, ArcSide.Outside));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-40} certain {certain.Milliseconds,8:F3} ms {certain.Vertices,5} vertices, possible {possible.Milliseconds,8:F3} ms {possible.Vertices,5} vertices"));
    }

    /// <summary>Best of some rounds, so that others on the machine count little.</summary>
    private static (double Milliseconds, int Vertices) Cost((CameraBounds, Occluder[])[] scenes, ArcSide side)
    {
        var best = double.PositiveInfinity;
        var vertices = 0;
        for (var round = 0; round < 6; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            vertices = scenes.Sum(s => BoundedView.Of(s.Item1, Person, s.Item2, null, side).Area.NumPoints);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / scenes.Length);
        }
        return (best, vertices / scenes.Length);
    }

    private static (CameraBounds, Occluder[]) Scene(Random random, Func<CameraBounds, CameraBounds> loosen)
    {
        var pose = new Pose(386_678.49, 3_549_135.64, 5, random.Next(360), 15);
        var camera = loosen(CameraBounds.Of(pose, new Lens(60, 40, 2560)));
        return (camera, [.. Enumerable.Range(0, 40).Select(i => KernelBench.Building(random, pose, i % 2 == 0))]);
    }
}
