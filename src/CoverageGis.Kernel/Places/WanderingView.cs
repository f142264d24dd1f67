using CoverageGis.Kernel.Outlines;
using CoverageGis.Kernel.Footprints;
using CoverageGis.Kernel.Intervals;
using CoverageGis.Kernel.Overlay;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;

namespace CoverageGis.Kernel.Places;

/// <summary>The view of a camera whose place is known to a tolerance: what is seen from every place, or from some. By polygon overlay.</summary>
internal sealed class WanderingView
{
    private readonly CameraBounds _camera;
    private readonly Purpose _purpose;
    private readonly ArcSide _side;
    private readonly Frame _frame;
    private readonly Geometry? _room;
    private readonly Geometry _footprint;

    /// <summary>Holds all places, all ground and so all that could stand in between.</summary>
    private readonly Envelope _reach;
    private readonly List<Body> _bodies;

    /// <summary>A part of an occluder, and the spans of its shadow from the lowest and from the highest lens; or for all lenses.</summary>
    private sealed record Body(Coordinate[] Part, ShadowSpan Low, ShadowSpan High, bool IsOnGround);

    private WanderingView(CameraBounds camera, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, ArcSide side)
    {
        (_camera, _purpose, _side) = (camera, purpose, side);
        _frame = new Frame(camera.X, camera.Y, camera.GridAzimuth);
        _room = enclosure is null ? null : LocalShapes.Of(enclosure, _frame);
        var footprint = BoundedFootprint.Of(camera, purpose, side);
        _footprint = footprint.IsEmpty ? GeometryFactory.Default.CreatePolygon() : FootprintPolygon.Of(footprint, side);
        _reach = _footprint.EnvelopeInternal.Copy();
        _reach.ExpandToInclude(0, 0);
        _reach.ExpandBy(BoundedView.Wandering(camera));
        _bodies = _footprint.IsEmpty ? [] : [.. occluders.SelectMany(Bodies), .. Walls()];
    }

    public static ViewResult Of(
        CameraBounds camera, Purpose purpose, IReadOnlyList<Occluder> occluders, Geometry? enclosure, ArcSide side)
    {
        var view = new WanderingView(camera, purpose, occluders, enclosure, side);
        var places = AllowedPlaces.Of(camera, purpose, occluders, enclosure, view._frame);
        if (places.Count == 0 || view._footprint.IsEmpty)
        {
            var blindness = places.Count == 0 && enclosure is null ? Blindness.InsideBuilding : Blindness.None;
            return new ViewResult(GeometryFactory.Default.CreatePolygon(), blindness);
        }
        return new ViewResult(LocalShapes.ToPlane(view.From(places), view._frame), Blindness.None);
    }

    private Geometry From(IReadOnlyList<Coordinate[]> places)
    {
        var seen = places.Select(From).ToList();
        return _side == ArcSide.Outside
            ? Grid.Union(seen)
            : seen.Aggregate((one, other) => Grid.Combine(one, other, SpatialFunction.Intersection));
    }

    private Geometry From(Coordinate[] places)
    {
        var ground = Ground(places);
        ground = _room is null || ground.IsEmpty ? ground : Grid.Combine(ground, _room, SpatialFunction.Intersection);
        if (ground.IsEmpty)
        {
            return ground;
        }
        var box = Around(ground.EnvelopeInternal);
        var hidden = _bodies.SelectMany(b => Hidden(b, places)).Select(p => Convex.Common(p, box))
            .Where(p => !Convex.IsNone(p)).Select(p => (Geometry)Convex.ToPolygon(p)).ToList();
        return hidden.Count == 0 ? ground : Grid.Combine(ground, Grid.Union(hidden), SpatialFunction.Difference);
    }

    /// <summary>Where no wall moves the camera, all that is in a footprint from somewhere in the disc is the same for all parts of it.</summary>
    private Geometry Ground(Coordinate[] places) =>
        _side == ArcSide.Inside ? Spread.Eroded(_footprint, places)
        : _camera.OnWall ? Spread.Dilated(_footprint, places)
        : _grown ??= Spread.Dilated(_footprint, _camera.PositionTolerance);

    private Geometry? _grown;

    private static Coordinate[] Around(Envelope box) =>
        [new(box.MinX, box.MinY), new(box.MaxX, box.MinY), new(box.MaxX, box.MaxY), new(box.MinX, box.MaxY)];

    private IEnumerable<Coordinate[]> Hidden(Body body, Coordinate[] places)
    {
        if (body.IsOnGround)
        {
            yield return body.Part;
        }
        if (_side == ArcSide.Inside && !body.Low.IsEmpty)
        {
            yield return Spread.Penumbra(body.Part, body.Low.Near, body.Low.Far, places);
        }
        else if (_side == ArcSide.Outside && !body.Low.IsEmpty && !body.High.IsEmpty)
        {
            yield return Umbra(body, places);
        }
    }

    private static Coordinate[] Umbra(Body body, Coordinate[] places)
    {
        Coordinate[]? common = null;
        foreach (var span in body.Low == body.High ? (ReadOnlySpan<ShadowSpan>)[body.Low] : [body.Low, body.High])
        {
            foreach (var place in places)
            {
                var shadow = Spread.Shadow(body.Part, span.Near, span.Far, place);
                common = common is null ? shadow : Convex.Common(common, shadow);
                if (common.Length < 3)
                {
                    return common;
                }
            }
        }
        return common ?? [];
    }

    private IEnumerable<Body> Bodies(Occluder occluder)
    {
        var far = Math.Sqrt(2) * Math.Max(_reach.Width, _reach.Height);
        if (occluder.Footprint.EnvelopeInternal.Distance(new Envelope(_camera.X, _camera.X, _camera.Y, _camera.Y)) > far)
        {
            return [];
        }
        var (low, high) = _side == ArcSide.Inside
            ? (ShadowSpans.Of(_camera.Height, _purpose, occluder, ArcSide.Inside), default)
            : (ShadowSpan.Of(_camera.Height.Min, _purpose, occluder), ShadowSpan.Of(_camera.Height.Max, _purpose, occluder));
        var isOnGround = occluder.IsOnGround(_purpose);
        return ConvexCover.Of(occluder.Footprint, _frame).Where(MayMatter).Select(part => new Body(part, low, high, isOnGround));
    }

    /// <summary>The walls of a room hide all that is behind them.</summary>
    private IEnumerable<Body> Walls()
    {
        var endless = new ShadowSpan(1, double.PositiveInfinity);
        return _room is null ? [] : AreaRings.Sides(_room)
            .Where(MayMatter)
            .Select(wall => new Body(wall, endless, endless, false));
    }

    private bool MayMatter(Coordinate[] part)
    {
        var box = new Envelope();
        foreach (var corner in part)
        {
            box.ExpandToInclude(corner);
        }
        return _reach.Intersects(box);
    }
}
