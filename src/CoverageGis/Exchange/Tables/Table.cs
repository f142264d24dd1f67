using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Number">As a spreadsheet counts: from 1, title rows included.</param>
/// <param name="Cells">Trimmed; empty = nothing stands there. As many as the row has.</param>
/// <param name="Faults">Column, from 0, to why its cell cannot be read; null = none.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, string>? Faults = null)
{
    public bool IsEmpty => Faults is null && Cells.All(c => c.Length == 0);

    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A CSV file or a workbook, read row by row within bounded memory.</summary>
public abstract class Table(string file) : IDisposable
{
    public const int MostColumns = 150, LongestCell = 32_767;

    public string File { get; } = file;

    /// <summary>csv or xlsx.</summary>
    public abstract string Format { get; }

    /// <summary>Of the bytes of a CSV file.</summary>
    public virtual string? Encoding => null;

    /// <summary>Between the cells of a CSV file.</summary>
    public virtual char? Separator => null;

    /// <summary>Names of the visible sheets of a workbook, in their order.</summary>
    public virtual IReadOnlyList<string> Sheets => [];

    /// <summary>What the whole sheet needs to be told of, once its rows are read.</summary>
    public virtual IEnumerable<string> Remarks => [];

    /// <param name="sheet">null = the only one.</param>
    /// <exception cref="BadInput">It is damaged, or too large: with the row.</exception>
    public abstract IEnumerable<TableRow> Rows(string? sheet, IProgress<double>? progress);

    /// <exception cref="BadInput">It is neither, or cannot be read.</exception>
    public static Table Open(string file)
    {
        try
        {
            Span<byte> start = stackalloc byte[8];
            using (var bytes = System.IO.File.OpenRead(file))
                start = start[..bytes.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
            OldWorkbook.Refuse(file, start);
            return Workbook.IsPackage(start) ? new Workbook(file) : new SeparatedText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    protected BadInput Wrong(string what, Exception? inner = null) => new($"{File}, {what}. Nothing was imported.", inner);

    protected BadInput TooManyColumns(int row, int columns) => Wrong(FormattableString.Invariant(
        $"row {row} has {columns} columns; at most {MostColumns} are read. Right would be the archive's own columns only"));

    protected BadInput TooLong(int row, string column) => Wrong(FormattableString.Invariant(
        $"row {row}, column {column}: a cell holds more than {LongestCell} characters, which no spreadsheet can"));
}
