using System.Globalization;
using System.Xml;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>
/// Cells that reach over several rows of a sheet: their value stands for each of these rows. Over several columns a value
/// stays in the first: it says nothing of what the others mean.
/// </summary>
internal sealed class MergedCells
{
    private const int Most = 200_000;

    private readonly record struct Block(int Column, int First, int Last);

    private readonly SortedDictionary<int, List<Block>> _byFirst = [];
    private readonly List<(Block Block, string Value)> _open = [];

    /// <summary>How many reach over several rows.</summary>
    public int Down { get; private set; }

    public static MergedCells Read(XmlReader xml, string file)
    {
        var merged = new MergedCells();
        var more = xml.Read();
        while (more)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheetData" })
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && xml.GetAttribute("ref") is { } area)
                merged.Add(area);
            if (merged.Down > Most)
                throw new BadInput($"{file} has more than {Most} merged cells. Save it as CSV. Nothing was imported.");
            more = xml.Read();
        }
        return merged;
    }

    /// <summary>The row with what reaches into it from above. Rows come in their order.</summary>
    public TableRow Fill(TableRow row)
    {
        if (Down == 0)
            return row;
        _open.RemoveAll(o => o.Block.Last < row.Number);
        foreach (var first in _byFirst.Keys.TakeWhile(k => k <= row.Number).ToList())
        {
            _open.AddRange(_byFirst[first].Where(b => b.Last >= row.Number).Select(b => (b, first == row.Number ? row.Cell(b.Column) : "")));
            _byFirst.Remove(first);
        }
        if (_open.Count == 0)
            return row;
        List<string> cells = [.. row.Cells];
        foreach (var (block, value) in _open.Where(o => o.Value.Length > 0 && row.Cell(o.Block.Column).Length == 0))
        {
            while (cells.Count <= block.Column)
                cells.Add("");
            cells[block.Column] = value;
        }
        return row with { Cells = cells };
    }

    private void Add(string area)
    {
        if (area.Split(':') is not [var from, var to] || CellReference.Parse(from) is not var (column, first) || CellReference.Parse(to) is not var (_, last)
            || last <= first || column >= Table.MostColumns)
            return;
        Down++;
        if (!_byFirst.TryGetValue(first, out var blocks))
            _byFirst[first] = blocks = [];
        blocks.Add(new Block(column, first, last));
    }
}

/// <summary>B12 is column 1, row 12.</summary>
internal static class CellReference
{
    private const int MostLetters = 3;

    public static (int Column, int Row)? Parse(string text)
    {
        var (letters, column) = (0, 0);
        while (letters < text.Length && char.IsAsciiLetter(text[letters]) && letters < MostLetters)
            column = (column * 26) + (text[letters++] & 0x1F);
        return letters > 0 && int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? (column - 1, row) : null;
    }

    /// <summary>The letters of a column, from 0.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
