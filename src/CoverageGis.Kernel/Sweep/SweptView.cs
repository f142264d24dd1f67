using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Outlines;
using CoverageGis.Kernel.Placement;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Sweep;

/// <summary>Makes a view by an angular sweep. Its working memory is kept for the next view of the same thread.</summary>
internal sealed class SweptView
{
    [ThreadStatic]
    private static SweptView? _ofThread;

    private readonly PieceSet _pieces = new();
    private readonly Outline _outline = new();
    private readonly RingCaster _caster;
    private readonly SlabSweep _sweep;
    private readonly RingTracer _tracer;

    private SweptView()
    {
        _caster = new RingCaster(_pieces);
        _sweep = new SlabSweep(_pieces, _outline);
        _tracer = new RingTracer(_outline);
    }

    /// <summary>Null when rounding got the better of the sweep, and the view has to be made in another way.</summary>
    public static ViewResult? Of(Scene scene) => (_ofThread ??= new SweptView()).See(scene);

    private ViewResult? See(Scene scene)
    {
        if (scene.Footprint.IsEmpty)
        {
            return new ViewResult(GeometryFactory.Default.CreatePolygon(), Standing.Of(scene));
        }
        var frame = scene.Frame;
        FootprintCaster.Cast(scene.Footprint, scene.Side, _pieces, _caster);
        if (CastOccluders(scene, frame))
        {
            return new ViewResult(GeometryFactory.Default.CreatePolygon(), Blindness.InsideBuilding);
        }
        CastEnclosure(scene.Enclosure, frame);
        return Sweep(frame) is { } area ? new ViewResult(area, Blindness.None) : null;
    }

    /// <summary>True when the camera stands inside one of them.</summary>
    private bool CastOccluders(Scene scene, in Frame frame)
    {
        for (var i = 0; i < scene.Occluders.Count; i++)
        {
            var occluder = scene.Occluders[i];
            var span = scene.Shadow(occluder);
            var isInside = !span.IsEmpty && Cast(occluder.Footprint, frame, Casting.Shadow(span));
            if (occluder.IsOnGround(scene.Purpose) && !(span.Near <= 1))
            {
                isInside |= Cast(occluder.Footprint, frame, Casting.Ground);
            }
            if (isInside && scene.IsIn(occluder))
            {
                return true;
            }
        }
        return false;
    }

    private bool Cast(Geometry area, in Frame frame, in Casting casting)
    {
        if (area is Polygon single)
        {
            return !single.IsEmpty && _caster.Cast(single, frame, casting);
        }
        var isInside = false;
        for (var i = 0; i < area.NumGeometries; i++)
        {
            isInside |= area.GetGeometryN(i) is Polygon { IsEmpty: false } polygon && _caster.Cast(polygon, frame, casting);
        }
        return isInside;
    }

    private void CastEnclosure(Geometry? enclosure, in Frame frame)
    {
        if (enclosure is not null)
        {
            _pieces.BlockedAtCamera++;
            Cast(enclosure, frame, Casting.Room);
        }
    }

    /// <summary>Checks in full what rounding could have damaged.</summary>
    private Geometry? Sweep(in Frame frame)
    {
        if (_pieces.Count == 0)
        {
            // What all cameras of a record share may be as thin as a line.
            return GeometryFactory.Default.CreatePolygon();
        }
        var area = _pieces.Settle() && _sweep.Run() ? _tracer.Trace(frame) : null;
        return area is not null && _outline.IsDelicate && !area.IsValid ? null : area;
    }
}
