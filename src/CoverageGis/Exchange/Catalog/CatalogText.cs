using CoverageGis.Commands;

namespace CoverageGis.Exchange.Catalog;

/// <summary>
/// The text of one catalog or of several behind one another, as one fragment of XML: each declaration becomes an
/// instruction that nobody follows. Refuses an endless text or tag, which would fill the memory of whoever parses it.
/// </summary>
internal sealed class CatalogText(TextReader text, string file) : TextReader
{
    private const string Declaration = "<?xml";

    private const int LongestText = 1 << 20;

    private int _matched;
    private int _sinceTag;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        foreach (ref var sign in buffer.AsSpan(index, read))
        {
            _sinceTag = sign == '<' ? 0 : _sinceTag + 1;
            _matched = sign == Declaration[_matched] ? _matched + 1 : sign == '<' ? 1 : 0;
            if (_matched < Declaration.Length)
                continue;
            (sign, _matched) = ('-', 0);
        }
        return _sinceTag <= LongestText ? read
            : throw new BadInput($"{file} holds a text of more than a million characters, which no catalog does. Nothing was imported.");
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }
}
