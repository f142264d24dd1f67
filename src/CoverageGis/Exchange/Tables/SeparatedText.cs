using System.Text;
using CoverageGis.Commands;
using Sylvan.Data.Csv;

namespace CoverageGis.Exchange.Tables;

/// <summary>A CSV file: cells separated by comma, tab or semicolon, in any of the usual encodings.</summary>
public sealed class SeparatedText : Table
{
    private const int Buffer = 1 << 16, LongestRow = 1 << 20, Step = 512;

    private readonly TextEncoding _text;

    public SeparatedText(string file) : base(file)
    {
        _text = TextEncoding.Of(file);
        Separator = Separators.Of(Head());
    }

    public override string Format => "csv";

    public override string Encoding => _text.Name;

    public override char? Separator { get; }

    public override IEnumerable<TableRow> Rows(string? sheet, IProgress<double>? progress)
    {
        using var bytes = OpenText();
        using var text = new StreamReader(bytes, _text.Encoding, false, Buffer);
        using var records = Guarded(0, () => CsvDataReader.Create(text, Options(Separator!.Value)));
        var (length, widest, endsInLine) = (Math.Max(1.0, bytes.Length), 0, EndsInLine());
        TableRow? last = null;
        while (Guarded(last?.Number ?? 0, records.Read))
        {
            var row = new TableRow((last?.Number ?? 0) + 1, Cells(records, (last?.Number ?? 0) + 1));
            if (last is not null)
                yield return last;
            (last, widest) = (row, Math.Max(widest, row.Cells.Count));
            if (row.Number % Step == 0)
                progress?.Report(bytes.Position / length);
        }
        if (last is null)
            yield break;
        if (!endsInLine && last.Cells.Count < widest && last.Number > 1)
            throw Wrong(FormattableString.Invariant($"row {last.Number}: the last row has {last.Cells.Count} cells of {widest} and no line end: the file is cut short"));
        yield return last;
    }

    internal static CsvDataReaderOptions Options(char separator) => new()
    {
        HasHeaders = false, Delimiter = separator, Comment = '\0', BufferSize = Buffer, MaxBufferSize = LongestRow,
        ResultSetMode = ResultSetMode.SingleResult, OwnsReader = false,
    };

    /// <summary>What spreadsheets put around a text so that it stays one: ="320116", '320116.</summary>
    private static string Plain(string cell)
    {
        var text = cell.Trim();
        if (text is ['=', '"', .., '"'] && text.Length > 3)
            return text[2..^1].Trim();
        return text is ['\'', _, ..] ? text[1..].Trim() : text;
    }

    private string[] Cells(CsvDataReader record, int row)
    {
        if (record.RowFieldCount > MostColumns)
            throw TooManyColumns(row, record.RowFieldCount);
        var cells = new string[record.RowFieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Plain(record.GetString(i));
            if (cells[i].Length > LongestCell)
                throw TooLong(row, FormattableString.Invariant($"{i + 1}"));
            if (cells[i].Contains('\0', StringComparison.Ordinal))
                throw Wrong(FormattableString.Invariant($"row {row}: a cell holds a NUL, which no text does"));
        }
        return cells;
    }

    private T Guarded<T>(int row, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException failure)
        {
            throw Wrong(FormattableString.Invariant($"row {row + 1} is longer than {LongestRow} characters: a quote that is never closed, or a cell that no spreadsheet can hold"), failure);
        }
        catch (CsvFormatException failure)
        {
            throw Wrong(FormattableString.Invariant($"row {row + 1}: {failure.Message.TrimEnd('.')}. Right would be quotes doubled within a quoted cell, and closed"), failure);
        }
        catch (DecoderFallbackException failure)
        {
            throw Wrong(FormattableString.Invariant($"row {row + 1}: what follows is no {_text.Name}"), failure);
        }
    }

    private FileStream OpenText()
    {
        var bytes = System.IO.File.OpenRead(File);
        bytes.Position = _text.MarkLength;
        return bytes;
    }

    private string Head()
    {
        using var bytes = OpenText();
        using var text = new StreamReader(bytes, _text.Encoding, false, Buffer);
        var head = new char[Buffer];
        try
        {
            return new string(head, 0, text.ReadBlock(head));
        }
        catch (DecoderFallbackException failure)
        {
            throw Wrong($"near its start: this is no {_text.Name}", failure);
        }
    }

    private bool EndsInLine()
    {
        using var bytes = System.IO.File.OpenRead(File);
        bytes.Position = Math.Max(0, bytes.Length - 2);
        return bytes.ReadByte() is '\n' or '\r' | bytes.ReadByte() is '\n' or '\r';
    }
}
