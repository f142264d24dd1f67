using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CoverageGis.Exchange.Exports.Formats;

/// <summary>How texts stand in the cells of a format.</summary>
/// <param name="Longest">Of one cell; a longer text goes on in further columns.</param>
/// <param name="InBytes">Counted in bytes of UTF-8, else in characters.</param>
public sealed record CellLimit(int Longest, bool InBytes)
{
    public int LengthOf(string text) => InBytes ? Encoding.UTF8.GetByteCount(text) : text.Length;
}

/// <summary>
/// A layer as a table: the columns of its properties, of archive fields that are plain texts, and "attributes" with the rest
/// as JSON, so that nothing is lost on the way back. Planned by looking at all rows once.
/// </summary>
public sealed class LayerTable
{
    private const int MostOwnColumns = 60, LongestHead = 60;

    /// <summary>Longest WKT of a position: -118.80012345678912 -32.3000987654321, with its comma.</summary>
    private const int CharactersOfCorner = 44;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _widths = new(StringComparer.Ordinal);
    private readonly ExportLayer _layer;
    private readonly HashSet<string> _known;
    private readonly CellLimit? _limit;
    private int _corners;

    private LayerTable(ExportLayer layer, CellLimit? limit)
    {
        (_layer, _limit) = (layer, limit);
        _known = [.. layer.Columns, "kind"];
    }

    public IReadOnlyList<TableColumn> Columns { get; private set; } = [];

    /// <summary>Of what dimension its shapes are: 0 points, 1 lines, 2 areas.</summary>
    public SortedSet<int> Dimensions { get; } = [];

    public Envelope Extent { get; } = new();

    /// <param name="limit">null = a cell holds any text.</param>
    /// <param name="pairs">An interval gets two columns of numbers.</param>
    /// <param name="withText">The shape stands in the table as well: lon, lat, wkt.</param>
    public static async Task<LayerTable> PlanAsync(ExportLayer layer, IAsyncEnumerable<ExportRow> rows, CellLimit? limit, bool pairs, bool withText, CancellationToken token)
    {
        var table = new LayerTable(layer, limit);
        List<TableColumn> columns = [.. layer.Columns.SelectMany(c => TableColumn.Of(c, pairs, layer.Name))];
        await foreach (var row in rows.WithCancellation(token))
            table.Look(row, columns);
        table.Settle(columns, withText);
        return table;
    }

    public object?[] Values(ExportRow row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Columns[i].Value(row);
        return values;
    }

    /// <summary>The longest text of a column, in the measure of the limit.</summary>
    public int WidthOf(TableColumn column) => _limit is null ? 0 : Math.Clamp(_widths.GetValueOrDefault(column.Name.Split('#')[0], 1), 1, _limit.Longest);

    private void Look(ExportRow row, List<TableColumn> columns)
    {
        foreach (var property in row.Recorded.EnumerateObject().Where(p => !_known.Contains(p.Name)))
        {
            if (IsOwn(property))
                _own[property.Name] = 0;
            else
                _folded.Add(property.Name);
        }
        if (_limit is not null)
            Measure(row, columns);
        if (row.Shape is null)
            return;
        Dimensions.Add((int)row.Shape.Dimension);
        Extent.ExpandToInclude(row.Shape.EnvelopeInternal);
        _corners = Math.Max(_corners, row.Shape.NumPoints);
    }

    private void Measure(ExportRow row, List<TableColumn> columns)
    {
        foreach (var column in columns.Where(c => c.Type == PropertyType.Text))
            Widen(column.Name, (string?)column.Value(row));
        foreach (var property in row.Recorded.EnumerateObject().Where(p => _own.ContainsKey(p.Name)))
            Widen(property.Name, TableColumn.Text(property.Value));
        Widen("kind", TableColumn.Text(TableColumn.Find(row, "kind")));
        // Any of them may turn out to have no column of its own.
        Widen("attributes", row.Recorded.GetRawText());
    }

    private void Widen(string column, string? text) =>
        _widths[column] = Math.Max(_widths.GetValueOrDefault(column), text is null ? 0 : _limit!.LengthOf(text));

    /// <summary>A text that any format gives back as it was, under a name that none takes for another.</summary>
    private static bool IsOwn(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 } text && text.Trim('\'', ' ').Length == text.Length && text.Trim() == text
        && !text.Any(char.IsControl) && text[0] is not '[' and not '{' && !(text[0] == '=' && text[^1] == '"')
        && property.Name is { Length: > 0 and <= LongestHead } name && name.Trim() == name && !name.Any(c => char.IsControl(c) || c is '#' or '.' or '"' or '\'')
        && char.IsLetter(name[0]) && LayerMapping.Of(null).Property(name) == name && !Taken.Contains(name);

    private static readonly HashSet<string> Taken = new(
        [.. ExportLayer.All.SelectMany(l => l.Columns).SelectMany(c => TableColumn.Of(c, pairs: true, "").Select(t => t.Name).Append(c.Replace('.', '_'))),
         "lon", "lat", "wkt", "limits", "attributes", "kind", "fid", "geom", "id", "code", "radius", "width"], StringComparer.OrdinalIgnoreCase);

    private void Settle(List<TableColumn> columns, bool withText)
    {
        var names = _own.Keys.Where(n => !_folded.Contains(n)).Order(StringComparer.Ordinal).DistinctBy(n => n.ToUpperInvariant()).Take(MostOwnColumns).ToHashSet();
        _folded.UnionWith(_own.Keys.Except(names));
        List<TableColumn> all = [.. columns];
        if (withText)
            all.AddRange(_layer.HasShapes ? Shape() : []);
        if (!_layer.Columns.Contains("kind"))
            all.Add(new("kind", PropertyType.Text, r => TableColumn.Text(TableColumn.Find(r, "kind"))));
        all.AddRange(names.Order(StringComparer.Ordinal).Select(n => new TableColumn(n, PropertyType.Text, r => r.Recorded.TryGetProperty(n, out var value) ? TableColumn.Text(value) : null)));
        if (_folded.Count > 0)
            all.Add(new("attributes", PropertyType.Text, r => Folded(r, names)));
        Columns = _limit is null ? all : [.. all.SelectMany(Parts)];
    }

    private static IEnumerable<TableColumn> Shape()
    {
        yield return new("lon", PropertyType.Number, r => Place(r) is { } place ? Math.Round(place.X, 9) : null);
        yield return new("lat", PropertyType.Number, r => Place(r) is { } place ? Math.Round(place.Y, 9) : null);
        yield return new("wkt", PropertyType.Text, r => r.Shape is null ? null : new WKTWriter { OutputOrdinates = Ordinates.XY }.Write(r.Shape));
        yield return new("limits", PropertyType.Text, _ => GeoJsonExport.Limits);
    }

    private static Point? Place(ExportRow row) => row.Shape switch { null => null, Point point => point, var area => area.InteriorPoint };

    private string? Folded(ExportRow row, HashSet<string> names)
    {
        var rest = new JsonObject();
        foreach (var property in row.Recorded.EnumerateObject().Where(p => !_known.Contains(p.Name) && !names.Contains(p.Name)))
            rest[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return rest.Count == 0 ? null : rest.ToJsonString(Readable);
    }

    private IEnumerable<TableColumn> Parts(TableColumn column)
    {
        var longest = column.Name switch { "wkt" => _corners * CharactersOfCorner + 100, "limits" => 0, var name => _widths.GetValueOrDefault(name) };
        var count = column.Type != PropertyType.Text || longest <= _limit!.Longest ? 1 : longest / TextParts.LeastOf(_limit) + 1;
        yield return count == 1 ? column : column with { Value = r => Part(column, r, 0, count) };
        for (var i = 1; i < count; i++)
        {
            var part = i;
            yield return new TableColumn(string.Create(CultureInfo.InvariantCulture, $"{column.Name}#{i + 1}"), PropertyType.Text, r => Part(column, r, part, count));
        }
    }

    private string? Part(TableColumn column, ExportRow row, int part, int count)
    {
        if (column.Value(row) is not string text)
            return null;
        var parts = TextParts.Of(text, _limit!);
        return parts.Count > count ? throw new BadInput($"{column.Name} of {row.Code} was changed while it was written. Export it again.")
            : part < parts.Count ? parts[part] : null;
    }
}
