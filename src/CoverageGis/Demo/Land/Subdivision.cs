using CoverageGis.Demo.Drawing;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Land;

/// <summary>Cuts land between main roads into blocks, each cut a street, as towns grow: the bigger the land, the wider the street.</summary>
internal sealed class Subdivision(List<Street> streets, Names names, Dice dice)
{
    private const double Reach = 26;   // a new street runs on to the middle of the street that it meets
    private readonly List<Block> _blocks = [];
    private readonly List<Polygon> _strips = [];

    public List<Block> Blocks => _blocks;

    /// <summary>Land too narrow for houses, which is green.</summary>
    public List<Polygon> Strips => _strips;

    public void Cut(Polygon land)
    {
        var use = LandUse.At(land.Centroid.Coordinate);
        var (frame, length, width) = Shapes.Box(land);
        if (width < LandUse.LeastWidth(use))
        {
            _strips.Add(land);
            return;
        }
        var limit = LandUse.BlockLength(use);
        if (length <= limit || land.Area < limit * limit * 0.2)
        {
            if (land.Area > 150) _blocks.Add(new Block(_blocks.Count, land, use));
            return;
        }
        Lay(land, use, frame, length, width, limit);
    }

    private void Lay(Polygon land, Use use, Frame frame, double length, double width, double limit)
    {
        var (kind, reserve) = Kind(use, length, width, limit);
        var line = Across(frame, length, width);
        foreach (var part in Shapes.Lines(line.Intersection(land)))
            if (part.Length > 20) streets.Add(new Street(Called(kind), kind, Joined(part), reserve));
        foreach (var piece in Shapes.Polygons(land.Difference(Shapes.Strip(line, reserve)))) Cut(piece);
    }

    private static (string Kind, double Width) Kind(Use use, double length, double width, double limit)
    {
        if (use is Use.Fields) return ("track", LandUse.LaneWidth(use));
        if (length > 620 && width > 260) return ("tertiary", 18);
        return use is Use.OldTown && length < 2.2 * limit
            ? ("living_street", LandUse.LaneWidth(use))
            : ("residential", Math.Max(LandUse.LaneWidth(use), use is Use.OldTown ? 9 : 0));
    }

    private Name Called(string kind) => kind switch
    {
        "tertiary" => names.Next().With("路", "Road"),
        "residential" => names.Next().With("街", "Street"),
        "living_street" => names.Next().With("巷", "Lane"),
        _ => default,
    };

    /// <summary>A slightly bowed and slanted line over the middle of the longer side.</summary>
    private LineString Across(Frame frame, double length, double width)
    {
        var at = length * dice.Between(-0.07, 0.07);
        var slant = width * dice.Between(-0.05, 0.05);
        var bow = width * dice.Between(-0.035, 0.035);
        var (low, high) = (-(width / 2) - 5, (width / 2) + 5);
        (double, double) Point(double u, double v) => (frame.At(u, v).X, frame.At(u, v).Y);
        return Curve.Through(Point(at - slant, low), Point(at + bow, 0), Point(at + slant, high));
    }

    private LineString Joined(LineString part)
    {
        var c = part.Coordinates;
        return Shapes.Line([Met(c[1], c[0]), .. c, Met(c[^2], c[^1])]);
    }

    /// <summary>Where the line from one point over the next first meets a street; else that point itself.</summary>
    private Coordinate Met(Coordinate from, Coordinate end)
    {
        var onward = Shapes.Line(end, new Frame(end.X, end.Y, Bearing.Heading(from, end)).At(Reach, 0));
        var meets = streets.Where(s => s.Line.EnvelopeInternal.Intersects(onward.EnvelopeInternal))
            .SelectMany(s => s.Line.Intersection(onward).Coordinates).ToList();
        return meets.Count == 0 ? end.Copy() : meets.MinBy(m => m.Distance(end))!.Copy();
    }
}
