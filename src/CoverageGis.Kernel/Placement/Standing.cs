using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Placement;

/// <summary>Tells whether a camera stands inside an occluder.</summary>
internal static class Standing
{
    public static Blindness Of(Scene scene)
    {
        var pose = scene.Pose;
        foreach (var occluder in scene.Occluders)
        {
            if (scene.IsIn(occluder) && NearestWall.Contains(pose.X, pose.Y, occluder.Footprint))
            {
                return Blindness.InsideBuilding;
            }
        }
        return Blindness.None;
    }
}
