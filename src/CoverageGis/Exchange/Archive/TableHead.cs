namespace CoverageGis.Exchange.Archive;

/// <summary>What a table looks like before it is imported: what a user needs to map its columns.</summary>
/// <param name="Format">csv or xlsx.</param>
/// <param name="Encoding">Of a CSV file.</param>
/// <param name="Separator">Of a CSV file.</param>
/// <param name="Sheets">Of a workbook.</param>
/// <param name="Sheet">The one whose header fits best, or the mapping names.</param>
/// <param name="HeaderRow">As a spreadsheet counts; 0 = none was found.</param>
/// <param name="IsArchive">Enough is recognised to import it as it stands.</param>
/// <param name="Rows">Below the header, without empty ones.</param>
/// <param name="Fields">All that a column can be mapped to.</param>
/// <param name="Codes">Of fields with codes: ours.</param>
/// <param name="Faults">Of the mapping that was given.</param>
public sealed record TableHead(
    string Format, string? Encoding, string? Separator, IReadOnlyList<string> Sheets, string? Sheet, int HeaderRow, bool IsArchive,
    IReadOnlyList<ColumnHead> Columns, int Rows, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Codes,
    IReadOnlyList<string> Faults);

/// <param name="Field">What it is taken for; null = unknown, dropped or ignored.</param>
/// <param name="Dropped">Addresses, users, passwords: never kept, never shown.</param>
/// <param name="Samples">The first five different values; none of a dropped column.</param>
/// <param name="Values">Every value with its count, when there are at most 20; null = more, or dropped.</param>
public sealed record ColumnHead(
    string Header, string? Field, bool Dropped, bool Ignored, IReadOnlyList<string> Samples, IReadOnlyDictionary<string, int>? Values);
