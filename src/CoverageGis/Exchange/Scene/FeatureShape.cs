using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CoverageGis.Exchange.Scene;

/// <summary>Reads a GeoJSON geometry and says what is wrong with it; repairs what has only one reading.</summary>
public static class FeatureShape
{
    public const int Wgs84 = 4326;

    /// <summary>No plane reaches further, m: a zone number before the easting makes 60 000 km.</summary>
    private const double LargestPlane = 1e8;

    private static readonly GeometryFactory Factory = new(PrecisionModel.Floating.Value, Wgs84);

    /// <summary>Why a geometry cannot be read.</summary>
    public sealed class Fault(string message) : Exception(message);

    /// <param name="repaired">Told what was mended.</param>
    /// <param name="inDegrees">Longitude and latitude; else metres of some plane.</param>
    /// <exception cref="Fault">It is no geometry; the message is the whole explanation.</exception>
    public static Geometry Read(JsonElement geometry, Action<string> repaired, bool inDegrees = true)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw new Fault("its geometry is no GeoJSON geometry");
        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            throw new Fault("its geometry has no coordinates");
        Geometry shape = type.GetString() switch
        {
            "Point" => Factory.CreatePoint(Position(coordinates)),
            "LineString" => Line(coordinates),
            "MultiLineString" => Factory.CreateMultiLineString([.. coordinates.EnumerateArray().Select(Line)]),
            "Polygon" => Area(coordinates, repaired),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(p => Area(p, repaired))]),
            var other => throw new Fault($"a geometry of type {other} has no meaning here"),
        };
        if (shape.IsEmpty)
            throw new Fault("its geometry is empty");
        RequirePlace(shape, inDegrees);
        return shape is Polygon or MultiPolygon ? Mended(shape, repaired) : shape;
    }

    private static Geometry Mended(Geometry shape, Action<string> repaired)
    {
        if (shape.IsValid)
            return shape;
        var areas = PolygonExtracter.GetPolygons(GeometryFixer.Fix(shape)).Cast<Polygon>().Where(p => !p.IsEmpty).ToArray();
        if (areas.Length == 0)
            throw new Fault("its polygon crosses or covers itself and encloses no area");
        repaired("its polygon crosses itself and was repaired");
        var mended = areas.Length == 1 ? (Geometry)areas[0] : Factory.CreateMultiPolygon(areas);
        mended.SRID = Wgs84;
        return mended;
    }

    private static Polygon Area(JsonElement rings, Action<string> repaired)
    {
        if (rings.ValueKind != JsonValueKind.Array)
            throw new Fault("its polygon is not an array of rings");
        var all = rings.EnumerateArray().Select(r => Ring(r, repaired)).ToArray();
        return all.Length == 0 ? Factory.CreatePolygon() : Factory.CreatePolygon(all[0], all[1..]);
    }

    private static LinearRing Ring(JsonElement ring, Action<string> repaired)
    {
        var positions = Positions(ring);
        if (positions.Length == 0)
            return Factory.CreateLinearRing();
        if (!positions[0].Equals2D(positions[^1]))
        {
            repaired("a ring was open and was closed");
            positions = [.. positions, positions[0].Copy()];
        }
        return positions.Length >= 4
            ? Factory.CreateLinearRing(positions)
            : throw new Fault($"a ring has {positions.Length} points; right would be four or more, the last as the first");
    }

    private static LineString Line(JsonElement line)
    {
        var positions = Positions(line);
        return positions.Length >= 2 ? Factory.CreateLineString(positions) : throw new Fault("a line has fewer than two points");
    }

    private static Coordinate[] Positions(JsonElement array) => array.ValueKind == JsonValueKind.Array
        ? [.. array.EnumerateArray().Select(Position)] : throw new Fault("its coordinates are not nested as its type asks");

    private static Coordinate Position(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2
            || !Number(position[0], out var x) || !Number(position[1], out var y))
            throw new Fault($"{Short(position)} is no position; right would be [longitude, latitude]");
        return new Coordinate(x, y);
    }

    private static void RequirePlace(Geometry shape, bool inDegrees)
    {
        var (most, mostNorth) = inDegrees ? (180, 90) : (LargestPlane, LargestPlane);
        if (new Envelope(-most, most, -mostNorth, mostNorth).Contains(shape.EnvelopeInternal))
            return;
        var wrong = shape.Coordinates.First(c => Math.Abs(c.X) > most || Math.Abs(c.Y) > mostNorth);
        throw new Fault(FormattableString.Invariant($"[{wrong.X},{wrong.Y}] ") + (!inDegrees
            ? "is not on earth; right would be metres, x east and y north"
            : Math.Abs(wrong.Y) <= 180 && Math.Abs(wrong.X) <= 90
            ? "is not on earth; are longitude and latitude swapped?"
            : "is not in degrees; right would be WGS 84 longitude and latitude, or the plane named by --datum EPSG:CODE"));
    }

    private static bool Number(JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number);
    }

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }
}
