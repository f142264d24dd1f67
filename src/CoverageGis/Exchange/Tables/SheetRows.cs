using System.Globalization;
using System.Xml;

namespace CoverageGis.Exchange.Tables;

/// <summary>The rows of one sheet, one after the other.</summary>
internal sealed class SheetRows(XmlReader xml, Workbook workbook, SharedStrings texts, DateStyles dates, bool from1904)
{
    private readonly List<string> _cells = [];
    private Dictionary<int, string>? _faults;
    private int _row;
    private bool _inData;

    /// <summary>null at the end.</summary>
    public TableRow? Next()
    {
        while (xml.Read())
        {
            if (xml.LocalName == "sheetData")
                _inData = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (_inData && xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
                return Row();
        }
        return null;
    }

    private TableRow Row()
    {
        _cells.Clear();
        _faults = null;
        _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > _row ? number : _row + 1;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    Cell();
            }
        }
        return new TableRow(_row, _cells.ToArray(), _faults);
    }

    private void Cell()
    {
        var column = xml.GetAttribute("r") is { } reference && CellReference.Parse(reference) is var (named, _) ? named : _cells.Count;
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (value, isFormula) = Content();
        if (value is null && !isFormula)
            return;
        if (column >= Table.MostColumns)
            throw workbook.TooMany(_row, column + 1);
        while (_cells.Count <= column)
            _cells.Add("");
        if (value is null)
            Fault(column, "holds a formula without a value; right would be the value itself: open and save the file once, or paste values");
        else
            _cells[column] = Shown(column, type, style, value).Trim();
        if (_cells[column].Length > Table.LongestCell)
            throw workbook.TooLongCell(_row, CellReference.Letters(column));
    }

    private (string? Value, bool IsFormula) Content()
    {
        if (xml.IsEmptyElement)
            return (null, false);
        var (depth, value, isFormula) = (xml.Depth, (string?)null, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "v")
                value = SharedStrings.Text(xml);
            else if (xml.LocalName == "is")
                value = SharedStrings.RichText(xml);
            else
                isFormula |= xml.LocalName == "f";
        }
        return (value is "" ? null : value, isFormula);
    }

    private string Shown(int column, string? type, string? style, string value)
    {
        switch (type)
        {
            case "s":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && texts.Find(index) is { } text)
                    return text;
                Fault(column, $"refers to text {Scene.OneLine.Of(value)}, which the workbook does not have");
                return "";
            case "b":
                return value == "1" ? "TRUE" : "FALSE";
            case "e":
                Fault(column, $"holds the error {Scene.OneLine.Of(value)}; right would be a value");
                return "";
            case "str" or "inlineStr" or "d":
                return value;
            default:
                return Number(style, value);
        }
    }

    /// <summary>What binary fractions add to a decimal number, as a share of it.</summary>
    private const double Noise = 1e-15;

    /// <summary>The shortest text of the number, as the sheet shows it: 118.84 where the file says 118.84000000000001.</summary>
    private string Number(string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return value;
        return dates.IsDate(style) && DateStyles.Day(number, from1904) is { } day ? day
            : Math.Abs(number) < 1e15 && Math.Round(number, 12) is var shown && Math.Abs(shown - number) <= Noise * Math.Abs(number)
                ? shown.ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
    }

    private void Fault(int column, string what) => (_faults ??= [])[column] = what;
}
