using System.Text;
using System.Xml;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>The texts of a workbook, each kept once and referred to by its number.</summary>
internal sealed class SharedStrings(IReadOnlyList<string> texts)
{
    /// <summary>Of all texts together: 100 000 rows have about a tenth.</summary>
    private const long MostCharacters = 64L << 20;

    private const int Most = 4_000_000;

    public string? Find(int index) => index >= 0 && index < texts.Count ? texts[index] : null;

    public static SharedStrings Read(XmlReader xml, string file)
    {
        List<string> texts = [];
        var characters = 0L;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var text = RichText(xml);
            characters += text.Length;
            if (characters > MostCharacters || texts.Count >= Most)
                throw new BadInput($"{file} holds more text than {MostCharacters >> 20} million characters. Save it as CSV, or in parts (--partial). Nothing was imported.");
            texts.Add(text);
        }
        return new SharedStrings(texts);
    }

    /// <summary>The text of an element, with the runs of its formats joined and without the reading of its characters.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text) = (xml.Depth, "");
        var (inText, inReading) = (false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "t")
                inText = !xml.IsEmptyElement;
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && xml.LocalName == "rPh")
                inReading = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "t")
                inText = false;
            else if (inText && !inReading && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = Joined(text, xml);
        }
        return text;
    }

    /// <summary>The text of an element without elements in it.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text = Joined(text, xml);
        }
        return text;
    }

    /// <summary>One more character than a cell may have is enough to know that it is too long.</summary>
    private static string Joined(string text, XmlReader xml)
    {
        var room = Table.LongestCell + 1 - text.Length;
        return room <= 0 ? text : text.Length == 0 && xml.Value is var one && one.Length <= room ? one
            : new StringBuilder(text).Append(xml.Value.AsSpan(0, Math.Min(room, xml.Value.Length))).ToString();
    }
}
