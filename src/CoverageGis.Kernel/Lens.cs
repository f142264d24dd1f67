namespace CoverageGis.Kernel;

/// <summary>What a lens and its sensor take in.</summary>
/// <param name="Hfov">Horizontal field of view, degrees, above 0 and at most 360.</param>
/// <param name="Vfov">Vertical field of view, degrees, above 0 and at most 180; 180 = unbounded, the plain sector.</param>
/// <param name="Pixels">Across the horizontal field of view.</param>
/// <param name="Range">Cap on the horizontal distance, m; null = none.</param>
/// <param name="Fisheye">Sees all round its vertical axis, equidistant.</param>
public sealed record Lens(double Hfov, double Vfov, double Pixels, double? Range = null, bool Fisheye = false);
