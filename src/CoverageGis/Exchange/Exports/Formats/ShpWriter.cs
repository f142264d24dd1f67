using System.Buffers.Binary;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>Writes shapes of one dimension as .shp and .shx (ESRI whitepaper of July 1998).</summary>
internal sealed class ShpWriter : IDisposable
{
    private const int HeadLength = 100, Magic = 9994, Version = 1000;

    private readonly FileStream _shapes, _index;
    private readonly Envelope _box = new();
    private readonly int _type;
    private int _count;

    public ShpWriter(string stem, int dimension)
    {
        _type = dimension switch { 0 => 1, 1 => 3, _ => 5 };
        (_shapes, _index) = (File.Create(stem + ".shp"), File.Create(stem + ".shx"));
        _shapes.Write(new byte[HeadLength]);
        _index.Write(new byte[HeadLength]);
    }

    public void Write(Geometry shape)
    {
        var content = shape is Point point ? Content(point) : Content(shape);
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, (int)(_shapes.Position / 2));
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), content.Length / 2);
        _index.Write(head);
        BinaryPrimitives.WriteInt32BigEndian(head, ++_count);
        _shapes.Write(head);
        _shapes.Write(content);
        _box.ExpandToInclude(shape.EnvelopeInternal);
    }

    public void Dispose()
    {
        foreach (var file in (FileStream[])[_shapes, _index])
        {
            var head = Head(file.Length);
            file.Position = 0;
            file.Write(head);
            file.Dispose();
        }
    }

    private byte[] Head(long length)
    {
        var head = new byte[HeadLength];
        BinaryPrimitives.WriteInt32BigEndian(head, Magic);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(24), checked((int)(length / 2)));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), Version);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(32), _type);
        if (!_box.IsNull)
            WriteBox(head.AsSpan(36), _box);
        return head;
    }

    private byte[] Content(Point point)
    {
        var content = new byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(content, _type);
        WritePlace(content.AsSpan(4), point.Coordinate);
        return content;
    }

    private byte[] Content(Geometry shape)
    {
        var parts = Parts(shape).ToList();
        var points = parts.Sum(p => p.Length);
        var content = new byte[44 + parts.Count * 4 + points * 16];
        BinaryPrimitives.WriteInt32LittleEndian(content, _type);
        WriteBox(content.AsSpan(4), shape.EnvelopeInternal);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), parts.Count);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(40), points);
        var (at, first) = (44 + parts.Count * 4, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(44 + i * 4), first);
            first += parts[i].Length;
            foreach (var place in parts[i])
            {
                WritePlace(content.AsSpan(at), place);
                at += 16;
            }
        }
        return content;
    }

    /// <summary>Outlines run clockwise, holes the other way.</summary>
    private static IEnumerable<Coordinate[]> Parts(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not Polygon area)
            {
                yield return shape.GetGeometryN(i).Coordinates;
                continue;
            }
            yield return Ring(area.ExteriorRing, clockwise: true);
            foreach (var hole in area.InteriorRings)
                yield return Ring(hole, clockwise: false);
        }
    }

    private static Coordinate[] Ring(LineString ring, bool clockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == clockwise ? [.. ring.Coordinates.Reverse()] : ring.Coordinates;

    private static void WriteBox(Span<byte> bytes, Envelope box)
    {
        WritePlace(bytes, new Coordinate(box.MinX, box.MinY));
        WritePlace(bytes[16..], new Coordinate(box.MaxX, box.MaxY));
    }

    private static void WritePlace(Span<byte> bytes, Coordinate place)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, place.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], place.Y);
    }
}
