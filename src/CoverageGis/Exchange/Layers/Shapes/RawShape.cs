using System.Text.Json;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>A shape as some file has it, unchecked: what is wrong with it, the reader of the exchange form says.</summary>
/// <param name="Type">As GeoJSON calls it.</param>
/// <param name="Parts">A Coordinate, or arrays of them, nested as GeoJSON nests them.</param>
internal sealed record RawShape(string Type, object Parts)
{
    /// <summary>Of a multipart shape with one part: that part.</summary>
    public RawShape Single() => (Type, Parts) switch
    {
        ("MultiPolygon", Coordinate[][][] { Length: 1 } areas) => new("Polygon", areas[0]),
        ("MultiLineString", Coordinate[][] { Length: 1 } lines) => new("LineString", lines[0]),
        ("MultiPoint", Coordinate[] { Length: 1 } points) => new("Point", points[0]),
        _ => this,
    };

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WritePropertyName("coordinates");
        Write(writer, Parts);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object parts)
    {
        writer.WriteStartArray();
        if (parts is Coordinate place)
        {
            Write(writer, place.X);
            Write(writer, place.Y);
        }
        else
        {
            foreach (var part in (object[])parts)
                Write(writer, part);
        }
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
