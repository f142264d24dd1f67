using System.Globalization;

namespace CoverageGis.Exchange.Exports.Spreadsheets;

/// <summary>
/// Text that no spreadsheet takes for a formula: what begins with = + - @, a tab or a return stands behind an apostrophe,
/// and so does what begins with one, so that reading takes away what writing added.
/// </summary>
public static class SpreadsheetText
{
    /// <summary>As it is written into a cell; a number is no formula.</summary>
    public static string Neutral(string text) => MayBeFormula(text)
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + text : text;

    /// <summary>As it was before it was written.</summary>
    public static string Plain(string cell) => cell is ['\'', _, ..] ? cell[1..] : cell;

    private static bool MayBeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..];
}
