using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Exports;

/// <summary>Writes rows as a GeoJSON FeatureCollection (RFC 7946), a feature a line, as they come.</summary>
public static class GeoJsonExport
{
    /// <summary>What no reader of an export may forget.</summary>
    public const string Limits = "Ground taken as flat; vegetation as recorded; estimates prove nothing.";

    /// <summary>A tenth of a millimetre, so that what comes back is the same.</summary>
    private const int Decimals = 9;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> WriteAsync(IAsyncEnumerable<ExportRow> rows, Stream output, CancellationToken token)
    {
        var count = 0;
        await output.WriteAsync(Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"limits\":\"{Limits}\",\"features\":["), token);
        await foreach (var row in rows.WithCancellation(token))
        {
            await output.WriteAsync(count++ == 0 ? "\n"u8.ToArray() : ",\n"u8.ToArray(), token);
            await using var writer = new Utf8JsonWriter(output, Readable);
            Write(writer, row);
            await writer.FlushAsync(token);
        }
        await output.WriteAsync("\n]}\n"u8.ToArray(), token);
        return count;
    }

    private static void Write(Utf8JsonWriter writer, ExportRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WritePropertyName("geometry");
        Write(writer, row.Shape);
        writer.WriteStartObject("properties");
        foreach (var property in row.Recorded.EnumerateObject().Concat(row.Computed.EnumerateObject()))
            property.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Geometry? shape)
    {
        if (shape is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", shape.GeometryType);
        writer.WritePropertyName("coordinates");
        WriteCoordinates(writer, shape);
        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry shape)
    {
        switch (shape)
        {
            case Point point:
                Write(writer, point.Coordinate);
                return;
            case LineString line:
                WriteArray(writer, line.Coordinates, Write);
                return;
            case Polygon polygon:
                WriteArray(writer, [polygon.ExteriorRing, .. polygon.InteriorRings], WriteCoordinates);
                return;
            default:
                WriteArray(writer, Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN), WriteCoordinates);
                return;
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, IEnumerable<T> parts, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var part in parts)
            write(writer, part);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Coordinate position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(position.X, Decimals));
        writer.WriteNumberValue(Math.Round(position.Y, Decimals));
        writer.WriteEndArray();
    }
}
