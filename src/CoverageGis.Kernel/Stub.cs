using NetTopologySuite.Geometries;
namespace CoverageGis.Kernel;
public enum ArcSide { Inside, Outside }
public static class CameraView {
 public static ViewResult Of(Pose p, Lens l, Purpose q, IReadOnlyList<Occluder> o, Geometry? e, ArcSide s) => throw new InvalidOperationException();
 public static Envelope Reach(Pose p, Lens l, Purpose q) => throw new InvalidOperationException();
}
public static class MetricPlane { public static int DefaultSrid(double lon, double lat) => 4549; }
