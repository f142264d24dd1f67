using System.Globalization;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Reads well-known text (OGC 06-103r4); heights and measures are passed over, SRID=…; in front as well.</summary>
internal sealed class WktText
{
    private readonly string _text;
    private int _at;

    private WktText(string text) => _text = text;

    /// <exception cref="FormatException">It is none; the message is the whole explanation.</exception>
    public static RawShape Read(string text)
    {
        var reader = new WktText(text);
        var shape = reader.Shape();
        reader.Space();
        return reader._at == text.Length ? shape : throw reader.Wrong("the end");
    }

    private RawShape Shape()
    {
        var name = Word();
        if (name == "SRID")
        {
            _at = _text.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? end + 1 : throw Wrong("SRID=…;");
            name = Word();
        }
        var more = Word();
        if (more == "EMPTY")
            return Empty(name);
        return name.TrimEnd('Z', 'M') switch
        {
            "POINT" => new("Point", List(Place)[0]),
            "LINESTRING" => new("LineString", List(Place)),
            "POLYGON" => new("Polygon", List(Line)),
            "MULTIPOINT" => new RawShape("MultiPoint", List(LoosePlace)).Single(),
            "MULTILINESTRING" => new RawShape("MultiLineString", List(Line)).Single(),
            "MULTIPOLYGON" => new RawShape("MultiPolygon", List(() => List(Line))).Single(),
            _ => throw new FormatException($"\"{Short(_text)}\" is no WKT; right would be POINT, POLYGON, MULTIPOLYGON, LINESTRING … with coordinates"),
        };
    }

    private static RawShape Empty(string name) => name == "POINT" ? new("Point", Array.Empty<object>()) : new("MultiPolygon", Array.Empty<object>());

    private Coordinate[] Line() => List(Place);

    private Coordinate LoosePlace()
    {
        Space();
        return _at < _text.Length && _text[_at] == '(' ? List(Place)[0] : Place();
    }

    private T[] List<T>(Func<T> one)
    {
        List<T> all = [];
        Expect('(');
        do
            all.Add(one());
        while (Taken(','));
        Expect(')');
        return [.. all];
    }

    private Coordinate Place()
    {
        var place = new Coordinate(Number(), Number());
        for (Space(); _at < _text.Length && _text[_at] is not (',' or ')'); Space())
            Number();
        return place;
    }

    private double Number()
    {
        Space();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '+' or '-' or '.'))
            _at++;
        return double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number");
    }

    /// <summary>In capitals; a Z, M or ZM that stands apart is passed over.</summary>
    private string Word()
    {
        Space();
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
            _at++;
        var word = _text[start.._at].ToUpperInvariant();
        return word is "Z" or "M" or "ZM" ? Word() : word;
    }

    private bool Taken(char sign)
    {
        Space();
        if (_at >= _text.Length || _text[_at] != sign)
            return false;
        _at++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!Taken(sign))
            throw Wrong($"\"{sign}\"");
    }

    private void Space()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private FormatException Wrong(string right) => new(FormattableString.Invariant(
        $"its WKT is wrong at character {_at + 1} (\"{Short(_text[Math.Min(_at, _text.Length)..])}\"); right would be {right}"));

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
