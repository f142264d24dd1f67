using System.Buffers.Binary;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Reads the shapes of a shapefile (.shp, ESRI whitepaper of July 1998) one after the other, without its index.</summary>
internal static class ShpRecords
{
    private const int HeadLength = 100, Magic = 9994, Version = 1000, LargestRecord = 64 << 20;

    /// <summary>One record: its shape, null = none; or why it cannot be read.</summary>
    public readonly record struct Record(RawShape? Shape, string? Fault);

    /// <param name="length">Of the file, bytes.</param>
    /// <exception cref="BadInput">It is no .shp, or cut short: with the record.</exception>
    public static IEnumerable<Record> Read(string file, Stream stream, long length)
    {
        var head = Bytes(file, stream, new byte[HeadLength], "its head");
        if (BinaryPrimitives.ReadInt32BigEndian(head) != Magic || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(28)) != Version)
            throw new BadInput($"{file} is no .shp: it does not begin as one. Nothing was imported.");
        var announced = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(24)) * 2L;
        if (announced < HeadLength || announced > length)
            throw new BadInput(FormattableString.Invariant($"{file} announces {announced} bytes and has {length}: it is cut short or damaged. Nothing was imported."));
        var (at, number) = ((long)HeadLength, 0);
        var start = new byte[8];
        var content = Array.Empty<byte>();
        while (at < announced)
        {
            Bytes(file, stream, start, FormattableString.Invariant($"record {++number}"));
            var size = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(4)) * 2L;
            if (size < 4 || size > LargestRecord || at + 8 + size > announced)
                throw new BadInput(FormattableString.Invariant($"{file}, record {number}: its length of {size} bytes cannot be right; the file is damaged. Nothing was imported."));
            if (content.Length < size)
                content = new byte[Math.Max(size, 4096)];
            stream.ReadExactly(content.AsSpan(0, (int)size));
            at += 8 + size;
            yield return Shape(content.AsSpan(0, (int)size));
        }
    }

    private static Record Shape(ReadOnlySpan<byte> content)
    {
        try
        {
            return new Record(ShpShape.Read(content), null);
        }
        catch (FormatException failure)
        {
            return new Record(null, failure.Message);
        }
    }

    private static byte[] Bytes(string file, Stream stream, byte[] bytes, string what)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new BadInput($"{file} ends within {what}: it is cut short. Nothing was imported.");
        return bytes;
    }
}
