namespace CoverageGis.Kernel;

/// <summary>On which side of the true arcs the straight pieces of a view lie.</summary>
public enum ArcSide
{
    /// <summary>The polygon is within the true view: what it holds is seen.</summary>
    Inside,

    /// <summary>The true view is within the polygon: what it leaves out is not seen.</summary>
    Outside,
}
