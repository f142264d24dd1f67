using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Merging;

/// <summary>
/// Tells whether two deliveries say the same of a thing. Coordinates are taken to 1e-8 degrees (1 mm), and rings without
/// regard to where they begin or which way they run.
/// </summary>
public static class ItemHash
{
    private const double PerDegree = 1e8;

    public static Guid Of(params IReadOnlyList<object?> values)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        foreach (var value in values)
            Append(bytes, value);
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(bytes.WrittenSpan, hash);
        return new Guid(hash);
    }

    /// <summary>The code of a thing that has none: its shape.</summary>
    public static string OfShape(Geometry shape, double? width) => "g" + Of(shape, width).ToString("N");

    private static void Append(ArrayBufferWriter<byte> bytes, object? value)
    {
        switch (value)
        {
            case null:
                Append(bytes, -1);
                break;
            case string text:
                Append(bytes, text);
                break;
            case double number:
                Append(bytes, BitConverter.DoubleToInt64Bits(number));
                break;
            case Geometry shape:
                Append(bytes, shape);
                break;
            case Array many:
                Append(bytes, many.Length);
                foreach (var one in many)
                    Append(bytes, one);
                break;
            case int or short or bool:
                Append(bytes, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                Append(bytes, ((IFormattable)value).ToString(null, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Append(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string text)
    {
        Append(bytes, text.Length);
        Encoding.UTF8.GetBytes(text, bytes);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, Geometry shape)
    {
        var rounded = shape.Copy();
        rounded.Apply(new Rounding());
        rounded.Normalize();
        Append(bytes, (int)rounded.OgcGeometryType);
        rounded.Apply(new Writing(bytes));
    }

    private sealed class Rounding : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                sequence.SetX(i, Math.Round(sequence.GetX(i) * PerDegree));
                sequence.SetY(i, Math.Round(sequence.GetY(i) * PerDegree));
            }
        }
    }

    private sealed class Writing(ArrayBufferWriter<byte> bytes) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence sequence)
        {
            Append(bytes, sequence.Count);
            for (var i = 0; i < sequence.Count; i++)
            {
                Append(bytes, (long)sequence.GetX(i));
                Append(bytes, (long)sequence.GetY(i));
            }
        }
    }
}
