using System.Buffers.Binary;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>The shape of one record of a .shp; heights and measures are passed over.</summary>
internal static class ShpShape
{
    private const int BoxLength = 32;

    /// <returns>null = the record has none.</returns>
    /// <exception cref="FormatException">It is damaged; the message is the whole explanation.</exception>
    public static RawShape? Read(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadInt32LittleEndian(content) switch
    {
        0 => null,
        1 or 11 or 21 => new RawShape("Point", Place(content, 4)),
        3 or 13 or 23 => new RawShape("MultiLineString", Parts(content)).Single(),
        5 or 15 or 25 => Area(Parts(content)),
        8 or 18 or 28 => new RawShape("MultiPoint", Points(content)).Single(),
        var other => throw new FormatException(FormattableString.Invariant($"a shape of type {other} has no meaning here")),
    };

    private static Coordinate Place(ReadOnlySpan<byte> content, int at) => content.Length >= at + 16
        ? new Coordinate(BinaryPrimitives.ReadDoubleLittleEndian(content[at..]), BinaryPrimitives.ReadDoubleLittleEndian(content[(at + 8)..]))
        : throw new FormatException("its shape is cut short");

    private static Coordinate[] Points(ReadOnlySpan<byte> content)
    {
        var count = Count(content, 4 + BoxLength, 16);
        var points = new Coordinate[count];
        for (var i = 0; i < count; i++)
            points[i] = Place(content, 8 + BoxLength + i * 16);
        return points;
    }

    private static Coordinate[][] Parts(ReadOnlySpan<byte> content)
    {
        var (parts, points) = (Count(content, 4 + BoxLength, 4), Count(content, 8 + BoxLength, 16));
        var first = 12 + BoxLength + parts * 4;
        if (content.Length < first + points * 16L)
            throw new FormatException("its shape is cut short");
        var rings = new Coordinate[parts][];
        for (var i = 0; i < parts; i++)
        {
            var from = BinaryPrimitives.ReadInt32LittleEndian(content[(12 + BoxLength + i * 4)..]);
            var to = i + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(content[(16 + BoxLength + i * 4)..]) : points;
            if (from < 0 || to < from || to > points)
                throw new FormatException("its parts overlap each other; the record is damaged");
            rings[i] = new Coordinate[to - from];
            for (var j = from; j < to; j++)
                rings[i][j - from] = Place(content, first + j * 16);
        }
        return rings;
    }

    /// <summary>A number of things, never more than there are bytes for.</summary>
    private static int Count(ReadOnlySpan<byte> content, int at, int size)
    {
        var count = content.Length >= at + 4 ? BinaryPrimitives.ReadInt32LittleEndian(content[at..]) : -1;
        return count >= 0 && count <= content.Length / size ? count : throw new FormatException(FormattableString.Invariant($"its shape announces {count} parts and ends before them"));
    }

    /// <summary>Rings that run clockwise are outlines, the others are holes of the outline around them.</summary>
    private static RawShape Area(Coordinate[][] rings)
    {
        var (shells, holes) = (new List<List<Coordinate[]>>(), new List<Coordinate[]>());
        foreach (var ring in rings)
        {
            if (IsHole(ring))
                holes.Add(ring);
            else
                shells.Add([ring]);
        }
        foreach (var hole in holes)
        {
            if (shells.Count == 1)
                shells[0].Add(hole);
            else if (shells.Find(s => Holds(s[0], hole)) is { } around)
                around.Add(hole);
            else
                shells.Add([hole]);
        }
        return new RawShape("MultiPolygon", shells.Select(s => s.ToArray()).ToArray()).Single();
    }

    private static bool IsHole(Coordinate[] ring) => ring.Length >= 4 && ring[0].Equals2D(ring[^1]) && Orientation.IsCCW(ring);

    private static bool Holds(Coordinate[] shell, Coordinate[] hole)
    {
        var box = new Envelope();
        foreach (var corner in shell)
            box.ExpandToInclude(corner);
        return hole.All(box.Covers) && shell[0].Equals2D(shell[^1]) && hole.All(c => PointLocation.LocateInRing(c, shell) != Location.Exterior);
    }
}
