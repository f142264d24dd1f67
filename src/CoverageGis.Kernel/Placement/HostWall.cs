using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Placement;

/// <summary>Where a wall camera really stands: just outside the building that carries it.</summary>
internal static class HostWall
{
    /// <summary>
    /// Moves a wall camera to the nearest point of the outline of its host, 0.1 m outside. The host is the nearest
    /// ground-based occluder within 3 m; one that the camera stands inside is at distance 0, and of several such the one
    /// with the nearest wall. Without a host the camera stays.
    /// </summary>
    public static Pose Place(Pose pose, Purpose purpose, IReadOnlyList<Occluder> occluders)
    {
        if (!pose.OnWall)
        {
            return pose;
        }
        Outlook? nearest = null;
        for (var i = 0; i < occluders.Count; i++)
        {
            if (occluders[i].IsOnGround(purpose) && Outlook.Of(pose, occluders[i].Footprint) is { } outlook && outlook.IsNearerThan(nearest))
            {
                nearest = outlook;
            }
        }
        return nearest is { } host ? host.Outside(pose) : pose;
    }

    /// <summary>How a camera stands towards one outline.</summary>
    /// <param name="X">Nearest point of the outline, relative to the camera.</param>
    /// <param name="NormalX">Outward, used where the camera stands on the outline itself.</param>
    private readonly record struct Outlook(double X, double Y, double NormalX, double NormalY, bool IsInside)
    {
        private double Wall => Math.Sqrt(X * X + Y * Y);

        private double Distance => IsInside ? 0 : Wall;

        public static Outlook? Of(Pose pose, Geometry footprint)
        {
            if (footprint.EnvelopeInternal.Distance(new Envelope(pose.X, pose.X, pose.Y, pose.Y)) > Tolerances.HostDistance)
            {
                return null;
            }
            var walls = new NearestWall(pose.X, pose.Y);
            walls.Add(footprint);
            var outlook = new Outlook(walls.X, walls.Y, walls.NormalX, walls.NormalY, walls.IsInside);
            return outlook.Distance <= Tolerances.HostDistance ? outlook : null;
        }

        public bool IsNearerThan(Outlook? other) =>
            other is not { } known || Distance < known.Distance || (Distance == known.Distance && Wall < known.Wall);

        public Pose Outside(Pose pose)
        {
            var wall = Wall;
            var (x, y) = wall <= Tolerances.OnOutline ? (NormalX, NormalY) : IsInside ? (X / wall, Y / wall) : (-X / wall, -Y / wall);
            return pose with { X = pose.X + X + Tolerances.WallOffset * x, Y = pose.Y + Y + Tolerances.WallOffset * y };
        }
    }
}
