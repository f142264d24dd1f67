using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace CoverageGis.Exchange.Tables;

/// <summary>Which styles of a workbook show a number as a date.</summary>
internal sealed partial class DateStyles(HashSet<int> styles)
{
    /// <summary>Days from 1900 to 1904, between the two ways in which workbooks count.</summary>
    private const int Leap = 1462;

    private const double Last = 2_958_465;   // 9999-12-31

    public bool IsDate(string? style) => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && styles.Contains(number);

    /// <summary>yyyy-MM-dd; null when the number is no day.</summary>
    public static string? Day(double serial, bool from1904)
    {
        var days = Math.Floor(serial) + (from1904 ? Leap : 0);
        return days is < 1 or > Last ? null
            : new DateOnly(1899, 12, 30).AddDays((int)days + (days < 60 ? 1 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static DateStyles Read(XmlReader xml)
    {
        Dictionary<string, string> formats = new(StringComparer.Ordinal);
        HashSet<int> styles = [];
        var (inCells, count) = (false, 0);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            if (inCells && xml.LocalName == "xf" && ShowsDate(xml.GetAttribute("numFmtId") ?? "", formats, count++))
                styles.Add(count - 1);
        }
        return new DateStyles(styles);
    }

    private static bool ShowsDate(string id, Dictionary<string, string> formats, int _) =>
        formats.TryGetValue(id, out var code) ? Day().IsMatch(Quoted().Replace(code, ""))
            : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or (>= 50 and <= 58) or 36;

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    [GeneratedRegex("[yYdD年]")]
    private static partial Regex Day();
}
