using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Demo;

public sealed class ArchiveTests
{
    private static readonly List<CameraItem> Cameras = Drawn.Of<CameraItem>();

    [Fact]
    public void Most_records_are_exact()
    {
        var exact = Cameras.Count(IsExact);
        Assert.InRange(exact / (double)Cameras.Count, 0.72, 0.85);
    }

    [Fact]
    public void Every_kind_of_mistake_occurs()
    {
        Assert.Contains(Cameras, c => c.Azimuths is null);
        Assert.Contains(Cameras, c => c.AzimuthTolerance == 22.5 && c.Azimuths![0] % 45 == 0);
        Assert.Contains(Cameras, c => c.Hfov is null && c.Pixels is null);
        Assert.Contains(Cameras, c => c.Height is { IsExact: false });
        Assert.Contains(Cameras, c => c.PositionTolerance > 0);
        Assert.Contains(Cameras, c => c.Status == "repair");
        Assert.Contains(Cameras, c => c.Status == "removed");
        Assert.Contains(Cameras, c => c.Tilt is { Mid: > 60 and < 80 });
        Assert.Contains(Cameras.GroupBy(c => c.Position.Coordinate), g => g.Count() > 1);
        Assert.Contains(Cameras, c => InsideAHouse(c));
    }

    [Fact]
    public void All_types_classes_and_mounts_occur()
    {
        Assert.Superset(new HashSet<string> { "dome_ptz", "half_dome", "bullet", "ptz_bullet", "checkpoint", "fisheye", "other" }, Cameras.Select(c => c.Type).ToHashSet());
        Assert.Superset(new HashSet<int> { 1, 2, 3, 4, 9 }, Cameras.Select(c => c.Class!.Value).ToHashSet());
        Assert.Contains(Cameras, c => c.Mount == "wall");
        Assert.Contains(Cameras, c => c.Indoor);
    }

    [Fact]
    public void Codes_have_twenty_digits_of_a_region_that_does_not_exist() =>
        Assert.All(Cameras, c => Assert.Matches("^99010100[0-9]{12}$", c.Code));

    private static bool IsExact(CameraItem c) =>
        c.Status == "in_use" && c.Azimuths is not null && c.AzimuthTolerance == 0 && c.PositionTolerance == 0
        && c is { Hfov.IsExact: true, Vfov.IsExact: true, Tilt.IsExact: true, Height.IsExact: true, Pixels.IsExact: true };

    private static bool InsideAHouse(CameraItem camera) => Drawn.Of<OccluderItem>().Any(o =>
        o.Use == "building" && o.Height.Min > camera.Height?.Max && o.Shape.Contains(camera.Position));
}
