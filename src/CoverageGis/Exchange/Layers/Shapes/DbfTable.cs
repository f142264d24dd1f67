using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Reads the attributes of a shapefile (.dbf, dBASE III and later), a row at a time.</summary>
internal sealed class DbfTable
{
    private const int HeadLength = 32, FieldLength = 32, EndOfFields = 0x0D, Deleted = '*';

    private readonly string _file;
    private readonly List<Field> _fields = [];

    private readonly record struct Field(string Name, char Type, int Start, int Length);

    private DbfTable(string file) => _file = file;

    /// <summary>How many the head announces, deleted ones too.</summary>
    public long Count { get; private init; }

    /// <summary>What dBASE says of the encoding; 0 = nothing.</summary>
    public byte Language { get; private init; }

    private int HeadBytes { get; init; }

    private int RowBytes { get; init; }

    /// <param name="length">Of the file, bytes.</param>
    /// <exception cref="BadInput">It is no .dbf, or damaged.</exception>
    public static DbfTable Open(string file, Stream stream, long length)
    {
        var head = new byte[HeadLength];
        if (stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength)
            throw new BadInput($"{file} ends within its head: it is cut short. Nothing was imported.");
        var table = new DbfTable(file)
        {
            Count = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)), Language = head[29],
            HeadBytes = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)), RowBytes = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10)),
        };
        if (table.HeadBytes < HeadLength + 1 || table.RowBytes < 1 || table.HeadBytes > length)
            throw new BadInput($"{file} is no .dbf: its head makes no sense. Nothing was imported.");
        if (table.HeadBytes + table.Count * table.RowBytes > length)
            throw new BadInput(FormattableString.Invariant($"{file} announces {table.Count} rows of {table.RowBytes} bytes and has {length} bytes: it is cut short or damaged. Nothing was imported."));
        return table;
    }

    /// <summary>The rows, null = deleted. The stream stands behind the first bytes, which were read to open it.</summary>
    public IEnumerable<byte[]?> Rows(Stream stream)
    {
        ReadFields(stream);
        var row = new byte[RowBytes];
        for (var i = 0L; i < Count; i++)
        {
            if (stream.ReadAtLeast(row, RowBytes, throwOnEndOfStream: false) < RowBytes)
                throw new BadInput(FormattableString.Invariant($"{_file} ends within row {i + 1}: it is cut short. Nothing was imported."));
            yield return row[0] == Deleted ? null : row;
        }
    }

    /// <summary>The texts of a row, as bytes.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Texts(byte[] row) => _fields.Where(f => f.Type == 'C').Select(f => Bytes(row, f));

    public List<KeyValuePair<string, JsonNode>> Values(byte[] row, Encoding encoding)
    {
        List<KeyValuePair<string, JsonNode>> values = [];
        foreach (var field in _fields)
        {
            if (Value(row, field, encoding) is { } value)
                values.Add(new(field.Name, value));
        }
        return values;
    }

    /// <summary>The names of fields are in the encoding of the texts: known only when that is.</summary>
    public void Name(Encoding encoding)
    {
        for (var i = 0; i < _fields.Count; i++)
            _fields[i] = _fields[i] with { Name = encoding.GetString(Encoding.Latin1.GetBytes(_fields[i].Name)) };
    }

    private static ReadOnlyMemory<byte> Bytes(byte[] row, Field field)
    {
        var end = field.Start + field.Length;
        while (end > field.Start && row[end - 1] is (byte)' ' or 0)
            end--;
        return row.AsMemory(field.Start, end - field.Start);
    }

    private static JsonNode? Value(byte[] row, Field field, Encoding encoding)
    {
        var bytes = Bytes(row, field).Span;
        switch (field.Type)
        {
            case 'I' when field.Length == 4:
                return BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(field.Start));
            case 'O' when field.Length == 8 && double.IsFinite(BinaryPrimitives.ReadDoubleLittleEndian(row.AsSpan(field.Start))):
                return BinaryPrimitives.ReadDoubleLittleEndian(row.AsSpan(field.Start));
            case 'O' or 'M' or 'B' or 'G':
                return null;
            case 'L':
                return bytes is [(byte)'T' or (byte)'t' or (byte)'Y' or (byte)'y'] ? true : bytes is [(byte)'F' or (byte)'f' or (byte)'N' or (byte)'n'] ? false : null;
        }
        if (bytes.Length == 0 || bytes.IndexOfAnyExcept((byte)' ') < 0)
            return null;
        var text = encoding.GetString(bytes);
        if (field.Type is not ('N' or 'F'))
            return field.Type == 'D' && text.Length == 8 && text.All(char.IsAsciiDigit) ? $"{text[..4]}-{text[4..6]}-{text[6..]}" : text;
        // Stars stand where a number did not fit.
        return Number(text.Trim());
    }

    /// <summary>Many digits are a code: a double would not keep them.</summary>
    private static JsonNode? Number(string text) => text.Contains('*', StringComparison.Ordinal) ? null
        : text.Count(char.IsAsciiDigit) > 15 && text.All(char.IsAsciiDigit) ? text
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : text;

    private void ReadFields(Stream stream)
    {
        var bytes = new byte[HeadBytes - HeadLength];
        stream.ReadExactly(bytes);
        var at = 1;
        for (var i = 0; i + FieldLength <= bytes.Length && bytes[i] != EndOfFields; i += FieldLength)
        {
            var name = bytes.AsSpan(i, 11);
            name = name.IndexOf((byte)0) is >= 0 and var end ? name[..end] : name;
            _fields.Add(new Field(Encoding.Latin1.GetString(name).Trim(), (char)bytes[i + 11], at, bytes[i + 16]));
            at += bytes[i + 16];
        }
        if (_fields.Count == 0 || at > RowBytes)
            throw new BadInput(FormattableString.Invariant($"{_file}: its {_fields.Count} fields take {at} bytes, but a row has {RowBytes}; it is damaged. Nothing was imported."));
    }
}
