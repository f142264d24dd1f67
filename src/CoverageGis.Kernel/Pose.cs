namespace CoverageGis.Kernel;

/// <summary>Where a lens is and where its optical axis points.</summary>
/// <param name="X">East in the metric plane, m.</param>
/// <param name="Y">North in the metric plane, m.</param>
/// <param name="Height">Of the lens above ground, m.</param>
/// <param name="GridAzimuth">Degrees clockwise from the plane's +y axis (true azimuth minus convergence).</param>
/// <param name="Tilt">Of the optical axis below the horizontal, degrees.</param>
/// <param name="OnWall">Fixed to the wall of its host building (<see cref="HostWall"/>).</param>
public sealed record Pose(double X, double Y, double Height, double GridAzimuth, double Tilt, bool OnWall = false);
