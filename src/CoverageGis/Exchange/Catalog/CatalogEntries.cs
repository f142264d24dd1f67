using System.Globalization;
using System.Xml;
using CoverageGis.Commands;
using CoverageGis.Exchange.Tables;

namespace CoverageGis.Exchange.Catalog;

/// <summary>The entries of the responses in one file, one after the other; document types and entities are never followed.</summary>
internal sealed class CatalogEntries(XmlReader xml, string file)
{
    private const int MostElements = 300;

    private readonly Dictionary<string, int> _announced = new(StringComparer.Ordinal);
    private string _device = "";

    public int Responses { get; private set; }

    /// <summary>By the responses' own word: more than there are when parts of them are missing.</summary>
    public int Announced => _announced.Values.Sum();

    public int Read { get; private set; }

    /// <exception cref="BadInput">It is no catalog, or not sound.</exception>
    public IEnumerable<Dictionary<string, string>> All()
    {
        while (Guarded(xml.Read))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == 0)
                Begin();
            else if (xml.LocalName == "Item")
            {
                Read++;
                yield return Guarded(Entry);
            }
            else if (xml is { Depth: 1, LocalName: "CmdType" or "SumNum" or "DeviceID" })
                Note(xml.LocalName, Guarded(() => SharedStrings.Text(xml)).Trim());
        }
        if (Responses == 0)
            throw Wrong("holds no <Response>; right would be a catalog of GB/T 28181");
    }

    private void Begin()
    {
        if (xml.LocalName != "Response")
            throw Wrong($"begins with <{Scene.OneLine.Of(xml.Name)}>; " + (xml.LocalName is "Workbook" or "html" or "HTML" or "table"
                ? "right would be a workbook saved as .xlsx or CSV" : "right would be the <Response> of a catalog query (GB/T 28181)"));
        Responses++;
        _device = "";
    }

    private void Note(string name, string value)
    {
        if (name == "CmdType" && value != "Catalog")
            throw Wrong($"answers \"{Scene.OneLine.Of(value)}\"; right would be CmdType Catalog");
        if (name == "DeviceID")
            _device = value;
        if (name == "SumNum" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var all))
            _announced[_device] = Math.Max(all, _announced.GetValueOrDefault(_device));
    }

    /// <summary>Texts of an entry's elements by their name, those of Info among them.</summary>
    private Dictionary<string, string> Entry()
    {
        Dictionary<string, string> entry = new(StringComparer.OrdinalIgnoreCase);
        if (xml.IsEmptyElement)
            return entry;
        var (depth, name) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                name = xml.LocalName;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Add(entry, name, xml.Value);
        }
        return entry;
    }

    private void Add(Dictionary<string, string> entry, string name, string value)
    {
        var text = entry.TryGetValue(name, out var before) ? before + value.Trim() : value.Trim();
        if (text.Length > Table.LongestCell || (before is null && entry.Count >= MostElements))
            throw Wrong($"holds an entry with more than {MostElements} elements or {Table.LongestCell} characters in one, which no catalog has");
        entry[name] = text;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException failure)
        {
            throw new BadInput(failure.Message.Contains("DTD", StringComparison.Ordinal)
                ? $"{file} holds a document type (DTD), which is never followed; right would be a catalog without one. Nothing was imported."
                : $"{file} is no sound XML: {Scene.OneLine.Of(failure.Message)} Nothing was imported.", failure);
        }
        catch (System.Text.DecoderFallbackException failure)
        {
            throw Wrong("holds bytes that are none of its encoding", failure);
        }
    }

    private BadInput Wrong(string what, Exception? inner = null) => new($"{file} {what}. Nothing was imported.", inner);
}
