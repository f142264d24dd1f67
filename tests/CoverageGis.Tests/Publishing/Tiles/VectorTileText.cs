using System.Globalization;
using System.Text;

namespace CoverageGis.Tests.Publishing.Tiles;

/// <summary>Reads as much of a Mapbox vector tile as a test wants to know: its layers, and the properties of their features.</summary>
internal static class VectorTileText
{
    public static Dictionary<string, List<Dictionary<string, string>>> Read(byte[] tile) =>
        Fields(tile).Where(f => f.Number == 3).Select(f => Layer(f.Bytes)).ToDictionary(l => l.Name, l => l.Features);

    private static (string Name, List<Dictionary<string, string>> Features) Layer(byte[] layer)
    {
        var fields = Fields(layer).ToList();
        var keys = fields.Where(f => f.Number == 3).Select(f => Encoding.UTF8.GetString(f.Bytes)).ToList();
        var values = fields.Where(f => f.Number == 4).Select(f => Value(f.Bytes)).ToList();
        var features = fields.Where(f => f.Number == 2).Select(f => Tags(f.Bytes).Chunk(2).ToDictionary(t => keys[(int)t[0]], t => values[(int)t[1]]));
        return (Encoding.UTF8.GetString(fields.First(f => f.Number == 1).Bytes), features.ToList());
    }

    private static IEnumerable<ulong> Tags(byte[] feature)
    {
        foreach (var field in Fields(feature).Where(f => f.Number == 2))
        {
            for (var at = 0; at < field.Bytes.Length;) yield return Varint(field.Bytes, ref at);
        }
    }

    private static string Value(byte[] value)
    {
        var (number, bytes, varint) = Fields(value).Single();
        return number switch
        {
            1 => Encoding.UTF8.GetString(bytes),
            3 => BitConverter.ToDouble(bytes).ToString(CultureInfo.InvariantCulture),
            6 => ((long)(varint >> 1) ^ -(long)(varint & 1)).ToString(CultureInfo.InvariantCulture),
            7 => varint == 1 ? "true" : "false",
            _ => varint.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static IEnumerable<(int Number, byte[] Bytes, ulong Varint)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var (number, kind) = ((int)(tag >> 3), (int)(tag & 7));
            if (kind == 0)
            {
                yield return (number, [], Varint(message, ref at));
                continue;
            }
            var length = kind switch { 1 => 8, 5 => 4, _ => (int)Varint(message, ref at) };
            yield return (number, message[at..(at + length)], 0);
            at += length;
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
