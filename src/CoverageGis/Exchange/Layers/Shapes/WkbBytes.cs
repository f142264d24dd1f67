using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Reads the shape of a GeoPackage (clause 2.1.3: a head, then well-known binary); heights and measures are passed over.</summary>
internal ref struct WkbBytes
{
    private ReadOnlySpan<byte> _rest;
    private bool _isLittle;
    private int _extra;

    /// <returns>null = an empty shape.</returns>
    /// <exception cref="FormatException">It is none; the message is the whole explanation.</exception>
    public static RawShape? Read(ReadOnlySpan<byte> blob)
    {
        if (blob is not [(byte)'G', (byte)'P', _, var flags, ..])
            throw new FormatException("its geometry is no GeoPackage binary");
        var box = ((flags >> 1) & 7) switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => throw new FormatException("its geometry has a wrong head") };
        if ((flags & 16) != 0)
            return null;
        var reader = new WkbBytes { _rest = blob.Length >= 8 + box ? blob[(8 + box)..] : [] };
        return reader.Shape().Single();
    }

    private RawShape Shape() => Head() switch
    {
        1 => new("Point", Place()),
        2 => new("LineString", Line()),
        3 => new("Polygon", Area()),
        4 => new("MultiPoint", Points()),
        5 => new("MultiLineString", Lines()),
        6 => new("MultiPolygon", Areas()),
        var other => throw new FormatException(FormattableString.Invariant($"a geometry of WKB type {other} has no meaning here")),
    };

    private int Head()
    {
        _isLittle = Take(1)[0] switch { 0 => false, 1 => true, _ => throw new FormatException("its geometry is no well-known binary") };
        var type = Number();
        // ISO adds 1000 for heights, 2000 for measures; the older form sets high bits.
        var (heights, measures) = ((type & 0x80000000) != 0 || type / 1000 % 10 is 1 or 3, (type & 0x40000000) != 0 || type / 1000 % 10 is 2 or 3);
        _extra = (heights ? 8 : 0) + (measures ? 8 : 0);
        return (int)((type & 0x0FFFFFFF) % 1000);
    }

    private Coordinate Place()
    {
        var bytes = Take(16 + _extra);
        return new Coordinate(Double(bytes), Double(bytes[8..]));
    }

    private Coordinate[] Line()
    {
        var places = new Coordinate[Count(16 + _extra)];
        for (var i = 0; i < places.Length; i++)
            places[i] = Place();
        return places;
    }

    private Coordinate[][] Area()
    {
        var rings = new Coordinate[Count(4)][];
        for (var i = 0; i < rings.Length; i++)
            rings[i] = Line();
        return rings;
    }

    private Coordinate[] Points()
    {
        var points = new Coordinate[Count(21)];
        for (var i = 0; i < points.Length; i++)
        {
            Require(1);
            points[i] = Place();
        }
        return points;
    }

    private Coordinate[][] Lines()
    {
        var lines = new Coordinate[Count(9)][];
        for (var i = 0; i < lines.Length; i++)
        {
            Require(2);
            lines[i] = Line();
        }
        return lines;
    }

    private Coordinate[][][] Areas()
    {
        var areas = new Coordinate[Count(9)][][];
        for (var i = 0; i < areas.Length; i++)
        {
            Require(3);
            areas[i] = Area();
        }
        return areas;
    }

    private void Require(int type)
    {
        if (Head() != type)
            throw new FormatException("its geometry holds a part of another type");
    }

    /// <summary>How many follow: never more than there are bytes for.</summary>
    private int Count(int least)
    {
        var count = Number();
        return count <= _rest.Length / least ? (int)count
            : throw new FormatException(FormattableString.Invariant($"its geometry announces {count} parts and ends before them"));
    }

    private uint Number()
    {
        var bytes = Take(4);
        return _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private readonly double Double(ReadOnlySpan<byte> bytes) =>
        _isLittle ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
            throw new FormatException("its geometry is cut short");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
