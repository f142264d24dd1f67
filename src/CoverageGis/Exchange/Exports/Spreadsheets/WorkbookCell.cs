using System.Globalization;
using System.Text;

namespace CoverageGis.Exchange.Exports.Spreadsheets;

/// <summary>Cells of a sheet as XML.</summary>
internal static class WorkbookCell
{
    /// <summary>Styles of the workbook, in the order of its style sheet.</summary>
    private const int Text = 1, Day = 2, Moment = 3, Heading = 4;

    /// <summary>A spreadsheet keeps 15 digits: whole numbers beyond are codes.</summary>
    private const long MostExact = 999_999_999_999_999;

    private static readonly DateTime FirstDay = new(1899, 12, 30);

    public static void AppendRow(StringBuilder xml, int number, object?[] cells, bool isHead)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var i = 0; i < cells.Length; i++)
            Append(xml, cells[i], $"{Column(i)}{number.ToString(CultureInfo.InvariantCulture)}", isHead);
        xml.Append("</row>");
    }

    /// <summary>Text as XML of a spreadsheet: signs that XML cannot hold are written as _xHHHH_.</summary>
    public static string Escaped(string text)
    {
        var xml = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
            Append(xml, text, ref i);
        return xml.ToString();
    }

    private static void Append(StringBuilder xml, string text, ref int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            xml.Append(c).Append(text[++i]);
        else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
            xml.Append('\uFFFD');
        else if ((c < ' ' && c is not '\t' and not '\n') || (c == '_' && IsEscape(text, i)))
            xml.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        else
            xml.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => null }).Append(c is '<' or '>' or '&' or '"' ? "" : c.ToString());
    }

    /// <summary>_x0041_ in a text would be read as an A.</summary>
    private static bool IsEscape(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    private static void Append(StringBuilder xml, object? value, string at, bool isHead)
    {
        switch (value)
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity or "":
                return;
            case bool flag:
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>");
                return;
            case DateOnly day:
                AppendNumber(xml, day.ToDateTime(TimeOnly.MinValue).Subtract(FirstDay).TotalDays, at, Day);
                return;
            case DateTime moment:
                AppendNumber(xml, moment.Subtract(FirstDay).TotalDays, at, Moment);
                return;
            case DateTimeOffset moment:
                AppendNumber(xml, moment.DateTime.Subtract(FirstDay).TotalDays, at, Moment);
                return;
            case double or float or decimal or int or short or byte or long when IsExact(value):
                AppendNumber(xml, value, at, 0);
                return;
            default:
                AppendText(xml, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", at, isHead);
                return;
        }
    }

    private static bool IsExact(object number) => number is not long whole || Math.Abs(whole) <= MostExact;

    private static void AppendNumber(StringBuilder xml, object value, string at, int style) => xml.Append(CultureInfo.InvariantCulture,
        $"<c r=\"{at}\"{(style == 0 ? "" : FormattableString.Invariant($" s=\"{style}\""))}><v>{((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}</v></c>");

    private static void AppendText(StringBuilder xml, string text, string at, bool isHead)
    {
        var told = SpreadsheetText.Neutral(text);
        var whole = told.Length <= Workbook.LongestText ? told : told[..(Workbook.LongestText - 1)] + "…";
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{(isHead ? Heading : Text)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(whole)}</t></is></c>");
    }

    /// <summary>0 = A, 25 = Z, 26 = AA.</summary>
    private static string Column(int index) =>
        (index >= 26 ? Column(index / 26 - 1) : "") + (char)('A' + index % 26);
}
