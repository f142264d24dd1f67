using Sylvan.Data.Csv;

namespace CoverageGis.Exchange.Tables;

/// <summary>Tells what separates the cells of a text: what gives most rows the same, and the largest, number of cells.</summary>
internal static class Separators
{
    private const int RowsLooked = 50;

    private static readonly char[] Known = [',', '\t', ';', '|'];

    public static char Of(string head) =>
        head is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var named, '\r' or '\n', ..] && Known.Contains(named)
            ? named : Known.MaxBy(separator => Fit(head, separator));

    private static int Fit(string head, char separator)
    {
        var widths = Widths(head, separator);
        return widths.Count == 0 ? 0 : widths.GroupBy(w => w).Max(same => same.Count() * (same.Key - 1));
    }

    private static List<int> Widths(string head, char separator)
    {
        List<int> widths = [];
        try
        {
            using var text = new StringReader(head);
            using var records = CsvDataReader.Create(text, SeparatedText.Options(separator));
            while (widths.Count < RowsLooked && records.Read())
                widths.Add(records.RowFieldCount);
        }
        catch (CsvFormatException)
        {
            // The head ends within a row, or quotes are not as they must be; what was read tells enough.
        }
        return widths;
    }
}
