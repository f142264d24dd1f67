using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>A shape as a GeoPackage keeps it (clause 2.1.3): a head with the system and the extent, then well-known binary.</summary>
internal static class PackageBlob
{
    private const int HeadLength = 8, BoxLength = 32;

    /// <summary>Little endian, with an extent of x and y.</summary>
    private const byte Flags = 0b0000_0011;

    /// <param name="isMany">The column holds multipart shapes only: one part is written as one of many.</param>
    public static byte[] Of(Geometry shape, bool isMany)
    {
        var wkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false).Write(isMany ? Many(shape) : shape);
        var isPoint = shape is Point;
        var start = HeadLength + (isPoint ? 0 : BoxLength);
        var blob = new byte[start + wkb.Length];
        (blob[0], blob[1], blob[3]) = ((byte)'G', (byte)'P', isPoint ? (byte)1 : Flags);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), 4326);
        if (!isPoint)
            WriteBox(blob.AsSpan(HeadLength), shape.EnvelopeInternal);
        wkb.CopyTo(blob, start);
        return blob;
    }

    private static void WriteBox(Span<byte> bytes, Envelope box)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, box.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], box.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], box.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], box.MaxY);
    }

    private static Geometry Many(Geometry shape) => shape switch
    {
        Polygon area => shape.Factory.CreateMultiPolygon([area]),
        LineString line => shape.Factory.CreateMultiLineString([line]),
        _ => shape,
    };
}
