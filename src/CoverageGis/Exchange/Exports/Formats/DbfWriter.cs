using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange.Layers;

namespace CoverageGis.Exchange.Exports.Formats;

/// <param name="Name">At most 10 bytes of UTF-8.</param>
internal sealed record DbfField(string Name, char Type, int Length, int Decimals);

/// <summary>Writes the attributes of a shapefile (.dbf, dBASE III), texts in UTF-8.</summary>
internal sealed class DbfWriter : IDisposable
{
    private const int HeadLength = 32, FieldLength = 32, LongestName = 10, NumberLength = 24, NumberDecimals = 15, WholeLength = 18;

    /// <summary>What other programs read.</summary>
    private const int MostFields = 255, LongestRow = 65_000;

    private readonly FileStream _file;
    private readonly IReadOnlyList<DbfField> _fields;
    private readonly byte[] _row;
    private int _count;

    public DbfWriter(string file, IReadOnlyList<DbfField> fields)
    {
        if (fields.Count > MostFields || fields.Sum(f => f.Length) > LongestRow)
            throw new BadInput(FormattableString.Invariant($"{fields.Count} fields of {fields.Sum(f => f.Length)} bytes are more than a shapefile holds. Right would be gpkg, xlsx, csv or geojson."));
        (_file, _fields) = (File.Create(file), fields);
        _row = new byte[1 + fields.Sum(f => f.Length)];
        _file.Write(Head());
    }

    /// <summary>The same columns always get the same short names: their first 10 bytes, and where these are taken a number at their end.</summary>
    public static IReadOnlyList<DbfField> FieldsOf(LayerTable table)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. table.Columns.Select(column => (Name: Short(column.Name, taken), column)).Select(named => named.column.Type switch
        {
            PropertyType.Number => new DbfField(named.Name, 'N', NumberLength, NumberDecimals),
            PropertyType.Whole => new DbfField(named.Name, 'N', WholeLength, 0),
            PropertyType.Flag => new DbfField(named.Name, 'L', 1, 0),
            _ => new DbfField(named.Name, 'C', table.WidthOf(named.column), 0),
        })];
    }

    public void Write(object?[] values)
    {
        _row.AsSpan().Fill((byte)' ');
        var at = 1;
        for (var i = 0; i < values.Length; i++)
        {
            var (text, field) = (Text(values[i]), _fields[i]);
            var bytes = Encoding.UTF8.GetBytes(text);
            if (bytes.Length > field.Length)
                throw new BadInput($"{field.Name}: \"{text[..Math.Min(30, text.Length)]}\" was changed while it was written. Export it again.");
            bytes.CopyTo(_row, field.Type == 'N' ? at + field.Length - bytes.Length : at);
            at += field.Length;
        }
        _file.Write(_row);
        _count++;
    }

    public void Dispose()
    {
        _file.WriteByte(0x1A);
        _file.Position = 0;
        _file.Write(Head().AsSpan(0, HeadLength));
        _file.Dispose();
    }

    private static string Short(string name, HashSet<string> taken)
    {
        for (var i = 1; ; i++)
        {
            var end = i == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{i}");
            var length = name.Length;
            while (Encoding.UTF8.GetByteCount(name.AsSpan(0, length)) + end.Length > LongestName || (length < name.Length && char.IsLowSurrogate(name[length])))
                length--;
            if (taken.Add(name[..length] + end))
                return name[..length] + end;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "T" : "F",
        double number => Number(number),
        IFormattable whole => whole.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? number.ToString("0.###############", CultureInfo.InvariantCulture) : text;
    }

    private byte[] Head()
    {
        var head = new byte[HeadLength + _fields.Count * FieldLength + 1];
        head[0] = 3;
        var today = DateTime.UtcNow;
        (head[1], head[2], head[3]) = ((byte)(today.Year - 1900), (byte)today.Month, (byte)today.Day);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), _count);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), checked((ushort)head.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), checked((ushort)_row.Length));
        for (var i = 0; i < _fields.Count; i++)
        {
            var field = head.AsSpan(HeadLength + i * FieldLength, FieldLength);
            Encoding.UTF8.GetBytes(_fields[i].Name, field);
            (field[11], field[16], field[17]) = ((byte)_fields[i].Type, (byte)_fields[i].Length, (byte)_fields[i].Decimals);
        }
        head[^1] = 0x0D;
        return head;
    }
}
